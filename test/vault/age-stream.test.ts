import { execFileSync, spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import type { Identity } from "age-encryption";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { FormatError, VaultError } from "../../src/core/errors.ts";
import { newSealKey, seal } from "../../src/vault/age.ts";
import { armored } from "../../src/vault/age-armor.ts";
import { payloadBatches } from "../../src/vault/age-batches.ts";
import { passphraseIdentity, passphraseRecipient } from "../../src/vault/age-passphrase.ts";
import { batchBytes, payloadOpener, payloadSealer } from "../../src/vault/age-payload.ts";
import { readOpensshKey, sshIdentity, sshRecipient } from "../../src/vault/age-ssh.ts";
import { decryptAge, encryptAge } from "../../src/vault/age-stream.ts";
import { newSigningKey } from "../../src/vault/ed25519.ts";
import { sshPublicKey } from "../../src/vault/sshsig.ts";
import { x25519Identity, x25519Recipient } from "../../src/vault/x25519-identity.ts";
import { withTool } from "../tools.ts";

const folder = mkdtempSync(join(tmpdir(), "candor-age-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const key = await newSealKey();
const identity = x25519Identity(key.identity, key.recipient);

const all = async (source: AsyncIterable<Uint8Array>) => {
  const parts: Uint8Array[] = [];
  for await (const part of source) parts.push(Uint8Array.from(part));
  return Buffer.concat(parts);
};
/** In pieces of odd lengths. */
function* pieces(bytes: Uint8Array, size = 70_001) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const sealed = async (bytes: Uint8Array) => await all(encryptAge(pieces(bytes), [key.recipient]));
const opened = async (bytes: Uint8Array, by: readonly Identity[] = [identity]) =>
  await all(decryptAge(pieces(bytes, 30_011), by));

const chunk = 65_536;
test.each([0, 1, chunk - 1, chunk, chunk + 1, 16 * chunk - 1, 16 * chunk, 16 * chunk + 1, 33 * chunk + 7])(
  "%i bytes come back, armored or not, and the library reads them too",
  async (length) => {
    const bytes = randomBytes(length);
    const file = await sealed(bytes);
    expect((await opened(file)).equals(bytes)).toBe(true);
    expect((await opened(await all(armored(pieces(file, 1001))))).equals(bytes)).toBe(true);
    const { Decrypter } = await import("age-encryption");
    const theirs = new Decrypter();
    theirs.addIdentity(key.identity);
    expect(Buffer.from(await theirs.decrypt(file)).equals(bytes)).toBe(true);
    expect((await opened(await seal(key.recipient, bytes))).equals(bytes)).toBe(true);
  },
);

test("another key, a changed byte, a missing end, something added: each is refused and said", async () => {
  const file = await sealed(randomBytes(3 * chunk));
  const stranger = await newSealKey();
  await expect(opened(file, [x25519Identity(stranger.identity, stranger.recipient)])).rejects.toThrow("somebody else");
  for (const at of [30, 120, file.length - 2 * chunk, file.length - 1]) {
    const changed = Buffer.from(file);
    changed[at] = (changed[at] ?? 0) ^ 1;
    await expect(opened(changed)).rejects.toBeInstanceOf(VaultError);
  }
  const header = file.indexOf("\n--- ") + 49;
  for (const cut of [10, header, header + 16, header + 16 + chunk + 16, file.length - 1])
    await expect(opened(file.subarray(0, cut))).rejects.toBeInstanceOf(VaultError);
  await expect(opened(Buffer.concat([file, Buffer.from("x")]))).rejects.toThrow("no longer what was written");
  const text = Buffer.from(await all(armored([file]))).toString();
  for (const broken of [text.slice(0, -40), text.replace("\n", "\n\n"), `${text}more`, text.replace("=", "?")])
    await expect(opened(Buffer.from(broken))).rejects.toBeInstanceOf(VaultError);
  await expect(all(encryptAge([], ["nobody"]))).rejects.toThrow("no recipient");
});

// Beyond 64 MiB a thread of its own works on the payload.
const long = 66 * 2 ** 20 + 12_345;
async function* longSource(hash = createHash("sha256")) {
  const piece = Buffer.alloc(2 ** 20 + 1);
  for (let left = long, turn = 0; left > 0; left -= piece.length) {
    piece.fill(turn++);
    const part = piece.subarray(0, left);
    hash.update(part);
    yield part;
  }
}

test("a long stream comes back, and what was changed in the midst or cut is named where it stands", async () => {
  const sourceHash = createHash("sha256");
  const file = await all(encryptAge(longSource(sourceHash), [key.recipient]));
  const read = async (bytes: Uint8Array) => {
    let length = 0;
    const hash = createHash("sha256");
    try {
      for await (const piece of decryptAge(pieces(bytes), [identity])) {
        hash.update(piece);
        length += piece.length;
      }
      return { length, hash: hash.digest("hex") };
    } catch (error) {
      return { length, error };
    }
  };
  const original = sourceHash.digest("hex");
  expect(await read(file)).toEqual({ length: long, hash: original });
  for (const at of [file.length - 5 * 2 ** 20, file.length - 1]) {
    const changed = Buffer.from(file);
    changed[at] = (changed[at] ?? 0) ^ 1;
    const { length, error } = await read(changed);
    expect(error).toMatchObject({ code: "damaged", message: expect.stringContaining("a part of it was changed") });
    expect(length).toBe(Math.floor((at - 200) / (16 * (chunk + 16))) * 16 * chunk);
  }
  const cut = await read(file.subarray(0, file.length - 12_345 - 16 - 300_000));
  expect(cut).toMatchObject({ error: { code: "damaged" }, length: 65 * 2 ** 20 });
});

test("the thread seals and opens as this one does, and names what was changed", async () => {
  const secret = randomBytes(32);
  const plain = randomBytes(batchBytes.plain * 6 + 5);
  const here = { seal: payloadSealer(secret), open: payloadOpener(secret) };
  const through = async (does: "seal" | "open", bytes: Uint8Array) => {
    const batches = payloadBatches(does, secret, 1);
    const out: Uint8Array[] = [];
    try {
      for (let at = 0, ends = false; !ends; at += batches.room.length) {
        const { room } = batches;
        const part = bytes.subarray(at, at + room.length);
        ends = at + room.length >= bytes.length;
        room.set(part);
        batches.submit(part.length, ends);
        while (!batches.threaded) await turn();
        while (batches.full) out.push(Uint8Array.from(await batches.next()));
      }
      while (batches.pending) out.push(Uint8Array.from(await batches.next()));
    } finally {
      await batches.close();
    }
    return Buffer.concat(out);
  };
  const expected = Buffer.alloc(plain.length + 16 * 97);
  here.seal({ first: 0, ends: true }, plain, expected);
  const sealedHere = await through("seal", plain);
  expect(sealedHere.equals(expected)).toBe(true);
  expect((await through("open", sealedHere)).equals(plain)).toBe(true);
  sealedHere[batchBytes.sealed * 4] = (sealedHere[batchBytes.sealed * 4] ?? 0) ^ 1;
  await expect(through("open", sealedHere)).rejects.toMatchObject({ code: "damaged" });
});

test("a long stream that nobody reads to its end leaves its source and its thread", async () => {
  let left = false;
  async function* watched() {
    try {
      yield* longSource();
    } finally {
      left = true;
    }
  }
  let pieces = 0;
  for await (const _ of encryptAge(watched(), [key.recipient])) if (++pieces === 66) break;
  expect(left).toBe(true);
  const { getActiveResourcesInfo } = process;
  expect(getActiveResourcesInfo().filter((each) => /worker/i.test(each))).toEqual([]);
});

test("headers are as the library's: it reads ours, we read its, and both refuse the same", async () => {
  const { Decrypter, Encrypter } = await import("age-encryption");
  const other = await newSealKey();
  const encrypter = new Encrypter();
  for (const each of [other.recipient, key.recipient]) encrypter.addRecipient(each);
  const theirs = Buffer.from(await encrypter.encrypt("hello"));
  expect((await opened(theirs)).toString()).toBe("hello");
  const ours = await all(encryptAge([Buffer.from("hello")], [other.recipient, key.recipient]));
  const end = ours.indexOf("\n--- ") + 49;
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const library = async (file: Uint8Array) => await decrypter.decrypt(file, "text").catch(() => null);
  expect(await library(ours)).toBe("hello");
  await fc.assert(
    fc.asyncProperty(
      fc.nat(end - 1),
      fc.constantFrom("", "A", "\n", " ", "=", "-> x y\n\n", "\r"),
      fc.nat(2),
      async (at, put, gone) => {
        const changed = Buffer.concat([ours.subarray(0, at), Buffer.from(put), ours.subarray(at + gone)]);
        const mine = await opened(changed).then(
          (bytes) => bytes.toString(),
          (error) => (error instanceof VaultError ? null : Promise.reject(error)),
        );
        expect(mine).toBe(await library(changed));
      },
    ),
    { numRuns: 300 },
  );
});

test("a mistyped recipient is refused, and one of another kind is left to the library", async () => {
  expect(x25519Recipient(key.recipient)).not.toBeNull();
  for (let at = 4; at < key.recipient.length; at += 7) {
    const wrong = `${key.recipient.slice(0, at)}${key.recipient[at] === "q" ? "p" : "q"}${key.recipient.slice(at + 1)}`;
    expect(x25519Recipient(wrong)).toBeNull();
    await expect(all(encryptAge([], [wrong]))).rejects.toMatchObject({ code: "refused" });
  }
  const { generateHybridIdentity, identityToRecipient } = await import("age-encryption");
  const hybrid = await generateHybridIdentity();
  const file = await all(encryptAge([Buffer.from("for later")], [await identityToRecipient(hybrid), key.recipient]));
  expect((await opened(file)).toString()).toBe("for later");
});

test("any bytes are opened or refused as what they are", async () => {
  const start = Buffer.from("age-encryption.org/v1\n-> X25519 ");
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.boolean(), async (bytes, begun) => {
      await expect(opened(begun ? Buffer.concat([start, bytes]) : bytes)).rejects.toBeInstanceOf(VaultError);
    }),
    { numRuns: 200 },
  );
});

test("a passphrase opens what it sealed; another one is named as such, and a cost beyond reason is refused", async () => {
  const file = await all(encryptAge([Buffer.from("secret")], [passphraseRecipient("right words", 10)]));
  expect((await opened(file, [passphraseIdentity("right words")])).toString()).toBe("secret");
  await expect(opened(file, [passphraseIdentity("wrong words")])).rejects.toMatchObject({ code: "wrong-passphrase" });
  const dear = Buffer.from(file.toString("latin1").replace(/(-> scrypt \S+) 10/, "$1 25"), "latin1");
  await expect(opened(dear, [passphraseIdentity("right words")])).rejects.toThrow("memory");
});

test("an SSH key opens what was sealed to its public half, and only it", async () => {
  const [mine, other] = [newSigningKey(), newSigningKey()];
  const file = await all(
    encryptAge([Buffer.from("to ssh")], [key.recipient, sshRecipient(sshPublicKey(mine.publicKey))]),
  );
  expect((await opened(file, [sshIdentity(mine.seed)])).toString()).toBe("to ssh");
  expect((await opened(file)).toString()).toBe("to ssh");
  await expect(opened(file, [sshIdentity(other.seed)])).rejects.toThrow("somebody else");
  expect(() => sshRecipient("ssh-rsa AAAA")).toThrow(FormatError);
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(() =>
        readOpensshKey(`-----BEGIN OPENSSH PRIVATE KEY-----\n${text}-----END OPENSSH PRIVATE KEY-----\n`),
      ).toThrow(FormatError);
    }),
  );
});

withTool("age")("age opens what Candor seals, and Candor what age seals", async () => {
  const bytes = randomBytes(20 * chunk + 5);
  const [keyFile, plain, file] = [join(folder, "key"), join(folder, "plain"), join(folder, "file.age")];
  writeFileSync(keyFile, `${key.identity}\n`);
  writeFileSync(plain, bytes);
  writeFileSync(file, await sealed(bytes));
  const age = (...args: string[]) => execFileSync("age", args, { maxBuffer: 1 << 26 });
  expect(age("-d", "-i", keyFile, file).equals(bytes)).toBe(true);
  writeFileSync(file, await all(armored(encryptAge([bytes], [key.recipient]))));
  expect(age("-d", "-i", keyFile, file).equals(bytes)).toBe(true);
  expect((await opened(age("-r", key.recipient, plain))).equals(bytes)).toBe(true);
  expect((await opened(age("-a", "-r", key.recipient, plain))).equals(bytes)).toBe(true);
  writeFileSync(file, (await sealed(bytes)).subarray(0, -1));
  expect(spawnSync("age", ["-d", "-i", keyFile, file]).status).not.toBe(0);
});

withTool("ssh-keygen")("age opens what Candor seals to an SSH key, and Candor what age seals to one", async () => {
  const sshKey = join(folder, "id_ed25519");
  execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", sshKey]);
  const line = readFileSync(`${sshKey}.pub`, "utf8");
  const file = join(folder, "ssh.age");
  writeFileSync(file, await all(encryptAge([Buffer.from("hello")], [sshRecipient(line)])));
  expect(execFileSync("age", ["-d", "-i", sshKey, file]).toString()).toBe("hello");
  const theirs = execFileSync("age", ["-R", `${sshKey}.pub`], { input: "back" });
  const seed = readOpensshKey(readFileSync(sshKey, "utf8"));
  expect((await opened(theirs, [sshIdentity(seed)])).toString()).toBe("back");
  execFileSync("ssh-keygen", ["-q", "-p", "-N", "some words", "-f", sshKey]);
  expect(() => readOpensshKey(readFileSync(sshKey, "utf8"))).toThrow("passphrase protects it");
});

withTool("script")("age asks at a terminal for the passphrase of what Candor sealed, and opens it", async () => {
  const file = join(folder, "words.age");
  writeFileSync(file, await all(encryptAge([Buffer.from("by words")], [passphraseRecipient("right words", 12)])));
  const out = join(folder, "words.txt");
  const child = spawnSync("script", ["-qec", `age -d -o '${out}' '${file}'`, "/dev/null"], {
    input: "right words\n",
    timeout: 20_000,
  });
  expect(child.status).toBe(0);
  expect(readFileSync(out, "utf8")).toBe("by words");
});

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Decrypter, Encrypter } from "age-encryption";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  bodySeal,
  newSealKey,
  seal,
  sealKeyOf,
  sealWithPassphrase,
  unseal,
  unsealWithPassphrase,
} from "../../src/vault/age.ts";
import { withTool } from "../tools.ts";

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

test("what is sealed is opened again, by this and by age's own library, of any length", async () => {
  const key = await newSealKey();
  const library = new Decrypter();
  library.addIdentity(key.identity);
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 70_000 }), async (bytes) => {
      const sealed = await seal(key.recipient, bytes);
      expect(await unseal(key.identity, sealed)).toEqual(bytes);
      expect(await library.decrypt(sealed)).toEqual(bytes);
    }),
    { numRuns: 30 },
  );
});

test("keys of any bytes give the recipient that the library gives, and open what is sealed to it and to others besides", async () => {
  for (let i = 0; i < 30; i++) {
    const [one, two] = [await newSealKey(), await newSealKey()];
    expect(await sealKeyOf(one.identity)).toEqual(one);
    const both = new Encrypter();
    both.addRecipient(two.recipient);
    both.addRecipient(one.recipient);
    expect(text(await unseal(one.identity, await both.encrypt("hello")))).toBe("hello");
  }
});

test("another key is refused; no change of one byte passes", async () => {
  const key = await newSealKey();
  const sealed = await seal(key.recipient, "org.foo.secret");
  await expect(unseal((await newSealKey()).identity, sealed)).rejects.toThrow("another key");
  for (let i = 0; i < sealed.length; i++) {
    const bad = sealed.slice();
    bad[i] = (bad[i] ?? 0) ^ 1;
    await expect(unseal(key.identity, bad), `byte ${i}`).rejects.toMatchObject({ name: "VaultError" });
  }
  for (const cut of [0, 1, 20, 100, sealed.length - 1])
    await expect(unseal(key.identity, sealed.subarray(0, cut))).rejects.toMatchObject({ code: "damaged" });
  await expect(sealKeyOf("AGE-SECRET-KEY-1QQQ")).rejects.toMatchObject({ code: "damaged" });
});

test("any bytes that are no age file are damaged, in bounded time", async () => {
  const { identity } = await newSealKey();
  const start = new TextEncoder().encode("age-encryption.org/v1\n-> X25519 ");
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.boolean(), async (bytes, begun) => {
      const whole = begun ? new Uint8Array([...start, ...bytes]) : bytes;
      await expect(unseal(identity, whole)).rejects.toMatchObject({ name: "VaultError" });
    }),
    { numRuns: 200 },
  );
});

test("a passphrase opens what it sealed, a wrong one is said to be wrong, a damaged file to be damaged", async () => {
  const sealed = await sealWithPassphrase("pass phrase", "the key", 6);
  expect(await unsealWithPassphrase("pass phrase", sealed)).toBe("the key");
  await expect(unsealWithPassphrase("pass phrase ", sealed)).rejects.toMatchObject({ code: "wrong-passphrase" });
  await expect(unsealWithPassphrase("pass phrase", sealed.slice(0, -60))).rejects.toMatchObject({ code: "damaged" });
  await expect(unsealWithPassphrase("pass phrase", "")).rejects.toMatchObject({ code: "damaged" });
});

test("a locked journal can be written and not read", async () => {
  const { recipient, identity } = await newSealKey();
  const locked = bodySeal(recipient, null);
  expect(locked.open).toBeUndefined();
  const sealed = (await locked.seal?.("body")) ?? "";
  expect(sealed).toMatch(/^[A-Za-z0-9+/=]+$/);
  expect(await bodySeal(recipient, identity).open?.(sealed)).toBe("body");
});

withTool("age")("Debian's age seals for it and opens what it sealed", async (age) => {
  const folder = mkdtempSync(join(tmpdir(), "candor-age-"));
  try {
    const { recipient, identity } = await newSealKey();
    const key = join(folder, "key");
    writeFileSync(key, identity);
    const theirs = execFileSync(age, ["-r", recipient], { input: "hello" });
    expect(text(await unseal(identity, new Uint8Array(theirs)))).toBe("hello");
    const ours = Buffer.from(await seal(recipient, "hello"));
    expect(execFileSync(age, ["-d", "-i", key], { input: ours, encoding: "utf8" })).toBe("hello");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

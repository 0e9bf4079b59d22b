import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { FormatError } from "../../src/core/errors.ts";
import { newSigningKey, signEd25519, signingKeyOf, verifyEd25519 } from "../../src/vault/ed25519.ts";
import {
  minisignDigest,
  minisignPublicKey,
  minisignSignature,
  readMinisignPublicKey,
  verifyMinisign,
} from "../../src/vault/minisign.ts";
import {
  checkpointText,
  readCheckpoint,
  readNote,
  readVerifierKey,
  signNote,
  verifierKey,
  verifyNote,
} from "../../src/vault/signed-note.ts";
import { readSshPublicKey, sshDigest, sshPublicKey, sshSignature, verifySshSignature } from "../../src/vault/sshsig.ts";
import { withTool } from "../tools.ts";

const folder = mkdtempSync(join(tmpdir(), "candor-signatures-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const key = newSigningKey();
const other = newSigningKey();
const content = Buffer.from("what is signed\n");

test("Ed25519 as RFC 8032 §7.1 has it (test 2)", () => {
  const known = signingKeyOf(Buffer.from("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb", "hex"));
  expect(Buffer.from(known.publicKey).toString("hex")).toBe(
    "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
  );
  expect(Buffer.from(signEd25519(known, Uint8Array.of(0x72))).toString("hex")).toBe(
    "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
  );
  expect(verifyEd25519(Uint8Array.of(1), content, Uint8Array.of(2))).toBe(false);
  expect(() => signingKeyOf(Uint8Array.of(1))).toThrow("32 bytes");
});

test("a note is signed and verified as the published example of Go's sumdb/note", () => {
  // golang.org/x/mod/sumdb/note, package documentation (BSD-3-Clause).
  const published = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
  const { name, publicKey } = readVerifierKey(published);
  expect(verifierKey(name, publicKey)).toBe(published);
  const note =
    "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n" +
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
  expect(verifyNote(readNote(note), name, publicKey)).toBe(true);
  expect(verifyNote(readNote(note.replace("answer", "Answer")), name, publicKey)).toBe(false);
  expect(verifyNote(readNote(note), name, key.publicKey)).toBe(false);
});

test("a checkpoint comes back from its signed note; a changed size does not verify", () => {
  const checkpoint = { origin: "candor.example/journal", size: 12, root: Buffer.alloc(32, 7) };
  const note = signNote(checkpointText(checkpoint), "owner", key);
  expect(readCheckpoint(readNote(note).text)).toEqual(checkpoint);
  expect(verifyNote(readNote(note), "owner", key.publicKey)).toBe(true);
  expect(verifyNote(readNote(note), "stranger", key.publicKey)).toBe(false);
  expect(verifyNote(readNote(note.replace("\n12\n", "\n13\n")), "owner", key.publicKey)).toBe(false);
});

test("any text is a note, a checkpoint, a key or a FormatError", () => {
  const readers = [readNote, readCheckpoint, readVerifierKey, readSshPublicKey, readMinisignPublicKey];
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.constantFrom(...readers), (text, read) => {
      try {
        read(text);
      } catch (error) {
        expect(error).toBeInstanceOf(FormatError);
      }
    }),
  );
});

test("signatures of the three kinds hold for what was signed, and for nothing else", async () => {
  const [blake, sha] = [await minisignDigest([content]), await sshDigest([content])];
  const [mini, ssh] = [minisignSignature(key, blake, "now\nand then"), sshSignature(key, sha, "candor-log")];
  expect(verifyMinisign(key.publicKey, blake, mini)).toBe("now and then");
  expect(verifyMinisign(other.publicKey, blake, mini)).toBeNull();
  expect(verifyMinisign(key.publicKey, await minisignDigest([Buffer.from("other")]), mini)).toBeNull();
  expect(verifyMinisign(key.publicKey, blake, mini.replace("and then", "and now"))).toBeNull();
  expect(verifySshSignature(key.publicKey, sha, "candor-log", ssh)).toBe(true);
  expect(verifySshSignature(key.publicKey, sha, "git", ssh)).toBe(false);
  expect(verifySshSignature(other.publicKey, sha, "candor-log", ssh)).toBe(false);
  expect(verifySshSignature(key.publicKey, await sshDigest([]), "candor-log", ssh)).toBe(false);
  expect(readSshPublicKey(`${sshPublicKey(key.publicKey)} someone`)).toEqual(Buffer.from(key.publicKey));
  expect(readMinisignPublicKey(minisignPublicKey(key.publicKey))).toEqual(Buffer.from(key.publicKey));
});

withTool("minisign")("minisign verifies what Candor signs, and refuses it when it is changed", async () => {
  const [file, sign, pub] = [join(folder, "content"), join(folder, "content.minisig"), join(folder, "candor.pub")];
  writeFileSync(file, content);
  writeFileSync(pub, minisignPublicKey(key.publicKey));
  writeFileSync(sign, minisignSignature(key, await minisignDigest([content]), "2026-11-22"));
  const verify = () => spawnSync("minisign", ["-Vm", file, "-x", sign, "-p", pub], { encoding: "utf8" });
  expect(verify().stdout).toContain("Trusted comment: 2026-11-22");
  expect(verify().status).toBe(0);
  writeFileSync(file, "something else");
  expect(verify().status).not.toBe(0);
});

withTool("ssh-keygen")("ssh-keygen verifies what Candor signs, and Candor what ssh-keygen signs", async () => {
  const [allowed, sign] = [join(folder, "allowed"), join(folder, "content.sig")];
  writeFileSync(allowed, `owner ${sshPublicKey(key.publicKey)}\n`);
  writeFileSync(sign, sshSignature(key, await sshDigest([content]), "candor-log"));
  const args = ["-Y", "verify", "-f", allowed, "-I", "owner", "-n", "candor-log", "-s", sign];
  expect(spawnSync("ssh-keygen", args, { input: content }).status).toBe(0);
  expect(spawnSync("ssh-keygen", args, { input: "changed" }).status).not.toBe(0);

  const theirs = join(folder, "id");
  execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", theirs]);
  const made = execFileSync("ssh-keygen", ["-Y", "sign", "-q", "-f", theirs, "-n", "candor-log"], { input: content });
  const theirKey = readSshPublicKey(readFileSync(`${theirs}.pub`, "utf8"));
  expect(verifySshSignature(theirKey, await sshDigest([content]), "candor-log", made.toString())).toBe(true);
});

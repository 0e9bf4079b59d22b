import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { FormatError } from "../../src/core/errors.ts";
import { decryptAge, encryptAge } from "../../src/vault/age-stream.ts";
import { isRsaKey, sshRsaIdentity, sshRsaRecipient } from "../../src/vault/ssh-rsa-recipient.ts";
import { withTool } from "../tools.ts";

const work = mkdtempSync(join(tmpdir(), "candor-rsa-"));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const path = (name: string) => join(work, name);
const keyOf = (name: string, ...more: string[]) => {
  execFileSync("ssh-keygen", ["-q", "-t", "rsa", "-N", "", "-C", "helper@desk", "-f", path(name), ...more]);
  return { secret: readFileSync(path(name), "utf8"), line: readFileSync(path(`${name}.pub`), "utf8") };
};
const all = async (pieces: AsyncIterable<Uint8Array>) => {
  const kept: Buffer[] = [];
  for await (const piece of pieces) kept.push(Buffer.from(piece));
  return Buffer.concat(kept);
};

withTool("age")(
  "age opens what is sealed to an RSA key of SSH, and what age seals to one is opened, from either form of the key",
  async () => {
    const { secret, line } = keyOf("id_rsa", "-b", "2048");
    const pem = keyOf("id_pem", "-b", "2048", "-m", "PEM");
    for (const key of [
      { name: "id_rsa", secret, line },
      { name: "id_pem", ...pem },
    ]) {
      expect(isRsaKey(key.secret)).toBe(true);
      const sealed = await all(encryptAge([Buffer.from("only for the desk")], [sshRsaRecipient(key.line)]));
      writeFileSync(path("ours.age"), sealed);
      expect(execFileSync("age", ["-d", "-i", path(key.name), path("ours.age")]).toString()).toBe("only for the desk");
      expect((await all(decryptAge([sealed], [sshRsaIdentity(key.secret)]))).toString()).toBe("only for the desk");
      const theirs = execFileSync("age", ["-R", path(`${key.name}.pub`)], { input: "from age" });
      expect((await all(decryptAge([theirs], [sshRsaIdentity(key.secret)]))).toString()).toBe("from age");
    }
    const other = sshRsaIdentity(pem.secret);
    const sealed = await all(encryptAge([Buffer.from("x")], [sshRsaRecipient(line)]));
    await expect(all(decryptAge([sealed], [other]))).rejects.toThrow("sealed for somebody else");
  },
  60_000,
);

withTool("ssh-keygen")(
  "a key that is short, protected or damaged is refused in words",
  () => {
    const short = keyOf("short", "-b", "1024");
    expect(() => sshRsaRecipient(short.line)).toThrow("1024 bits");
    execFileSync("ssh-keygen", ["-q", "-p", "-N", "a passphrase", "-f", path("short")]);
    expect(() => sshRsaIdentity(readFileSync(path("short"), "utf8"))).toThrow("passphrase protects it");
    expect(() => sshRsaRecipient("ssh-rsa AAAAB3")).toThrow(FormatError);
  },
  60_000,
);

test("any bytes behind ssh-rsa, or in a secret key, give a key or a FormatError", () => {
  const begin = Buffer.from("\0\0\0\x07ssh-rsa");
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 600 }), fc.boolean(), (bytes, headed) => {
      const base64 = Buffer.concat([headed ? begin : Buffer.alloc(0), bytes]).toString("base64");
      const inner = Buffer.concat([Buffer.from("openssh-key-v1\0"), bytes]).toString("base64");
      const secret = `-----BEGIN OPENSSH PRIVATE KEY-----\n${inner}\n-----END OPENSSH PRIVATE KEY-----\n`;
      for (const read of [() => sshRsaRecipient(`ssh-rsa ${base64}`), () => sshRsaIdentity(secret)])
        try {
          read();
        } catch (error) {
          if (!(error instanceof FormatError)) throw error;
        }
    }),
    { numRuns: 300 },
  );
});

import { createCipheriv, createDecipheriv, randomBytes, scrypt } from "node:crypto";
import type { Identity, Recipient } from "age-encryption";
import { VaultError } from "../core/errors.ts";
import { scryptCost } from "./age.ts";

/** Base 2 logarithm of the highest cost that is paid for a file of somebody else: 1 GiB of memory. */
const mostCost = 20;
const label = "age-encryption.org/v1/scrypt";

/** Whoever knows the passphrase, as the one recipient of an age file (C2SP/C2SP age.md, "The scrypt recipient type"). */
export function passphraseRecipient(passphrase: string, cost = scryptCost): Recipient {
  return {
    async wrapFileKey(fileKey) {
      const salt = randomBytes(16);
      const cipher = createCipheriv("chacha20-poly1305", await stretched(passphrase, salt, cost), Buffer.alloc(12), {
        authTagLength: 16,
      });
      const body = Buffer.concat([cipher.update(fileKey), cipher.final(), cipher.getAuthTag()]);
      return [{ args: ["scrypt", salt.toString("base64").replace(/=+$/, ""), String(cost)], body }];
    },
  };
}

/** The passphrase as an identity. It throws VaultError `wrong-passphrase`, and `refused` for a file that would take more than 1 GiB of memory. */
export function passphraseIdentity(passphrase: string): Identity {
  return {
    async unwrapFileKey(stanzas) {
      const [stanza] = stanzas.filter(({ args }) => args[0] === "scrypt");
      if (!stanza) return null;
      const [, encoded = "", costText = ""] = stanza.args;
      const salt = Buffer.from(encoded, "base64");
      const shaped = stanza.args.length === 3 && salt.length === 16 && stanza.body.length === 32;
      if (stanzas.length !== 1 || !shaped || !/^[1-9]\d?$/.test(costText)) throw new Error("invalid scrypt stanza");
      const cost = Number(costText);
      if (cost > mostCost)
        throw new VaultError("refused", `To open it would take ${2 ** (cost - 10)} MiB of memory, which is not done.`);
      const key = await stretched(passphrase, salt, cost);
      const decipher = createDecipheriv("chacha20-poly1305", key, Buffer.alloc(12), { authTagLength: 16 });
      decipher.setAuthTag(stanza.body.subarray(16));
      try {
        return new Uint8Array(Buffer.concat([decipher.update(stanza.body.subarray(0, 16)), decipher.final()]));
      } catch {
        throw new VaultError("wrong-passphrase", "That is not the passphrase.");
      }
    },
  };
}

/** In a thread of Node's pool: it takes a second, and a file of somebody else may ask for half a minute. */
function stretched(passphrase: string, salt: Uint8Array, cost: number): Promise<Uint8Array> {
  const [N, r] = [2 ** cost, 8];
  const options = { N, r, p: 1, maxmem: 128 * N * r + 2 ** 20 };
  const salted = Buffer.concat([Buffer.from(label), salt]);
  return new Promise((resolve, reject) =>
    scrypt(passphrase, salted, 32, options, (error, key) => (error ? reject(error) : resolve(key))),
  );
}

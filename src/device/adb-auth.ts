import { constants, privateEncrypt } from "node:crypto";
import { type AdbAuthenticator, AdbAuthType, AdbCommand, type AdbPacketData } from "@yume-chan/adb";
import type { AdbKey } from "./adb-key.ts";

/** ASN.1 of a SHA-1 digest's head: adbd verifies its 20-byte token as if it were one (AOSP packages/modules/adb/client/auth.cpp). */
const digestInfo = Uint8Array.of(0x30, 0x21, 0x30, 0x09, 6, 5, 0x2b, 0x0e, 3, 2, 0x1a, 5, 0, 4, 0x14);
const tokenSize = 20;

/**
 * Proves to the phone who we are: every key in turn signs the token, then the first key's public half is sent and the phone asks
 * its owner.
 *
 * @param onPrompt called before the phone is made to ask.
 */
export function authenticator(keys: readonly [AdbKey, ...AdbKey[]], onPrompt: (key: AdbKey) => void): AdbAuthenticator {
  return async function* (_store, nextRequest) {
    for (const key of keys) {
      const { arg0, payload } = await nextRequest();
      if (arg0 !== AdbAuthType.Token || payload.length !== tokenSize) return;
      yield answer(AdbAuthType.Signature, signature(key, payload));
    }
    await nextRequest();
    onPrompt(keys[0]);
    // A phone that was told "no", or restarts its question, may send another token: adb answers each with the public key.
    for (;;) {
      yield answer(AdbAuthType.PublicKey, publicKeyLine(keys[0]));
      await nextRequest();
    }
  };
}

function answer(type: AdbAuthType, payload: Uint8Array): AdbPacketData {
  return { command: AdbCommand.Auth, arg0: type, arg1: 0, payload };
}

function signature(key: AdbKey, token: Uint8Array): Uint8Array {
  const digest = new Uint8Array(digestInfo.length + tokenSize);
  digest.set(digestInfo);
  digest.set(token, digestInfo.length);
  return privateEncrypt({ key: key.privateKey, padding: constants.RSA_PKCS1_PADDING }, digest);
}

/** The public key as adb writes it into `adbkey.pub`: Base64, a space, `user@host`; ended by a NUL. */
function publicKeyLine(key: AdbKey): Uint8Array {
  return new TextEncoder().encode(`${Buffer.from(key.publicKey).toString("base64")} ${key.name}\0`);
}

import { DeviceError } from "../core/errors.ts";
import type { Source } from "../core/source.ts";

/** What the phone's key store answered: a chain of certificates as PEM, the key's first, or why there is none, as a sentence. */
export type DexAttestation =
  | { readonly route: "app_process"; readonly chainPem: string }
  | { readonly refused: string };

/**
 * Has the phone's hardware attest a fresh key over `challenge` by a small program that the phone's own `app_process` runs, as adb's shell.
 * The program lies on the phone for the seconds in which it runs; ask the person first. Nothing of the answer is verified here.
 *
 * @param challenge 1 to 128 bytes.
 * @throws DeviceError `gone`, `cancelled`, `refused` where the source is no phone
 */
export async function attestByDex(phone: Source, challenge: Uint8Array, signal?: AbortSignal): Promise<DexAttestation> {
  if (challenge.length === 0 || challenge.length > 128) throw new RangeError("a challenge has 1 to 128 bytes");
  if (phone.services === undefined)
    throw new DeviceError("refused", "Only the hardware of a connected phone can be asked.");
  signal?.throwIfAborted();
  return { refused: "This Candor cannot ask the phone's key store yet." };
}

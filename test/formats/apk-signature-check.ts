import { readFileSync } from "node:fs";
import { memoryFile, nodeCodec } from "../../src/device/file.ts";
import { nodeCrypto } from "../../src/device/node-crypto.ts";
import {
  type ApkSignatures,
  type SignatureOptions,
  type SignatureVerdict,
  verifyApkSignatures,
} from "../../src/formats/apk-signature.ts";
import { readSigningBlock } from "../../src/formats/apk-signing-block.ts";
import { openApkZip } from "../../src/formats/apk-zip.ts";

/** Verifies an APK in memory, or a file. */
export async function check(apk: Uint8Array | string, options: SignatureOptions = {}): Promise<ApkSignatures> {
  const zip = await openApkZip(memoryFile(typeof apk === "string" ? readFileSync(apk) : apk));
  const block = await readSigningBlock(zip.file, zip.end);
  return await verifyApkSignatures(zip, block, nodeCrypto, { codec: nodeCodec, ...options });
}

/** What is true at one API level. */
export function at(signatures: ApkSignatures, sdk: number): SignatureVerdict {
  const found = signatures.verdicts.find(({ from, to }) => from <= sdk && sdk <= to);
  if (!found) throw new Error(`nothing is said of API level ${sdk}`);
  return found;
}

/** All verdicts in short, such as `24-27 v2 verified, 28-37 v3 refused`. */
export function summary({ verdicts }: ApkSignatures): string {
  return verdicts.map(({ from, to, scheme, outcome }) => `${from}-${to} ${scheme ?? "none"} ${outcome}`).join(", ");
}

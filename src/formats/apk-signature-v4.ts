import { FormatError } from "../core/errors.ts";
import { BlockReader, SignatureRefused } from "./apk-signature-reader.ts";
import { readX509, type X509 } from "./x509.ts";

/** A v4 signature as it stands in the `.apk.idsig` beside an APK; recognised, not verified. */
export interface V4Signature {
  readonly version: number;
  /** The content's digest of the v2 or v3 signature that it belongs to. */
  readonly apkDigest: Uint8Array;
  readonly certificate: X509;
}

/**
 * Reads an `.idsig` file, by which an APK can be installed while it is still being streamed. source.android.com/docs/security/features/
 * apksigning/v4; AOSP frameworks/base core/java/android/os/incremental/V4Signature.java.
 *
 * @throws FormatError when it is none.
 */
export function readV4Signature(bytes: Uint8Array): V4Signature {
  try {
    const file = new BlockReader(bytes);
    const version = file.u32();
    if (version !== 2) throw new FormatError("idsig", `it has version ${version}, and only 2 is known`);
    file.field();
    const signing = file.block();
    const apkDigest = signing.field();
    return { version, apkDigest, certificate: readX509(signing.field()) };
  } catch (error) {
    if (error instanceof SignatureRefused) throw new FormatError("idsig", "it is cut off");
    throw error;
  }
}

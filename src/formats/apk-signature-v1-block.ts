import { FormatError } from "../core/errors.ts";
import { SignatureRefused, SignatureUnknown, sameBytes } from "./apk-signature-reader.ts";
import { jarMethod } from "./apk-signature-v1-algorithms.ts";
import { readAsn1 } from "./asn1.ts";
import type { Crypto } from "./crypto.ts";
import { readSignedData, type SignedData, type SignerInfo } from "./pkcs7.ts";
import { readX509, type X509, type X509Body } from "./x509.ts";
import { type DistinguishedName, readName, sameName } from "./x509-name.ts";

/**
 * Verifies a JAR's signature block (.RSA, .DSA, .EC) over its signature file, and gives the signer's certificate with those that
 * vouch for it. Android 7 and later try all signatures of the block, older ones only the first. AOSP libcore sun/security/pkcs/PKCS7.java,
 * SignerInfo.java; tools/apksig V1SchemeVerifier.java.
 *
 * @throws SignatureRefused when none matches, or one is such that Android stops at it; SignatureUnknown.
 */
export async function verifyJarBlock(
  block: Uint8Array,
  signed: Uint8Array,
  sdk: number,
  crypto: Crypto,
): Promise<readonly X509[]> {
  const data = parsed(block);
  if (data.signers.length === 0) throw new SignatureRefused("holds no signature");
  const certificates = data.certificates.map(readX509);
  let found: X509 | undefined;
  for (const info of sdk < 24 ? data.signers.slice(0, 1) : data.signers) {
    const certificate = await verifyInfo(data, info, certificates, signed, sdk, crypto);
    found ??= certificate;
  }
  if (found === undefined) throw new SignatureRefused("does not match the signature file");
  return chain(found, certificates);
}

function parsed(block: Uint8Array): SignedData {
  try {
    return readSignedData(block);
  } catch (error) {
    if (error instanceof FormatError) throw new SignatureRefused(`cannot be read (${error.message})`);
    throw error;
  }
}

/** The signer's certificate, or undefined when this signature does not match; another one may. */
async function verifyInfo(
  data: SignedData,
  info: SignerInfo,
  certificates: readonly X509[],
  signed: Uint8Array,
  sdk: number,
  crypto: Crypto,
): Promise<X509 | undefined> {
  const how = jarMethod(info.digestAlgorithm, info.signatureAlgorithm, sdk);
  if (how === undefined)
    throw new SignatureRefused(
      `is made with algorithms that Android does not verify together (${info.digestAlgorithm}, ${info.signatureAlgorithm})`,
    );
  const certificate = findCertificate(info, certificates);
  const { body } = certificate;
  if (body === undefined || body.unknownCritical.length > 0)
    throw new SignatureRefused("is made with a certificate that Android does not take");
  if (body.maySign === false) throw new SignatureRefused("is made with a certificate that is not for signatures");
  const attributes = info.signedAttributes;
  if (attributes !== undefined) {
    // Before Android 4.4 the digest among the attributes was not compared.
    if (sdk < 19) throw new SignatureRefused("has signed attributes, which are not safe on this version of Android");
    if (sdk >= 24 && attributes.contentType === undefined)
      throw new SignatureRefused("has signed attributes without the content's type");
    if (sdk >= 24 && attributes.contentType !== data.contentType) return undefined;
    if (attributes.messageDigest === undefined) throw new SignatureRefused("has signed attributes without a digest");
    if (!sameBytes(attributes.messageDigest, await crypto.digest(how.digest, signed))) return undefined;
  }
  const bytes = attributes?.signedBytes ?? signed;
  const outcome = await crypto.verify(how.method, body.publicKey, info.signature, bytes);
  if (outcome === "unsupported") throw new SignatureUnknown("needs an algorithm that is not known here");
  return outcome === "verified" ? certificate : undefined;
}

function findCertificate(info: SignerInfo, certificates: readonly X509[]): X509 {
  const issuer = signerName(info);
  const found = certificates.find(
    ({ body }) => body && sameBytes(body.serialBytes, info.serialBytes) && sameName(body.issuer, issuer),
  );
  if (found === undefined) throw new SignatureRefused("does not hold the signer's certificate");
  return found;
}

/** Tools often write the issuer's name in another kind of string than the certificate does. */
function signerName({ issuerBytes }: SignerInfo): DistinguishedName {
  try {
    return readName(readAsn1(issuerBytes), () => {});
  } catch (error) {
    if (error instanceof FormatError) throw new SignatureRefused("names its signer in a way that cannot be read");
    throw error;
  }
}

/** The certificate, and after each the one that its issuer's name names. */
function chain(leaf: X509, certificates: readonly X509[]): readonly X509[] {
  const found = [leaf];
  const unused = new Set(certificates);
  unused.delete(leaf);
  for (let last: X509 | undefined = leaf; last?.body && !sameName(last.body.issuer, last.body.subject); ) {
    const { issuer }: X509Body = last.body;
    last = [...unused].find(({ body }) => body && sameName(body.subject, issuer));
    if (last === undefined) break;
    unused.delete(last);
    found.push(last);
  }
  return found;
}

import { FormatError } from "../core/errors.ts";
import { type Asn1, asn1Children, asn1Content, asn1Oid, asn1Tags, readAsn1 } from "./asn1.ts";

/** The kind and size of a public key. */
export interface PublicKeyInfo {
  /** `RSA`, `DSA`, `EC`, `Ed25519`, `ML-DSA`, else its object identifier. */
  readonly kind: string;
  /** Of the modulus, the prime or the curve; undefined where it is not known. */
  readonly bits: number | undefined;
  /** Such as `P-256`; for EC only. */
  readonly curve?: string;
}

const curves: ReadonlyMap<string, readonly [name: string, bits: number]> = new Map([
  ["1.3.132.0.33", ["P-224", 224]],
  ["1.2.840.10045.3.1.7", ["P-256", 256]],
  ["1.3.132.0.34", ["P-384", 384]],
  ["1.3.132.0.35", ["P-521", 521]],
  ["1.3.132.0.10", ["secp256k1", 256]],
]);

const signatureAlgorithms: ReadonlyMap<string, string> = new Map([
  ["1.2.840.113549.1.1.2", "MD2 with RSA"],
  ["1.2.840.113549.1.1.4", "MD5 with RSA"],
  ["1.2.840.113549.1.1.5", "SHA-1 with RSA"],
  ["1.2.840.113549.1.1.10", "RSA-PSS"],
  ["1.2.840.113549.1.1.11", "SHA-256 with RSA"],
  ["1.2.840.113549.1.1.12", "SHA-384 with RSA"],
  ["1.2.840.113549.1.1.13", "SHA-512 with RSA"],
  ["1.2.840.113549.1.1.14", "SHA-224 with RSA"],
  ["1.2.840.10040.4.3", "SHA-1 with DSA"],
  ["2.16.840.1.101.3.4.3.1", "SHA-224 with DSA"],
  ["2.16.840.1.101.3.4.3.2", "SHA-256 with DSA"],
  ["2.16.840.1.101.3.4.3.3", "SHA-384 with DSA"],
  ["2.16.840.1.101.3.4.3.4", "SHA-512 with DSA"],
  ["1.2.840.10045.4.1", "SHA-1 with ECDSA"],
  ["1.2.840.10045.4.3.1", "SHA-224 with ECDSA"],
  ["1.2.840.10045.4.3.2", "SHA-256 with ECDSA"],
  ["1.2.840.10045.4.3.3", "SHA-384 with ECDSA"],
  ["1.2.840.10045.4.3.4", "SHA-512 with ECDSA"],
  ["1.3.101.112", "Ed25519"],
  ["2.16.840.1.101.3.4.3.17", "ML-DSA-44"],
  ["2.16.840.1.101.3.4.3.18", "ML-DSA-65"],
  ["2.16.840.1.101.3.4.3.19", "ML-DSA-87"],
]);

/** A signature algorithm's name (RFC 8017, 5758, 8410, 9881), else its object identifier. */
export function signatureAlgorithmName(oid: string): string {
  return signatureAlgorithms.get(oid) ?? oid;
}

/** The kind and size of a SubjectPublicKeyInfo (RFC 5280 §4.1.2.7, RFC 3279 §2.3). @throws FormatError when it has no algorithm. */
export function readPublicKey(publicKey: Asn1, fault: (text: string) => void): PublicKeyInfo {
  const [algorithm, key] = asn1Children(publicKey, fault);
  if (algorithm?.tag !== asn1Tags.sequence) throw new FormatError("x509", "the public key has no algorithm");
  const [kind, parameters] = asn1Children(algorithm, fault);
  const oid = asn1Oid(kind);
  const size = (element: Asn1 | undefined, what: string) => {
    const bits = element?.tag === asn1Tags.integer ? bitLength(asn1Content(element)) : undefined;
    if (bits === undefined) fault(`the size of its ${what} key cannot be read`);
    return bits;
  };
  switch (oid) {
    case "1.2.840.113549.1.1.1":
      return { kind: "RSA", bits: size(modulus(key, fault), "RSA") };
    case "1.2.840.10040.4.1":
      return { kind: "DSA", bits: size(parameters && asn1Children(parameters, fault)[0], "DSA") };
    case "1.2.840.10045.2.1": {
      const name = parameters?.tag === asn1Tags.oid ? asn1Oid(parameters) : undefined;
      if (name === undefined) fault("the curve of its key is not named");
      const [curve, bits] = curves.get(name ?? "") ?? [name ?? "explicit", undefined];
      return { kind: "EC", bits, curve };
    }
    case "1.3.101.112":
      return { kind: "Ed25519", bits: 256 };
    default:
      return { kind: /^ML-DSA/.test(signatureAlgorithmName(oid)) ? "ML-DSA" : oid, bits: undefined };
  }
}

/** The first number of the RSAPublicKey in a BIT STRING. */
function modulus(key: Asn1 | undefined, fault: (text: string) => void): Asn1 | undefined {
  if (key?.tag !== asn1Tags.bitString) return undefined;
  try {
    return asn1Children(readAsn1(key.bytes, key.contentStart + 1, key.contentEnd, fault), fault)[0];
  } catch {
    return undefined;
  }
}

function bitLength(bytes: Uint8Array): number {
  const start = bytes.findIndex((byte) => byte !== 0);
  return start < 0 ? 0 : (bytes.length - start) * 8 - Math.clz32(bytes[start] as number) + 24;
}

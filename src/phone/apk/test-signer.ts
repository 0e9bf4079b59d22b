import { der, derInteger, derName, derUtcTime } from "../der.ts";

/** The kinds of key that APKs are signed with here; both with SHA-256. */
export type SignerKind = "rsa" | "ec";

/** Who a certificate says its holder is. */
export interface SignerName {
  readonly commonName: string;
  readonly organisation?: string;
  /** Two letters. */
  readonly country?: string;
}

/** A key with a certificate that it signed itself. */
export interface TestSigner {
  readonly kind: SignerKind;
  /** X.509, DER. */
  readonly certificate: Uint8Array<ArrayBuffer>;
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array<ArrayBuffer>;
  /** RSA PKCS#1 v1.5, or ECDSA as DER. */
  sign(data: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>;
}

const algorithms = {
  rsa: {
    key: {
      name: "RSASSA-PKCS1-v1_5",
      modulusLength: 2048,
      publicExponent: Uint8Array.of(1, 0, 1),
      hash: "SHA-256",
    },
    // sha256WithRSAEncryption with NULL, RFC 4055 §5; ecdsa-with-SHA256, RFC 5758 §3.2.
    identifier: Uint8Array.of(0x30, 13, 6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 11, 5, 0),
  },
  ec: {
    key: { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" },
    identifier: Uint8Array.of(0x30, 10, 6, 8, 0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 2),
  },
} as const;

/**
 * Makes a new key and a certificate for it, valid from 2020 to 2050. The key lies in memory only and cannot be taken out.
 *
 * RFC 5280.
 */
export async function createTestSigner(name: SignerName, kind: SignerKind = "ec"): Promise<TestSigner> {
  const { key, identifier } = algorithms[kind];
  const pair = await crypto.subtle.generateKey(key, false, ["sign", "verify"]);
  const publicKey = new Uint8Array(await crypto.subtle.exportKey("spki", pair.publicKey));
  const sign = async (data: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> => {
    const signature = new Uint8Array(await crypto.subtle.sign(key, pair.privateKey, data));
    return kind === "rsa" ? signature : ecdsaDer(signature);
  };
  const holder = derName(name);
  const body = der(
    0x30,
    der(0xa0, derInteger(Uint8Array.of(2))),
    derInteger(await serial(name)),
    identifier,
    holder,
    der(0x30, derUtcTime("200101000000Z"), derUtcTime("491231235959Z")),
    holder,
    publicKey,
  );
  const certificate = der(0x30, body, identifier, der(0x03, Uint8Array.of(0), await sign(body)));
  return { kind, certificate, publicKey, sign };
}

/** The first bytes of the name's digest: one number for one name, so that all files have the same size on every run. */
async function serial({ commonName }: SignerName): Promise<Uint8Array> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(commonName)));
  return Uint8Array.of(0x40 | ((digest[0] ?? 0) & 0x3f), ...digest.subarray(1, 8));
}

/** WebCrypto gives both numbers of a signature one behind the other, X.509 and APKs want DER (RFC 3279 §2.2.3). */
function ecdsaDer(signature: Uint8Array): Uint8Array<ArrayBuffer> {
  const half = signature.length / 2;
  return der(0x30, derInteger(signature.subarray(0, half)), derInteger(signature.subarray(half)));
}

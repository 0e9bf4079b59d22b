import { FormatError } from "../core/errors.ts";
import { defineFeed } from "../core/feed.ts";

/** The key of a root that Google signs attestation keys with. */
export interface AttestationRoot {
  readonly name: string;
  /** SubjectPublicKeyInfo, base64. */
  readonly publicKey: string;
}

export interface AttestationRoots {
  readonly roots: readonly AttestationRoot[];
}

/**
 * Keys of the roots that hardware attestations of Android phones end in. Only the keys count: Google has published several certificates for
 * the first one, the last of which is valid until 2042.
 */
export const attestationRoots = defineFeed<AttestationRoots>({
  id: "attestation-roots",
  about: "Google's root keys, which vouch for the hardware of Android phones",
  publisher: "Google",
  licence: "public keys",
  homepage: "https://developer.android.com/privacy-and-security/security-key-attestation#root_certificate",
  files: {},
  parse: () => {
    throw new FormatError(
      "attestation-roots",
      "this list comes with Candor alone: trust in new roots is no matter of an update",
    );
  },
  count: ({ roots }) => roots.length,
  embedded: {
    date: "2026-11-22",
    value: {
      roots: [
        {
          name: "Google hardware attestation root (RSA, f92009e853b6b045)",
          publicKey:
            "MIICIjANBgkqhkiG9w0BAQEFAAOCAg8AMIICCgKCAgEAr7bHgiuxpwHsK7Qui8xUFmOr75gvMsd/dTEDDJdSSxtf6An7xyqpRR90" +
            "PL2abxM1dEqlXnf2tqw1Ne4Xwl5jlRfdnJLmN0pTy/4lj4/7tv0Sk3iiKkypnEUtR6WfMgH0QZfKHM1+di+y9TFRtv6y//0rb+T+" +
            "W8a9nsNL/ggjnar86461qO0rOs2cXjp3kOG1FEJ5MVmFmBGtnrKpa73XpXyTqRxB/M0n1n/W9nGqC4FSYa04T6N5RIZGBN2z2MT5" +
            "IKGbFlbC8UrW0DxW7AYImQQcHtGl/m00QLVWutHQoVJYnFPlXTcHYvASLu+RhhsbDmxMgJJ0mcDpvsC4PjvB+TxywElgS70vE0Xm" +
            "LD+OJtvsBslHZvPBKCOdT0MS+tgSOIfga+z1Z1g7+DVagf7quvmag8jfPioyKvxnK/EgsTUVi2ghzq8wm27ud/mIM7AY2qEORR8G" +
            "o3TVB4HzWQgpZrt3i5MIlCaY504LzSRiigHCzAPlHws+W0rB5N+er5/2pJKnfBSDiCiFAVtCLOZ7gLiMm0jhO2B6tUXHI/+MRPjy" +
            "02i59lINMRRev56GKtcd9qO/0kUJWdZTdA2XoS82ixPvZtXQpUpuL12ab+9EaDK8Z4RHJYYfCT3Q5vNAXaiWQ+8PTWm2QgBR/bkw" +
            "SWc+NpUFgNPN9PvQi8WEg5UmAGMCAwEAAQ==",
        },
        {
          name: "Google Key Attestation CA1 (P-384)",
          publicKey:
            "MHYwEAYHKoZIzj0CAQYFK4EEACIDYgAEI9ojcU7fPlsFCjxy6IRqzgeOoK0b+YsV9FPQywiyw8EQRTkJ9u3qwfnI4DGoSLlBqClT" +
            "XJfgfCcZvs60FikNMHnu4fkRzObfgDkU2KNXezT9/RQ+XvNslxPHrHCowhGr",
        },
      ],
    },
  },
});

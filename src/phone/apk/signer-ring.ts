import { createTestSigner, type SignerName, type TestSigner } from "./test-signer.ts";

/** Gives the signer of a name: the same one each time it is asked. */
export type SignerRing = (name: SignerName) => Promise<TestSigner>;

/** Makes a key for each name when it is first asked for. */
export function signerRing(): SignerRing {
  const signers = new Map<string, Promise<TestSigner>>();
  return (name) => {
    const key = JSON.stringify([name.commonName, name.organisation, name.country]);
    const known = signers.get(key) ?? createTestSigner(name);
    signers.set(key, known);
    return known;
  };
}

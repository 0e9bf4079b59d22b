import { expect, test } from "vitest";
import { knownSigner } from "../../src/apps/known-signers.ts";
import { FormatError } from "../../src/core/errors.ts";
import { knownSigners } from "../../src/feeds/known-signers.ts";

const { signers } = knownSigners.embedded?.value ?? { signers: [] };

test("each package stands there once, with certificates and where they are published", () => {
  expect(signers.length).toBeGreaterThanOrEqual(60);
  expect(new Set(signers.map((signer) => signer.package)).size).toBe(signers.length);
  for (const { package: name, maker, certificates, source } of signers) {
    expect(name).toMatch(/^[a-zA-Z]\w*(?:\.\w+)+$/);
    expect(maker).not.toBe("");
    expect(certificates.length).toBeGreaterThan(0);
    expect(new Set(certificates).size).toBe(certificates.length);
    for (const sha256 of certificates) expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(source).toMatch(/^https:\/\//);
  }
});

test("no key that anybody can have is anybody's", () => {
  for (const { certificates } of signers)
    for (const sha256 of certificates) expect(knownSigner(sha256)).toBeUndefined();
});

test("fingerprints that are published in many places are these", () => {
  const of = (name: string) => signers.find((signer) => signer.package === name)?.certificates;
  // https://signal.org/android/apk/ and https://f-droid.org/docs/Release_Channels_and_Signing_Keys/
  expect(of("org.thoughtcrime.securesms")).toEqual([
    "29f34e5f27f211b424bc5bf9d67162c0eafba2da35af35c16416fc446276ba26",
  ]);
  expect(of("org.fdroid.fdroid")).toEqual(["43238d512c1e5eb2d6569f4a3afbf5523418b82e0a3ed1552770abb9a9c9ccab"]);
});

test("the list is not read from files", () => {
  expect(() => knownSigners.parse({}, { yaml: () => null })).toThrow(FormatError);
});

/**
 * Certificates of keys that lie in Android's own source, so that anyone can sign with them: on an app outside of a test they say that nobody
 * stands behind the signature. SHA-256 of the certificate.
 *
 * AOSP build/make target/product/security (testkey, platform, shared, media, networkstack).
 */
const publicKeys: ReadonlyMap<string, string> = new Map([
  ["a40da80a59d170caa950cf15c18c454d47a39b26989d8b640ecd745ba71bf5dc", "testkey"],
  ["c8a2e9bccf597c2fb6dc66bee293fc13f2fc47ec77bc6b2b0d52c11f51192ab8", "platform"],
  ["28bbfe4a7b97e74681dc55c2fbb6ccb8d6c74963733f6af6ae74d8c3a6e879fd", "shared"],
  ["465983f7791f2abeb43ea2cbdc7f21a8260b72bc08a55c839fc1a43bc741a81e", "media"],
  ["e1dbadce60dc080d15b58a014b0dcf9400e24de23fa00b287a5a982bfebda2ee", "networkstack"],
]);

/** Whose certificate this is, in words; undefined where Candor does not know. */
export function knownSigner(sha256: string): string | undefined {
  const name = publicKeys.get(sha256);
  return name === undefined ? undefined : `Android's public test key "${name}", which anyone can sign with`;
}

/** Whether it is the certificate of a key that lies in Android's own source, with which anyone can sign. */
export function isPublicTestKey(sha256: string): boolean {
  return publicKeys.has(sha256);
}

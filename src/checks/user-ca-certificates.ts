import { defineCheck } from "../core/check.ts";
import { userCertificates } from "../facts/user-certificates.ts";
import { userName } from "./wording/setting-value.ts";

/** Certificate authorities that were added to those of the system. */
export default defineCheck({
  id: "user-ca-certificates",
  category: "network",
  severity: "high",
  question: "Was a certificate authority added that can vouch for any website?",
  title: { pass: "No certificate authority was added", fail: "A certificate authority was added" },
  why: "Whoever holds an added authority's key can pose as any website towards browsers and the apps that trust it, and read what is sent. Employers, filters, debugging tools and spies add them.",
  advice: "Remove every authority that you, your employer or your school did not add on purpose.",
  references: [
    "https://support.google.com/pixelphone/answer/2844832",
    "https://developer.android.com/privacy-and-security/security-config",
    "AOSP: external/conscrypt/repackaged/platform/src/main/java/com/android/org/conscrypt/TrustedCertificateStore.java",
  ],
  messages: {
    added: "Certificate authorities added for {user}: {count}.",
    noticed: "Android shows {user} a notice that certificate authorities were added.",
  },
  needs: { userCertificates },
  run: ({ userCertificates: all }) =>
    all
      .filter(({ files }) => files === null || files.length > 0)
      .map(({ user, files }) => ({
        subject: { kind: "user", user },
        message: files === null ? "noticed" : "added",
        params: { user: userName(user), count: files?.length ?? 0 },
        evidence: [
          files === null
            ? { kind: "value", fact: userCertificates, name: "notice of added certificates", value: "shown" }
            : { kind: "list", fact: userCertificates, name: "added certificates", items: files },
        ],
        remedy: {
          kind: "steps",
          steps: [
            "Open Settings and search for “trusted credentials” (or “user certificates”).",
            "Look at the tab “User”: open each entry, see who issued it, and remove what you do not know.",
          ],
          screen: "user-certificates",
        },
      })),
  examples: {
    pass: [{ name: "no folder, so none", given: { userCertificates: [{ user: 0, files: [] }] } }],
    fail: [
      {
        name: "one for each of two users",
        given: {
          userCertificates: [
            { user: 0, files: ["9a5ba575.0"] },
            { user: 10, files: ["c7981ae8.0", "c7981ae8.1"] },
          ],
        },
        findings: 2,
      },
      { name: "only the notice was seen", given: { userCertificates: [{ user: 0, files: null }] }, findings: 1 },
    ],
  },
});

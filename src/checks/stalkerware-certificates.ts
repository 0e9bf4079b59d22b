import { defineCheck } from "../core/check.ts";
import { appCertificates } from "../facts/app-certificates.ts";
import { stalkerwareIndicators } from "../feeds/stalkerware-indicators.ts";
import { beforeRemoving } from "./wording/spyware-advice.ts";

const sha1 = "0123456789ABCDEF0123456789ABCDEF01234567";
const list = {
  entries: [{ name: "TheTruthSpy", type: "stalkerware", packages: [], certificates: [sha1], domains: [] }],
} as const;
const app = (name: string, certificate: string) => ({
  name,
  certificateSha1: [certificate],
  certificateSha256: [],
  certificateMd5: [],
  fileSha256: [],
});

export default defineCheck({
  id: "stalkerware-certificates",
  category: "stalkerware",
  severity: "critical",
  question: "Is an installed app signed by a known maker of stalkerware?",
  title: {
    pass: "No examined app is signed with a certificate from the loaded list of stalkerware",
    fail: "An installed app is signed by a listed maker of stalkerware",
  },
  why: "A maker can give an app any name and must sign it with the same key to be able to update it. The certificate tells the maker whatever the app is called.",
  advice:
    "If somebody close to you may be watching, do not remove the app before you have thought about your safety and kept evidence. Helplines for people affected are at stopstalkerware.org.",
  references: [
    "https://github.com/AssoEchap/stalkerware-indicators",
    "https://source.android.com/docs/security/features/apksigning",
  ],
  messages: { signed: "{app} is signed with a certificate that is listed for {product}." },
  needs: { appCertificates, stalkerwareIndicators },
  run: ({ appCertificates: apps, stalkerwareIndicators: indicators }) => {
    const listed = new Map(
      indicators.entries.flatMap((product) =>
        product.certificates.map((hash) => [hash.toLowerCase(), product] as const),
      ),
    );
    const findings = apps.flatMap(({ name, certificateSha1 }) => {
      const hash = certificateSha1.find((digest) => listed.has(digest));
      const product = hash === undefined ? undefined : listed.get(hash);
      if (hash === undefined || product === undefined) return [];
      return [
        {
          subject: { kind: "app", package: name } as const,
          message: "signed" as const,
          params: { app: name, product: product.name },
          severity: product.type === "watchware" ? ("medium" as const) : ("critical" as const),
          evidence: [
            { kind: "value", fact: appCertificates, name: "SHA-1 of the certificate", value: hash } as const,
            {
              kind: "value",
              fact: stalkerwareIndicators,
              name: "listed as",
              value: `${product.name} (${product.type})`,
            } as const,
          ],
          remedy: beforeRemoving(name),
        },
      ];
    });
    return {
      findings,
      unread:
        listed.size > 0
          ? []
          : [
              "The loaded list names no certificate: “candor feeds update stalkerware-indicators” fetches the full one.",
            ],
    };
  },
  examples: {
    pass: [
      {
        name: "another maker",
        given: { appCertificates: [app("com.example.app", "f".repeat(40))], stalkerwareIndicators: list },
      },
    ],
    unknown: [
      {
        name: "a list without certificates",
        given: { appCertificates: [app("com.example.app", "f".repeat(40))], stalkerwareIndicators: { entries: [] } },
      },
    ],
    fail: [
      {
        name: "a listed maker under another name",
        given: { appCertificates: [app("com.system.update", sha1.toLowerCase())], stalkerwareIndicators: list },
        findings: 1,
      },
    ],
  },
});

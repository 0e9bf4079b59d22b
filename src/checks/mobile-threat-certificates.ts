import { defineCheck } from "../core/check.ts";
import { type AppCertificates, appCertificates } from "../facts/app-certificates.ts";
import { mobileThreatIndicators, type ThreatIndicator } from "../feeds/mobile-threat-indicators.ts";
import { beforeRemoving } from "./wording/spyware-advice.ts";

const hash = "ab".repeat(32);
const listedFile: ThreatIndicator = {
  kind: "sha256",
  value: hash,
  malware: "Predator",
  campaign: "Predator",
  platform: "unknown",
};
const app = (name: string, fileSha256: string): AppCertificates => ({
  name,
  certificateSha1: [],
  certificateSha256: [],
  certificateMd5: [],
  fileSha256: [fileSha256],
});

export default defineCheck({
  id: "mobile-threat-certificates",
  category: "stalkerware",
  severity: "critical",
  question: "Is an app installed whose file or signer is known from documented spyware?",
  title: {
    pass: "No examined app has a file or signer from the loaded lists of documented spyware",
    fail: "An installed app has a file or signer from the lists of documented spyware",
  },
  why: "A file's digest names one build of a spy app beyond doubt; a signer's certificate names its maker, whatever the app is called.",
  advice:
    "Do not remove the app yet. Write to a group that examines such cases, for example Amnesty's Security Lab or Access Now's helpline, from another device.",
  references: ["https://github.com/mvt-project/mvt-indicators", "https://securitylab.amnesty.org/get-help/"],
  messages: {
    file: "The file of {app} is listed for {malware} ({campaign}).",
    signer: "The certificate that signed {app} is listed for {malware} ({campaign}).",
  },
  needs: { appCertificates, mobileThreatIndicators },
  run: ({ appCertificates: apps, mobileThreatIndicators: { indicators } }) => {
    const listed = new Map(
      indicators
        .filter(({ kind }) => kind === "sha256" || kind.startsWith("certificate-"))
        .map((indicator) => [`${indicator.kind} ${indicator.value.toLowerCase()}`, indicator]),
    );
    const findings = apps.flatMap((entry) => {
      const key = digests(entry).find((digest) => listed.has(digest));
      const indicator = key === undefined ? undefined : listed.get(key);
      if (key === undefined || indicator === undefined) return [];
      const { malware, campaign } = indicator;
      return [
        {
          subject: { kind: "app", package: entry.name } as const,
          message: indicator.kind === "sha256" ? ("file" as const) : ("signer" as const),
          params: { app: entry.name, malware, campaign },
          evidence: [
            { kind: "value", fact: appCertificates, name: "digest", value: key } as const,
            {
              kind: "value",
              fact: mobileThreatIndicators,
              name: "listed for",
              value: `${malware} (${campaign})`,
            } as const,
          ],
          remedy: beforeRemoving(entry.name),
        },
      ];
    });
    return {
      findings,
      unread:
        listed.size > 0
          ? []
          : ["The loaded list names no file and no certificate: “candor feeds update” fetches the full one."],
    };
  },
  examples: {
    pass: [
      {
        name: "another file",
        given: {
          appCertificates: [app("com.example", "0".repeat(64))],
          mobileThreatIndicators: { indicators: [listedFile] },
        },
      },
    ],
    unknown: [
      {
        name: "a list without digests",
        given: { appCertificates: [app("com.example", "0".repeat(64))], mobileThreatIndicators: { indicators: [] } },
      },
    ],
    fail: [
      {
        name: "a listed file",
        given: { appCertificates: [app("com.example", hash)], mobileThreatIndicators: { indicators: [listedFile] } },
        findings: 1,
      },
    ],
  },
});

/** Each digest of the app with the kind of indicator that names such a one. */
function digests(app: AppCertificates): readonly string[] {
  return [
    ...app.fileSha256.map((digest) => `sha256 ${digest}`),
    ...app.certificateSha256.map((digest) => `certificate-sha256 ${digest}`),
    ...app.certificateSha1.map((digest) => `certificate-sha1 ${digest}`),
    ...app.certificateMd5.map((digest) => `certificate-md5 ${digest}`),
  ];
}

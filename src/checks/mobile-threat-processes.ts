import { defineCheck } from "../core/check.ts";
import { type PsRow, processes } from "../facts/processes.ts";
import { mobileThreatIndicators, type ThreatIndicator } from "../feeds/mobile-threat-indicators.ts";
import { byHand } from "./wording/remedies.ts";

const indicator = (value: string, platform: ThreatIndicator["platform"] = "android"): ThreatIndicator => ({
  kind: "process",
  value,
  malware: "Example",
  campaign: "Example set",
  platform,
});
const row = (name: string): PsRow => ({ label: "u:r:untrusted_app:s0", user: "u0_a200", pid: 4711, name });

export default defineCheck({
  id: "mobile-threat-processes",
  category: "stalkerware",
  severity: "critical",
  question: "Is a process running whose name is known from documented spyware?",
  title: {
    pass: "No running process bears a name from the loaded lists of documented spyware",
    fail: "A running process bears a name from the lists of documented spyware",
  },
  why: "Spyware that is no ordinary app still has to run. Its process has a name, and some names are known from research.",
  advice:
    "Do not restart the phone. Write to a group that examines such cases, for example Amnesty's Security Lab or Access Now's helpline, from another device.",
  references: ["https://github.com/mvt-project/mvt-indicators", "https://securitylab.amnesty.org/get-help/"],
  messages: { listed: "The process {process} bears a name that is listed for {malware} ({campaign})." },
  remedy: byHand(
    undefined,
    "Do not restart the phone, and keep using another one for what is private.",
    "Save this report.",
    "Write to a group that examines such cases, for example Amnesty's Security Lab or Access Now's helpline, from another device.",
  ),
  needs: { processes, mobileThreatIndicators },
  run: ({ processes: rows, mobileThreatIndicators: { indicators } }) => {
    // A process of an app bears the app's package name, perhaps with a colon and more words.
    const listed = new Map(
      indicators
        .filter(({ kind, platform }) => (kind === "process" || kind === "package") && platform !== "ios")
        .map((known) => [known.value, known] as const),
    );
    return rows.flatMap(({ name, pid, user, label }) => {
      const base = name.split(":")[0] ?? name;
      const known = listed.get(name) ?? listed.get(base) ?? listed.get(base.slice(base.lastIndexOf("/") + 1));
      if (known === undefined) return [];
      return [
        {
          subject: { kind: "device" } as const,
          message: "listed" as const,
          params: { process: name, malware: known.malware, campaign: known.campaign },
          confidence: "likely" as const,
          evidence: [
            {
              kind: "value",
              fact: processes,
              name: `process ${pid}`,
              value: `${name}, user ${user}, label ${label ?? "not told"}`,
            } as const,
            {
              kind: "value",
              fact: mobileThreatIndicators,
              name: "listed for",
              value: `${known.malware} (${known.campaign})`,
            } as const,
          ],
        },
      ];
    });
  },
  examples: {
    pass: [
      {
        name: "no listed name; a name that is listed for iPhones",
        given: {
          processes: [row("system_server"), row("launchd")],
          mobileThreatIndicators: { indicators: [indicator("spyd"), indicator("launchd", "ios")] },
        },
      },
    ],
    fail: [
      {
        name: "a listed process by its path, and one of an app's services",
        given: {
          processes: [row("/data/local/tmp/spyd"), row("com.example.watcher:remote")],
          mobileThreatIndicators: {
            indicators: [indicator("spyd"), { ...indicator("com.example.watcher"), kind: "package" }],
          },
        },
        findings: 2,
      },
    ],
  },
});

import { defineCheck } from "../core/check.ts";
import { batteryExemptions } from "../facts/battery-exemptions.ts";
import { packageDetails } from "../facts/package-details.ts";
import { packages } from "../facts/packages.ts";
import { type ChoiceQuestion, choiceFindings } from "./wording/component-findings.ts";

const asked: ChoiceQuestion = {
  fact: batteryExemptions,
  name: "exempt from battery saving",
  weights: { store: "info", other: "low" },
  steps: [
    "Open Settings > Apps > Special app access > Battery optimisation (on Xiaomi, search the settings for “special”).",
    "Let the system manage the app.",
  ],
  screen: "battery-exemptions",
};

/** Added apps that battery saving leaves alone. */
export default defineCheck({
  id: "battery-exemptions",
  category: "special-access",
  severity: "low",
  question: "Is an added app exempt from battery saving?",
  title: { pass: "No added app is exempt from battery saving", fail: "An added app is exempt from battery saving" },
  why: "An exempt app can work while the phone lies on the table: needed for messages and alarms, and wanted by apps that record or send in secret.",
  advice: "Keep it for messengers, alarms and watches.",
  references: ["https://developer.android.com/training/monitoring-device-state/doze-standby"],
  messages: { holds: "{app} may run at any time, past battery saving." },
  needs: { batteryExemptions, packages },
  wants: { packageDetails },
  run: ({ batteryExemptions, packages }, { packageDetails }) =>
    choiceFindings(
      batteryExemptions.user.map((name) => ({
        user: "current",
        package: name,
        shown: name,
        withdraw: { action: "set-battery-exemption", params: { package: name, exempt: false } },
      })),
      asked,
      { packages, packageDetails },
    ),
  examples: {
    pass: [
      {
        name: "only apps that came with the phone",
        given: { batteryExemptions: exempt("com.example.radio"), packages: [radio(true)] },
      },
    ],
    fail: [
      {
        name: "an added app",
        given: { batteryExemptions: exempt("com.example.radio"), packages: [radio(false)] },
        findings: 1,
      },
    ],
  },
});

function exempt(...user: readonly string[]) {
  return { user, system: ["com.android.shell"], systemExceptIdle: [] };
}

function radio(system: boolean) {
  return { name: "com.example.radio", path: null, system, updated: false, appId: 10_180 };
}

import { defineCheck } from "../core/check.ts";
import { type AccessibilityServices, accessibility } from "../facts/accessibility.ts";
import { packageDetails } from "../facts/package-details.ts";
import { packages } from "../facts/packages.ts";
import { type ChoiceQuestion, choiceFindings, forUser } from "./wording/component-findings.ts";

const steps = [
  "Open Settings > Accessibility > Downloaded apps (or Installed services).",
  "Switch off each service that you do not need. If someone may be watching you, get advice first: they may notice.",
];
const asked: ChoiceQuestion = {
  fact: accessibility,
  name: "services that are switched on",
  weights: { store: "medium", other: "high" },
  steps,
  screen: "accessibility",
};

/** Added apps with an accessibility service that is switched on. */
export default defineCheck({
  id: "accessibility-services",
  category: "special-access",
  severity: "high",
  question: "May an added app read the screen and act in the owner's place (accessibility)?",
  title: { pass: "No added app has accessibility access", fail: "An added app has accessibility access" },
  why: "An accessibility service sees what is on the screen, messages and passwords included, and can press buttons by itself. It is the power that spying apps ask for first.",
  advice:
    "Leave it on only for apps that you need as an aid. Password managers and automation apps want it too: decide for each.",
  references: [
    "https://developer.android.com/reference/android/accessibilityservice/AccessibilityService",
    "https://stopstalkerware.org/",
    "AOSP: frameworks/base/services/accessibility/java/com/android/server/accessibility/AccessibilityManagerService.java",
  ],
  messages: {
    holds: "{app} may read the screen and act in the owner's place (accessibility services switched on: {count}).",
    labels: "Accessibility services are running ({count}); the phone tells only their labels.",
  },
  needs: { accessibility },
  wants: { packages, packageDetails },
  run: ({ accessibility }, apps) => [
    ...choiceFindings(
      accessibility.flatMap(({ user, services }) =>
        services.map(({ package: name, component }) => ({
          user,
          package: name,
          shown: component,
          withdraw: forUser(user, (id) => ({
            action: "set-accessibility-service",
            params: { user: id, component, on: false },
          })),
        })),
      ),
      asked,
      apps,
    ),
    ...accessibility.flatMap(onlyLabels),
  ],
  examples: {
    pass: [
      { name: "none switched on", given: { accessibility: [{ user: 0, services: [], bound: [] }] } },
      {
        name: "the screen reader that came with the phone",
        given: { accessibility: [on("com.google.android.marvin.talkback")] },
        wanted: {
          packages: [
            { name: "com.google.android.marvin.talkback", path: null, system: true, updated: true, appId: 10_101 },
          ],
        },
      },
    ],
    fail: [
      {
        name: "two services of one app",
        given: {
          accessibility: [
            {
              user: 0,
              services: [
                { component: "com.example.helper/com.example.helper.A", package: "com.example.helper" },
                { component: "com.example.helper/com.example.helper.B", package: "com.example.helper" },
              ],
              bound: null,
            },
          ],
        },
        findings: 1,
      },
      {
        name: "Android 9 tells only the labels",
        given: { accessibility: [{ user: 0, services: [], bound: ["Helper"] }] },
        findings: 1,
      },
    ],
  },
});

/** Android 7 to 9 name no components in their dump: what runs is told all the same. */
function onlyLabels({ user, services, bound }: AccessibilityServices) {
  if (services.length > 0 || bound === null || bound.length === 0) return [];
  return [
    {
      subject: { kind: "user", user } as const,
      message: "labels" as const,
      params: { count: bound.length },
      confidence: "likely" as const,
      evidence: [{ kind: "list", fact: accessibility, name: "labels of running services", items: bound } as const],
      remedy: { kind: "steps", steps, screen: "accessibility" } as const,
    },
  ];
}

function on(name: string): AccessibilityServices {
  return { user: 0, services: [{ component: `${name}/${name}.Service`, package: name }], bound: null };
}

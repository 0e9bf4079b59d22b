import { defineCheck } from "../core/check.ts";
import { packages } from "../facts/packages.ts";
import { trustAgents } from "../facts/trust-agents.ts";
import { appOrigin } from "./wording/app-origin.ts";
import { byHand } from "./wording/remedies.ts";

export default defineCheck({
  id: "trust-agents",
  category: "lock-screen",
  severity: "medium",
  question: "May an app keep the phone unlocked?",
  title: { pass: "No app may keep the phone unlocked", fail: "An app may keep the phone unlocked" },
  why: "A trust agent can leave the phone open without a PIN: while it is carried, near a watch, at home. A thief who takes it from the hand gets an open phone.",
  advice: "Switch agents off that you do not use, in Settings > Security > More security settings > Trust agents.",
  references: [
    "https://source.android.com/docs/security/features/authentication",
    "https://support.google.com/android/answer/9075927",
  ],
  messages: {
    enabled: "{package} may keep the phone unlocked for user {user}.",
    trusting: "{package} is keeping the phone unlocked for user {user} right now.",
  },
  remedy: byHand(
    "trust-agents",
    "Open Settings > Security > More security settings > Trust agents (search the settings for “trust agents”).",
    "Switch off the agents that you do not use.",
  ),
  needs: { trustAgents },
  wants: { packages },
  run: ({ trustAgents: users }, { packages: installed }) =>
    users.flatMap(({ user, agents }) =>
      agents.map((agent) => {
        const own = installed ? appOrigin(installed, agent.package) : "unknown";
        return {
          subject: { kind: "app" as const, package: agent.package, user },
          message: agent.trusted === true ? ("trusting" as const) : ("enabled" as const),
          params: { package: agent.package, user },
          severity: own === "user" ? ("high" as const) : own === "system" ? ("low" as const) : ("medium" as const),
          evidence: [{ kind: "value" as const, fact: trustAgents, name: `user ${user}`, value: agent.component }],
        };
      }),
    ),
  examples: {
    pass: [{ name: "none", given: { trustAgents: [{ user: 0, current: true, deviceLocked: false, agents: [] }] } }],
    fail: [
      {
        name: "Google's agent",
        given: {
          trustAgents: [
            {
              user: 0,
              current: true,
              deviceLocked: false,
              agents: [{ component: "com.google.android.gms/.A", package: "com.google.android.gms", trusted: false }],
            },
          ],
        },
        findings: 1,
      },
      {
        name: "a foreign agent that is at work",
        given: {
          trustAgents: [
            {
              user: 0,
              current: true,
              deviceLocked: false,
              agents: [{ component: "com.example/.A", package: "com.example", trusted: true }],
            },
          ],
        },
        wanted: { packages: [{ name: "com.example", path: null, system: false, updated: false, appId: 10300 }] },
        findings: 1,
      },
    ],
  },
});

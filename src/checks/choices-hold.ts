import { defineCheck, type Subject } from "../core/check.ts";
import { type Choices, choices, choicesSchema, type KeptChoice } from "../facts/choices.ts";

/** What was chosen for this phone with Candor, and came back. */
export default defineCheck({
  id: "choices-hold",
  category: "device",
  severity: "medium",
  question: "Does what you chose for this phone with Candor still hold?",
  title: {
    pass: "What you chose for this phone with Candor holds",
    fail: "Something that you chose for this phone with Candor came back",
  },
  why: "Updates of the system, and updates of apps, have been seen to bring removed apps back and to switch things on again, and say nothing of it.",
  advice: "Have it made again, or take your choice back if you changed your mind. “candor drift” lists everything.",
  references: [
    "https://github.com/samolego/Canta/issues/125",
    "https://github.com/Universal-Debloater-Alliance/universal-android-debloater-next-generation/issues/1284",
  ],
  messages: {
    updated: "It holds no more, and the system was updated since: {about} (chosen on {day}).",
    changed: "It holds no more: {about} (chosen on {day}).",
  },
  needs: { choices },
  run: ({ choices: { choices: all, unread } }) => {
    if (all.length === 0 && unread === null)
      return { notApplicable: "Nothing was chosen for this phone with Candor on this computer." };
    const untold = all.filter(({ state }) => state === "unknown");
    return {
      findings: all
        .filter(({ state }) => state === "came-back")
        .map((choice) => ({
          subject: subjectOf(choice),
          message: choice.updated ? ("updated" as const) : ("changed" as const),
          params: { about: choice.about, day: choice.at.slice(0, 10) },
          evidence: [
            {
              kind: "value" as const,
              fact: choices,
              name: `entry ${choice.entry}/${choice.change} of the journal`,
              value: "holds no more",
            },
          ],
          remedy: { kind: "action" as const, action: choice.action, params: choice.params },
        })),
      unread: [
        ...(unread === null ? [] : [unread]),
        ...untold.map(
          ({ about, reason }) => `Whether this holds was not told: ${about}${reason ? `: ${reason}` : "."}`,
        ),
      ],
    };
  },
  examples: {
    pass: [
      { name: "it holds", given: { choices: example({ state: "holds" }) } },
      { name: "the app that it was about is gone", given: { choices: example({ state: "moot" }) } },
      { name: "an app was to ask, and was answered on the phone", given: { choices: example({ state: "over" }) } },
    ],
    fail: [
      {
        name: "on again after an update",
        given: { choices: example({ state: "came-back", updated: true }) },
        findings: 1,
      },
      { name: "on again", given: { choices: example({ state: "came-back" }) }, findings: 1 },
    ],
    unknown: [
      { name: "not told", given: { choices: example({ state: "unknown", reason: "It was not reported." }) } },
      {
        name: "the journal is locked",
        given: { choices: { schema: choicesSchema, unread: "The journal is locked.", choices: [] } },
      },
    ],
    notApplicable: [
      { name: "nothing was chosen", given: { choices: { schema: choicesSchema, unread: null, choices: [] } } },
    ],
  },
});

function subjectOf({ params }: KeptChoice): Subject {
  const { package: name, user } = params;
  const of = typeof user === "number" ? { user } : {};
  if (typeof name === "string") return { kind: "app", package: name, ...of };
  return typeof user === "number" ? { kind: "user", user } : { kind: "device" };
}

function example(rest: Partial<KeptChoice>): Choices {
  const choice: KeptChoice = {
    entry: 12,
    change: 1,
    at: "2026-03-01T12:00:00.000Z",
    about: "Switch off: Xiaomi, User Experience Program",
    action: "set-collection-switch",
    params: { switch: "user-experience-program", user: 0, to: "off" },
    state: "holds",
    reason: null,
    updated: false,
    ...rest,
  };
  return { schema: choicesSchema, unread: null, choices: [choice] };
}

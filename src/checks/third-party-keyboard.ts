import { defineCheck } from "../core/check.ts";
import { type InputMethods, inputMethods } from "../facts/input-methods.ts";
import { packageDetails } from "../facts/package-details.ts";
import { packages } from "../facts/packages.ts";
import { type ChoiceQuestion, choiceFindings, forUser } from "./wording/component-findings.ts";

const asked: ChoiceQuestion = {
  fact: inputMethods,
  name: "input methods that are switched on",
  weights: { store: "low", other: "medium" },
  steps: [
    "Open Settings > System > Languages & input > On-screen keyboard (on Xiaomi: Additional settings).",
    "Choose a keyboard that you trust, then switch off the others. Leave one on.",
  ],
  screen: "keyboards",
};

/** Added apps that are keyboards. */
export default defineCheck({
  id: "third-party-keyboard",
  category: "special-access",
  severity: "medium",
  question: "Does an added app serve as keyboard?",
  title: { pass: "The keyboards in use came with the phone", fail: "An added app serves as keyboard" },
  why: "A keyboard reads everything that is typed, passwords included, and most can send it over the network.",
  advice: "Use a keyboard whose maker you trust with every word, or one that has no network access.",
  references: [
    "https://developer.android.com/develop/ui/views/touch-and-input/creating-input-method",
    "AOSP: frameworks/base/core/java/android/provider/Settings.java (ENABLED_INPUT_METHODS)",
  ],
  messages: { holds: "{app} serves as keyboard." },
  needs: { inputMethods },
  wants: { packages, packageDetails },
  run: ({ inputMethods }, apps) => choiceFindings(inputMethods.flatMap(chosen), asked, apps),
  examples: {
    pass: [
      {
        name: "the keyboard that came with the phone",
        given: { inputMethods: [keyboard("com.google.android.inputmethod.latin")] },
        wanted: {
          packages: [
            { name: "com.google.android.inputmethod.latin", path: null, system: true, updated: true, appId: 10_110 },
          ],
        },
      },
    ],
    fail: [
      {
        name: "an added keyboard",
        given: { inputMethods: [keyboard("com.example.keys")] },
        wanted: { packages: [{ name: "com.example.keys", path: null, system: false, updated: false, appId: 10_230 }] },
        findings: 1,
      },
    ],
  },
});

function chosen({ user, selected, enabled }: InputMethods) {
  const all =
    selected && !enabled.some((method) => method.component === selected.component) ? [selected, ...enabled] : enabled;
  return all.map((method) => ({
    user,
    package: method.package,
    shown: method.component === selected?.component ? `${method.component} (in use)` : method.component,
    // The one in use can only go when the person has chosen another.
    withdraw:
      method.component === selected?.component
        ? undefined
        : forUser(user, (id) => ({
            action: "set-keyboard",
            params: { user: id, component: method.component, on: false },
          })),
  }));
}

function keyboard(name: string): InputMethods {
  const method = { component: `${name}/${name}.Keyboard`, package: name };
  return { user: 0, selected: method, enabled: [method] };
}

import { defineCheck } from "../core/check.ts";
import { reported } from "../core/errors.ts";
import { chosenServices } from "../facts/chosen-services.ts";
import { packageDetails } from "../facts/package-details.ts";
import { packages } from "../facts/packages.ts";
import { type ChoiceQuestion, choiceFindings, forUser } from "./wording/component-findings.ts";

const asked: ChoiceQuestion = {
  fact: chosenServices,
  name: "services for passwords",
  weights: { store: "info", other: "low" },
  steps: [
    "Open Settings > Passwords & accounts (or Passwords, passkeys & autofill).",
    "Choose the service that you want.",
  ],
  screen: "accounts",
};

/** Added apps that fill in passwords. */
export default defineCheck({
  id: "autofill-service",
  category: "special-access",
  severity: "low",
  question: "Does an added app fill in passwords and forms?",
  title: { pass: "No added app fills in passwords", fail: "An added app fills in passwords" },
  why: "The autofill service sees the fields of each form and what is entered, and keeps passwords and passkeys.",
  advice: "Right for a password manager that you chose; otherwise choose another.",
  references: ["https://developer.android.com/reference/android/service/autofill/AutofillService"],
  messages: { holds: "{app} fills in passwords and forms." },
  needs: { chosenServices },
  wants: { packages, packageDetails },
  run: ({ chosenServices }, apps) => {
    const told = chosenServices.filter(({ autofill, credentials }) => autofill !== null || credentials !== null);
    reported(told[0], "which service fills in passwords");
    const chosen = told.flatMap(({ user, autofill, credentials }) =>
      [...(autofill ?? []), ...(credentials ?? [])].map((service) => ({
        user,
        package: service.package,
        shown: service.component,
        withdraw: forUser(user, (id) => ({
          action: "withdraw-password-service",
          params: { user: id, package: service.package },
        })),
      })),
    );
    return choiceFindings(chosen, asked, apps);
  },
  examples: {
    pass: [
      {
        name: "none is chosen",
        given: { chosenServices: [{ user: 0, assistants: null, autofill: [], credentials: null }] },
      },
    ],
    fail: [
      {
        name: "an added password manager",
        given: {
          chosenServices: [
            {
              user: 0,
              assistants: null,
              autofill: [{ component: "com.example.pass/com.example.pass.Fill", package: "com.example.pass" }],
              credentials: [{ component: "com.example.pass/com.example.pass.Keys", package: "com.example.pass" }],
            },
          ],
        },
        wanted: { packages: [{ name: "com.example.pass", path: null, system: false, updated: false, appId: 10_240 }] },
        findings: 1,
      },
    ],
    unknown: [
      {
        name: "the phone does not tell",
        given: { chosenServices: [{ user: 0, assistants: [], autofill: null, credentials: null }] },
      },
    ],
  },
});

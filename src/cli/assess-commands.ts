import { buildCommand, buildRouteMap } from "@stricli/core";
import { json, noInput, optionalSource } from "./common-flags.ts";
import { appsFlags } from "./look-into-apps.ts";
import { sourceFlags } from "./source-flags.ts";

const file = (brief: string) =>
  ({ kind: "parsed", parse: String, optional: true, brief, placeholder: "FILE" }) as const;
const profile = {
  kind: "parsed",
  parse: String,
  default: "owner",
  brief: "What to hold it against: “candor profiles” lists them",
  placeholder: "PROFILE",
} as const;
const answers = file(
  "Answers by hand to what no check can see, in place of those kept for the phone; “candor profiles answers” writes one to fill in",
);
const traffic = file("A report on traffic (candor traffic report --json), for controls about what was really sent");

const examined = buildCommand({
  loader: async () => (await import("./assess.ts")).assess,
  parameters: {
    flags: {
      ...sourceFlags,
      ...appsFlags,
      profile,
      answers,
      traffic,
      json,
      csv: { kind: "boolean", default: false, brief: "Print one row a control as CSV" },
      verbose: { kind: "boolean", default: false, brief: "Show every control with its evidence and references" },
      html: file("Also write the assessment as one HTML file, to be printed or saved as PDF"),
      pdf: file("Also print that page as PDF; needs Chromium or Chrome"),
      oscal: file("Also write OSCAL assessment-results"),
      sarif: file("Also write SARIF 2.1.0"),
      vex: file("Also write the missing security fixes as CycloneDX with VEX"),
      appProfile: {
        kind: "boolean",
        default: false,
        brief: "Hold its apps, or an app file, against the profile for apps (text, --json, --csv, --sarif)",
      },
      app: {
        kind: "parsed",
        parse: String,
        optional: true,
        brief: "The same for one app, by its package or name",
        placeholder: "APP",
      },
    },
    aliases: { s: "serial", v: "verbose", p: "profile" },
    positional: optionalSource,
  },
  docs: {
    brief: "Hold a phone or a capture against a profile, control by control",
    fullDescription: [
      "Holds an examination against a published profile of Candor's own. Each control is satisfied, not satisfied, not determinable or not applicable,",
      "with the evidence. It is no certificate. What no check can see is not determinable until somebody answers by hand.",
      "",
      "Examples:",
      "  candor assess                                      the phone on the cable, for its owner",
      "  candor assess phone.candor --profile vendor-claims  what the maker promises",
      "  candor assess bugreport.zip -p company-phone --html assessment.html --oscal assessment.json",
      "  candor assess shop.apk --app-profile                 one app, by the groups of OWASP MASVS",
      "",
      "Exit codes: 0 every required control satisfied, 1 one is not satisfied, 4 one is not determinable and none is not satisfied, 3 unreadable, 70 a fault of Candor.",
    ].join("\n"),
  },
});

const compare = buildCommand({
  loader: async () => (await import("./assess-compare.ts")).assessCompare,
  parameters: {
    flags: { profile, answers, traffic, json },
    aliases: { p: "profile" },
    positional: {
      kind: "tuple",
      parameters: [
        { brief: "The earlier examination, or one phone", parse: String, placeholder: "BEFORE" },
        { brief: "The later one, or another phone", parse: String, placeholder: "AFTER" },
      ],
    },
  },
  docs: {
    brief: "Compare two phones, or one at two times, control by control",
    fullDescription:
      "Holds two examinations against one profile and tells which controls differ.\n\nExample:\n  candor assess compare january.json february.json --profile company-phone\n\nExit codes: 0 no control differs, 1 one does, 3 one cannot be read.",
  },
});

/** `candor assess [SOURCE]` and `candor assess compare A B`. */
export const assessRoutes = buildRouteMap({
  routes: { phone: examined, compare },
  defaultCommand: "phone",
  docs: { brief: "Hold a phone against a published profile, control by control" },
});

const oneProfile = {
  kind: "tuple",
  parameters: [{ brief: "Its id", parse: String, placeholder: "PROFILE" }],
} as const;

const list = buildCommand({
  loader: async () => (await import("./profiles.ts")).listProfiles,
  parameters: { flags: { json }, positional: noInput },
  docs: { brief: "List the profiles: for whom each is, and how many controls it has" },
});

const show = buildCommand({
  loader: async () => (await import("./profiles.ts")).showProfile,
  parameters: {
    flags: { json, oscal: { kind: "boolean", default: false, brief: "Print it as an OSCAL catalog" } },
    positional: oneProfile,
  },
  docs: { brief: "Print a profile with each control, its rule and its references" },
});

const fill = buildCommand({
  loader: async () => (await import("./profiles.ts")).profileAnswers,
  parameters: { flags: {}, positional: oneProfile },
  docs: {
    brief: "Print a file of answers to fill in, for what no check can see",
    fullDescription:
      "Prints the questions of a profile that only a person can answer, to be filled in with yes, no or does-not-apply.\n\nExample:\n  candor profiles answers owner > answers.json && candor assess --answers answers.json",
  },
});

/** `candor profiles`. */
export const profilesRoutes = buildRouteMap({
  routes: { list, show, answers: fill },
  defaultCommand: "list",
  docs: { brief: "The published profiles that phones are held against" },
});

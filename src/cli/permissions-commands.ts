import { buildCommand, buildRouteMap } from "@stricli/core";
import { daysOf, permissionChoices, permissionGoals, permissionGroups } from "../centre/permission-words.ts";
import { changeFlags } from "./change-flags.ts";
import { json, noInput, wholeNumber } from "./common-flags.ts";
import { sourceBrief, sourceFlags } from "./source-flags.ts";

const user = {
  kind: "parsed",
  parse: wholeNumber,
  optional: true,
  brief: "Only this user or profile (0 is the owner)",
  placeholder: "ID",
} as const;
const unused = {
  kind: "parsed",
  parse: daysOf,
  optional: true,
  brief: "Only apps that were not opened for so long: 90d, 12w, 3m",
  placeholder: "TIME",
} as const;

const byAppOp = {
  kind: "boolean",
  default: false,
  brief:
    "Where a permission cannot be withdrawn, have Android withhold it (app-op): weaker, and Settings shows it as allowed",
} as const;

const list = buildCommand({
  loader: async () => (await import("./permissions.ts")).permissions,
  parameters: {
    flags: {
      ...sourceFlags,
      json,
      csv: { kind: "boolean", default: false, brief: "Print comma-separated values (RFC 4180) and nothing else" },
      all: { kind: "boolean", default: false, brief: "Also list apps that came with the phone" },
      user,
      app: {
        kind: "parsed",
        parse: String,
        optional: true,
        variadic: true,
        brief: "Only apps with this text in their package name, in detail; may be repeated",
        placeholder: "NAME",
      },
      permission: {
        kind: "enum",
        values: permissionGroups,
        optional: true,
        brief: "Only this one: who may use it, and who did",
      },
      unused,
    },
    aliases: { s: "serial", a: "all" },
    positional: {
      kind: "tuple",
      parameters: [{ brief: sourceBrief, parse: String, optional: true, placeholder: "SOURCE" }],
    },
  },
  docs: {
    brief: "List who may use camera, microphone, location and the rest, and when they last did",
    fullDescription: [
      "Lists every app with what it may use, as the phone has it: allowed, only in use, one time, asked for, denied, withheld by an app-op,",
      "fixed. What the phone does not tell is marked so. Nothing is changed.",
      "",
      "Examples:",
      "  candor permissions                             all apps that were added",
      "  candor permissions --permission camera         who may use the camera, and who did last",
      "  candor permissions --app whatsapp              everything about one app",
      "  candor permissions --unused 90d                apps that were not opened for 90 days, with what they still may use",
      "  candor permissions --all --csv > matrix.csv    everything, for a spreadsheet",
    ].join("\n"),
  },
});

const set = buildCommand({
  loader: async () => (await import("./permissions-set.ts")).permissionsSet,
  parameters: {
    flags: {
      ...changeFlags,
      byAppOp,
      permission: { kind: "enum", values: permissionChoices, variadic: true, brief: "What; may be repeated" },
      app: {
        kind: "parsed",
        parse: String,
        optional: true,
        variadic: true,
        brief: "Package name of an app; may be repeated",
        placeholder: "PACKAGE",
      },
      allUserApps: {
        kind: "boolean",
        default: false,
        brief: "All apps that were added, but default apps that need it",
      },
      to: {
        kind: "enum",
        values: permissionGoals,
        brief: "allow, deny, ask (withdraw and let it ask), never (it may not ask)",
      },
      unused,
      user,
    },
    aliases: { s: "serial", y: "yes", p: "permission" },
    positional: { kind: "tuple", parameters: [] },
  },
  docs: {
    brief: "Grant or withdraw permissions: of one app, of many, of all that were not used",
    fullDescription: [
      "Grants or withdraws permissions, shows first what will be done, and can take all of it back (candor undo). Default apps (for calls, for",
      "messages) keep what they need unless they are named. An app that loses a permission is closed by Android.",
      "",
      "Examples:",
      "  candor permissions set --permission camera --app com.example --to deny",
      "  candor permissions set --permission location --all-user-apps --unused 90d --to ask",
      "  candor permissions set --permission precise-location --app com.example --to deny    the approximate one stays",
      "  candor permissions set --permission background-location --all-user-apps --to deny --dry-run",
      "  candor permissions set --permission camera --app com.example --to deny --by-app-op    where the phone refuses the other way",
    ].join("\n"),
  },
});

const file = (brief: string) =>
  ({ kind: "tuple", parameters: [{ brief, parse: String, placeholder: "FILE" }] }) as const;

const ruleRoutes = {
  list: buildCommand({
    loader: async () => (await import("./permissions-rules.ts")).rulesList,
    parameters: { flags: { json }, positional: noInput },
    docs: { brief: "List the rules that are kept" },
  }),
  add: buildCommand({
    loader: async () => (await import("./permissions-rules.ts")).ruleAdd,
    parameters: {
      flags: {},
      positional: { kind: "tuple", parameters: [{ brief: "The rule", parse: String, placeholder: "RULE" }] },
    },
    docs: {
      brief: "Keep a rule",
      fullDescription: [
        "Keeps a rule; nothing is changed on a phone until “candor permissions rule apply”.",
        "",
        "A rule is [CONDITION[; CONDITION]:] PERMISSION[, PERMISSION] -> allow|deny|ask|never. Conditions: unused 90d · user 0 · app PACKAGE, PACKAGE.",
        "Without an app it is about all apps that were added.",
        "",
        "Examples:",
        '  candor permissions rule add "unused 90d: location, microphone -> deny"',
        '  candor permissions rule add "app com.example: contacts -> never"',
      ].join("\n"),
    },
  }),
  remove: buildCommand({
    loader: async () => (await import("./permissions-rules.ts")).ruleRemove,
    parameters: {
      flags: {},
      positional: {
        kind: "tuple",
        parameters: [{ brief: "Its number in the list", parse: wholeNumber, placeholder: "NUMBER" }],
      },
    },
    docs: { brief: "Keep a rule no longer" },
  }),
  apply: buildCommand({
    loader: async () => (await import("./permissions-rules.ts")).rulesApply,
    parameters: { flags: { ...changeFlags, byAppOp }, aliases: { s: "serial", y: "yes" }, positional: noInput },
    docs: { brief: "Apply all rules that are kept, in one plan" },
  }),
  export: buildCommand({
    loader: async () => (await import("./permissions-rules.ts")).rulesExport,
    parameters: { flags: {}, positional: file("Where to; - is standard output") },
    docs: { brief: "Write the rules to a file, for another phone or person" },
  }),
  import: buildCommand({
    loader: async () => (await import("./permissions-rules.ts")).rulesImport,
    parameters: { flags: {}, positional: file("The selection file") },
    docs: { brief: "Add the rules of a file to those that are kept" },
  }),
};

/** `candor permissions` and what is below it. */
export const permissionsRoutes = buildRouteMap({
  routes: {
    list,
    set,
    rule: buildRouteMap({
      routes: ruleRoutes,
      defaultCommand: "list",
      docs: { brief: "Rules that can be applied again" },
    }),
  },
  defaultCommand: "list",
  docs: {
    brief: "Permissions: who may use what, and when they last did; grant and withdraw them",
    fullDescription:
      "Permissions: who may use what, and when they last did. Without a further word it is the list: see candor permissions list --help.",
  },
});

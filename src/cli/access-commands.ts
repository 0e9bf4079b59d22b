import { buildCommand, buildRouteMap } from "@stricli/core";
import { accessWords, type SwitchedSensor, switchedSensors } from "../centre/access-names.ts";
import { changeFlags } from "./change-flags.ts";
import { json } from "./common-flags.ts";
import { sourceBrief, sourceFlags } from "./source-flags.ts";

const user = {
  kind: "parsed",
  parse: (text: string) => {
    if (!/^\d{1,9}$/.test(text)) throw new SyntaxError(`${JSON.stringify(text)} is no user number`);
    return Number(text);
  },
  optional: true,
  brief: "Only this user of the phone (candor facts users lists them)",
  placeholder: "N",
} as const;
const aliases = { s: "serial" } as const;
const input = {
  kind: "tuple",
  parameters: [{ brief: sourceBrief, parse: String, optional: true, placeholder: "SOURCE" }],
} as const;
const words = (brief: string, placeholder: string) =>
  ({ kind: "array", parameter: { brief, parse: String, placeholder } }) as const;
const codes =
  "Exit codes: 0 done and seen, 1 some could not be done, 2 usage or nobody to ask, 3 phone unreachable, 130 stopped.";

const list = buildCommand({
  loader: async () => (await import("./access.ts")).access,
  parameters: {
    flags: {
      ...sourceFlags,
      user,
      all: { kind: "boolean", default: false, brief: "Also apps that came with the phone" },
      json,
    },
    aliases,
    positional: {
      kind: "tuple",
      parameters: [
        { brief: "A kind of access; an overview when left out", parse: String, optional: true, placeholder: "KIND" },
        { brief: sourceBrief, parse: String, optional: true, placeholder: "SOURCE" },
      ],
    },
  },
  docs: {
    brief: "List who has which special access",
    fullDescription: [
      "Lists what apps may do beyond permissions: read the screen, notifications or all files, draw over others, start by themselves …",
      "",
      "Kinds, the most powerful first:",
      ...Object.entries(accessWords).map(([id, { may }]) => `  ${id.padEnd(20)}${may}`),
      "",
      "Examples:",
      "  candor access                     the overview",
      "  candor access accessibility       who may read the screen, and how that is withdrawn",
      "  candor access overlay --all       also apps that came with the phone",
    ].join("\n"),
  },
});

const withdraw = buildCommand({
  loader: async () => (await import("./access.ts")).accessWithdraw,
  parameters: {
    flags: {
      ...changeFlags,
      user,
      to: {
        kind: "parsed",
        parse: String,
        optional: true,
        brief: "With default-apps: the app that takes its place",
        placeholder: "APP",
      },
    },
    aliases,
    positional: words("The kind of access, then the apps", "KIND APP"),
  },
  docs: {
    brief: "Take a kind of access from apps",
    fullDescription: [
      "Takes special access from apps, for all users that have them, and reads the phone again to see that it holds. “candor access restore” gives",
      "it back exactly as it was. An app that may change secure settings can take some of it back by itself.",
      "",
      "Examples:",
      "  candor access withdraw overlay com.example.app",
      "  candor access withdraw accessibility com.example.app --dry-run",
      "  candor access withdraw default-apps com.example.sms --to com.google.android.apps.messaging",
      "",
      codes,
    ].join("\n"),
  },
});

const restore = buildCommand({
  loader: async () => (await import("./access.ts")).accessRestore,
  parameters: {
    flags: { ...changeFlags, user },
    aliases,
    positional: words("A kind of access, apps, or both; all that Candor took when left out", "KIND|APP"),
  },
  docs: {
    brief: "Give back the access that Candor took",
    fullDescription: `Gives back what “candor access withdraw” took on this phone and what was not given back yet, exactly as it was.\n\n${codes}`,
  },
});

/** `candor access`. */
export const accessRoutes = buildRouteMap({
  routes: { list, withdraw, restore },
  defaultCommand: "list",
  docs: {
    brief: "Special access: who may read the screen, notifications or all files, draw over other apps …",
    fullDescription:
      "Special access: who may read the screen, notifications or all files, draw over other apps … Without a further word it is the overview: see candor access list --help.",
  },
});

const sensor = (text: string): SwitchedSensor => {
  const found = switchedSensors.find((each) => each === text);
  if (!found) throw new SyntaxError(`one of ${switchedSensors.join(", ")}`);
  return found;
};
const sensorsOf = (what: string) =>
  ({
    flags: { ...changeFlags, user },
    aliases,
    positional: {
      kind: "array",
      parameter: {
        brief: `What to switch ${what}; both when left out`,
        parse: sensor,
        placeholder: "camera|microphone",
      },
    },
  }) as const;

/** `candor sensors`. */
export const sensorsRoutes = buildRouteMap({
  routes: {
    list: buildCommand({
      loader: async () => (await import("./limits.ts")).sensors,
      parameters: { flags: { ...sourceFlags, json }, aliases, positional: input },
      docs: { brief: "Tell whether camera and microphone are switched off for all apps" },
    }),
    off: buildCommand({
      loader: async () => (await import("./limits.ts")).sensorsOff,
      parameters: sensorsOf("off"),
      docs: {
        brief: "Switch camera or microphone off for all apps",
        fullDescription: `Switches camera or microphone off for all apps and all users (Android 12 and later; the phone has to be unlocked). Apps get a black picture or silence; emergency calls still work.\n\n${codes}`,
      },
    }),
    on: buildCommand({
      loader: async () => (await import("./limits.ts")).sensorsOn,
      parameters: sensorsOf("on"),
      docs: { brief: "Switch camera or microphone on again" },
    }),
  },
  defaultCommand: "list",
  docs: { brief: "Camera and microphone for all apps: switch them off and on" },
});

const networkChange = {
  flags: {
    ...changeFlags,
    background: {
      kind: "boolean",
      default: false,
      brief: "Only mobile data while the app is not open; stays after a restart (Android 7 and later)",
    },
    user: { ...user, brief: "With --background: the user of the phone; 0 when left out" },
  },
  aliases,
  positional: words("Package names", "APP"),
} as const;

/** `candor network`. */
export const networkRoutes = buildRouteMap({
  routes: {
    list: buildCommand({
      loader: async () => (await import("./limits.ts")).network,
      parameters: { flags: { ...sourceFlags, json }, aliases, positional: input },
      docs: { brief: "List apps whose network was limited" },
    }),
    off: buildCommand({
      loader: async () => (await import("./limits.ts")).networkOff,
      parameters: networkChange,
      docs: {
        brief: "Cut apps off from every network",
        fullDescription: [
          "Cuts apps off from every network, for all users (Android 13 and later). Android forgets it when the phone restarts: do it again then, or",
          "use --background, which stays. What an app sends through another app or through Google's services is not stopped.",
          "",
          "Examples:",
          "  candor network off com.example.app                  every network, until the phone restarts",
          "  candor network off com.example.app --background     mobile data only while it is open",
          "  candor network on com.example.app                   as before",
          "",
          codes,
        ].join("\n"),
      },
    }),
    on: buildCommand({
      loader: async () => (await import("./limits.ts")).networkOn,
      parameters: networkChange,
      docs: { brief: "Let apps use networks again" },
    }),
  },
  defaultCommand: "list",
  docs: { brief: "The network of single apps: cut it off, and let it have it again" },
});

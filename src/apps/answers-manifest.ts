import {
  type AppAnswer,
  type AskedApp,
  answered,
  baseOf,
  type Found,
  fewOf,
  type Seen,
  sectionOf,
} from "./answer-parts.ts";
import type { ConfigurationSetting } from "./app-configuration.ts";

const manifest = ["AndroidManifest.xml"];

/** What the manifest of an app answers: what is kept where, who may start what, and how it was built. */
export function manifestAnswers(app: AskedApp): readonly AppAnswer[] {
  const of = (id: ConfigurationSetting["id"], severity: Found["severity"]) => setting(baseOf(app), id, severity);
  const say = (check: string, pass: string, fail: string, seen: Seen) => answered(check, { pass, fail }, seen, app);
  return [
    say("app:backup", "Its data stays out of backups", "Its data goes into backups", of("backup", "low")),
    say(
      "app:shared-storage",
      "It asks for no storage that other apps see",
      "It asks for storage that other apps see",
      sharedStorage(app),
    ),
    say(
      "app:shared-user",
      "It shares its data with no other app",
      "It shares its data with other apps of its maker",
      of("shared-user", "low"),
    ),
    say("app:debuggable", "It is closed to debuggers", "It is open to debuggers", of("debuggable", "high")),
    say("app:test-build", "It is not marked as a test build", "It is a test build", of("test-only", "medium")),
    say(
      "app:platform",
      "It is built for an Android whose rules are those of today",
      "It is built for an old Android",
      platform(baseOf(app)),
    ),
    say(
      "app:open-parts",
      "No service, receiver or store of data in it is open to every app",
      "Parts of it are open to every app",
      openParts(app),
    ),
    say(
      "app:web-links",
      "Web sites vouch for the links that open it",
      "Links of web sites open it that no site vouches for",
      webLinks(app),
    ),
    say(
      "app:app-list",
      "It does not ask to see which apps are installed",
      "It asks to see which apps are installed",
      appList(app),
    ),
    say(
      "app:powers-together",
      "No set of permissions and services lets it do more than each does",
      "Sets of permissions and services let it do more than each does",
      together(app),
    ),
  ];
}

function setting(app: AskedApp, id: ConfigurationSetting["id"], severity: Found["severity"]): Seen {
  const { values, unread } = sectionOf(app, ({ configuration }) => configuration, "how the app is set up");
  const own = values.flatMap(({ settings }) => settings.filter((each) => each.id === id));
  return {
    found: own.flatMap(({ value, means }) =>
      value ? [{ severity, message: means, items: [id], from: manifest }] : [],
    ),
    unread: own.length === 0 && unread.length === 0 ? ["The manifest tells nothing of an application."] : unread,
  };
}

/** Since Android 11 the plain permission to write gives nothing that others see; with an upper limit it is for older phones alone. */
const scoped = 29;

function sharedStorage(app: AskedApp): Seen {
  const { values, unread } = sectionOf(app, ({ permissions }) => permissions, "which permissions the app asks for");
  const asked = values.flatMap((each) => each.asked);
  const all = asked.filter(({ name }) => name === "android.permission.MANAGE_EXTERNAL_STORAGE");
  const write = asked.filter(
    ({ name, maxSdk }) => name === "android.permission.WRITE_EXTERNAL_STORAGE" && (maxSdk === null || maxSdk > scoped),
  );
  const legacy = setting(baseOf(app), "legacy-storage", "low");
  const finding = (names: readonly { readonly name: string }[], severity: Found["severity"], message: string) =>
    names.length === 0 ? [] : [{ severity, message, items: names.map(({ name }) => name), from: manifest }];
  return {
    found: [
      ...finding(all, "medium", "It asks to read and change all files of the shared storage."),
      ...finding(write, "low", "It asks to write where other apps can read."),
      ...legacy.found,
    ],
    unread: [...unread, ...legacy.unread],
  };
}

/** Below it, all permissions are granted at installation; from `scoped` on, files and places are asked for as today. */
const runtimePermissions = 23;

function platform(app: AskedApp): Seen {
  const { values, unread } = sectionOf(app, ({ identity }) => identity, "what the app is");
  return {
    found: values.flatMap(({ effectiveTargetSdk: target }): Found[] => {
      if (target >= scoped) return [];
      const message = `It is built for API level ${target}: rules from before Android 10 apply to it.`;
      const severity = target < runtimePermissions ? "medium" : "low";
      return [{ severity, message, items: [`targetSdkVersion ${target}`], from: manifest }];
    }),
    unread,
  };
}

function openParts(app: AskedApp): Seen {
  const { values, unread } = sectionOf(app, ({ components }) => components, "which parts others can start");
  const parts = values
    .flatMap(({ exported }) => exported)
    .filter(({ kind, enabled }) => enabled && kind !== "activity");
  const open = parts.filter(({ guarded }) => guarded === "no");
  const unlisted = parts.filter(({ guarded }) => guarded === "unlisted");
  const left = values.reduce((sum, { more }) => sum + more, 0);
  const providers = open.filter(({ kind }) => kind === "provider");
  const others = open.filter(({ kind }) => kind !== "provider");
  const names = (list: typeof parts) => list.map(({ kind, name }) => `${kind} ${name}`);
  const found = (list: typeof parts, severity: Found["severity"], what: string): Found[] =>
    list.length === 0
      ? []
      : [{ severity, message: `${what}: ${fewOf(names(list))}.`, items: names(list), from: manifest }];
  return {
    found: [
      ...found(providers, "medium", "Every app may ask these stores of data"),
      ...found(others, "low", "Every app may start or call these"),
    ],
    unread: [
      ...unread,
      ...(unlisted.length === 0
        ? []
        : [
            `Who may hold the permission is not known for: ${fewOf(unlisted.map(({ permission }) => permission ?? ""))}.`,
          ]),
      ...(left === 0 ? [] : [`${left} more parts that others can start were not looked at.`]),
    ],
  };
}

function webLinks(app: AskedApp): Seen {
  const { values, unread } = sectionOf(app, ({ components }) => components, "which links open the app");
  const web = values.flatMap(({ links }) => links).filter(({ scheme }) => scheme === "http" || scheme === "https");
  const hosts = web.filter(({ verified }) => !verified).map(({ host }) => host ?? "any site");
  const message = `No site was asked to vouch for links to ${fewOf(hosts)}.`;
  return {
    found: hosts.length === 0 ? [] : [{ severity: "low", message, items: [...new Set(hosts)], from: manifest }],
    unread,
    never: web.length === 0 ? "No link of a web site opens it." : undefined,
  };
}

function appList(app: AskedApp): Seen {
  const { values, unread } = sectionOf(app, ({ permissions }) => permissions, "which permissions the app asks for");
  const asked = values.flatMap((each) => each.asked.filter(({ name }) => name.endsWith(".QUERY_ALL_PACKAGES")));
  const message = "It asks to see all apps that are installed; which those are tells much about a person.";
  const items = asked.map(({ name }) => name);
  return { found: items.length === 0 ? [] : [{ severity: "low", message, items, from: manifest }], unread };
}

function together(app: AskedApp): Seen {
  const { values, unread } = sectionOf(app, ({ permissions }) => permissions, "which permissions the app asks for");
  const sets = values.flatMap(({ combinations }) => combinations);
  return {
    found: sets.map(({ can, of }) => ({
      severity: "low",
      message: `If all of it is allowed, it can ${can}.`,
      items: of,
      from: manifest,
    })),
    unread,
  };
}

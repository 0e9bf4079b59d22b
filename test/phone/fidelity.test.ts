import { expect, test } from "vitest";
import { phoneOf } from "../../src/phone/models/index.ts";
import { type PhoneState, zoneOf } from "../../src/phone/state/phone-state.ts";
import { settingTable } from "../../src/phone/state/setting-tables.ts";
import {
  captured,
  clockOf,
  loadAppOps,
  loadPackages,
  loadProperties,
  loadSettings,
  stateOf,
  uidPart,
} from "./load-capture.ts";
import { text } from "./phone-source.ts";

const pad = "hyperos2-a14-xiaomi-pad6";
/** The tablet's zone, five hours behind UTC at the time. */
const zone = "America/Bogota";

/** The dump of app-ops names the uid of the owner, not its component. */
const padOwners = {
  devicePolicy: {
    admins: [],
    deviceOwner: null,
    profileOwners: [{ user: 0, uid: 10_294, component: "com.rosan.dhizuku/.Admin" }],
    encryptionStatus: "per-user",
  },
};

function padState(): PhoneState {
  const properties = { ...loadProperties(captured(`${pad}/getprop.txt`)), "persist.sys.timezone": zone };
  const state = stateOf(properties, "hyperos", clockOf(captured(`${pad}/appops.txt`), -5));
  for (const space of ["global", "secure", "system"] as const) {
    loadSettings(settingTable(state.settings, space, 0), captured(`${pad}/settings/${space}.txt`));
  }
  Object.assign(state, padOwners);
  loadPackages(state, captured(`${pad}/packages.txt`), captured(`${pad}/packages_sistema.txt`));
  return state;
}

const state = padState();
const phone = phoneOf(state);
const sorted = (lines: string): readonly string[] => lines.trimEnd().split("\n").sort();

test("getprop of the Pad 6 comes back line by line", async () => {
  state.properties.set(
    "persist.sys.timezone",
    loadProperties(captured(`${pad}/getprop.txt`))["persist.sys.timezone"] ?? "",
  );
  const printed = await text(phone, "getprop");
  state.properties.set("persist.sys.timezone", zone);
  expect(printed).toBe(captured(`${pad}/getprop.txt`));
});

test.each(["global", "secure", "system"])("settings list %s of the Pad 6 comes back", async (space) => {
  expect(await text(phone, `settings list ${space}`)).toBe(captured(`${pad}/settings/${space}.txt`));
});

test("settings get answers what the Pad 6 answered", async () => {
  const key = "enabled_accessibility_services";
  expect((await text(phone, `settings get secure ${key}`)).trim()).toBe(captured(`${pad}/accesibilidad.txt`).trim());
});

test("pm list packages -f of the Pad 6 comes back", async () => {
  expect(await text(phone, "pm list packages -f")).toBe(captured(`${pad}/packages.txt`));
});

test("pm list packages -s and -3 of the Pad 6 come back, in another order", async () => {
  const ours = new Set(sorted(await text(phone, "pm list packages")));
  // The list of third-party packages was taken at another time: three of its packages are in no other list.
  const theirs = (file: string): readonly string[] =>
    sorted(captured(`${pad}/${file}`)).filter((line) => ours.has(line));
  expect(sorted(await text(phone, "pm list packages -s"))).toEqual(theirs("packages_sistema.txt"));
  expect(sorted(await text(phone, "pm list packages -3"))).toEqual(theirs("packages_usuario_actualizado.txt"));
});

test("dumpsys appops of the Pad 6 comes back, uid by uid", async () => {
  loadAppOps(state, captured(`${pad}/appops.txt`), -5);
  expect(zoneOf(state)).toBe(zone);
  const ours = await text(phone, "dumpsys appops");
  expect(ours).toContain("  Profile owners:\n    User #0: u0a294\n");
  const printed = uidPart(ours).split("\n");
  expect(printed.length).toBeGreaterThan(8000);
  expect(printed).toEqual(uidPart(captured(`${pad}/appops.txt`)).split("\n"));
});

test("dumpsys accessibility of the Pad 6: the services that are on, and those that run", async () => {
  const theirs = captured(`${pad}/accesibilidad_full.txt`);
  Object.assign(state, { accessibility: padServices(theirs) });
  const ours = await text(phone, "dumpsys accessibility");
  for (const name of ["Enabled", "Binding", "Crashed"]) {
    const line = new RegExp(`^ +${name} services:.*$`, "m");
    expect(line.exec(ours)?.[0]).toBe(line.exec(theirs)?.[0]);
  }
  // The phone prints running services in the order in which they were bound.
  const running = (dump: string): readonly string[] =>
    (dump.match(/Service\[label=.*?requestA11yBtn=\w+\]/g) ?? []).sort();
  expect(running(ours)).toHaveLength(9);
  expect(running(ours)).toEqual(running(theirs));
});

/** The dump tells labels of running services, not components: whose label it is follows from the apps' names. */
function padServices(dump: string): PhoneState["accessibility"] {
  const owners: readonly (readonly [string, string])[] = [
    ["HyperTheme", "io.vi.hypertheme/io.vi.hypertheme.HyperThemeService"],
    ["Analizador de enlaces de Hypatia", "us.spotco.malwarescanner/us.spotco.malwarescanner.LinkScannerService"],
    [
      "App Manager",
      "io.github.muntashirakon.AppManager/io.github.muntashirakon.AppManager.accessibility.NoRootAccessibilityService",
    ],
    ["Precise Volume", "com.phascinate.precisevolume/com.phascinate.precisevolume.AccessiblePrecisionService"],
    ["SD Maid", "eu.thedarken.sdm/eu.thedarken.sdm.accessibility.core.ACCService"],
    ["RethinkDNS", "com.celzero.bravedns/com.celzero.bravedns.util.BackgroundAccessibilityService"],
    ["SCENE-AccessibilityService", "com.omarea.vtools/com.omarea.vtools.AccessibilitySceneMode"],
    [
      "MacroDroid",
      "com.arlosoft.macrodroid/com.arlosoft.macrodroid.triggers.services.MacroDroidAccessibilityServiceJellyBean",
    ],
    [
      "Interacción UI de MacroDroid",
      "com.arlosoft.macrodroid/com.arlosoft.macrodroid.action.services.UIInteractionAccessibilityService",
    ],
  ];
  const row =
    /Service\[label=(.*?), feedbackType(\[.*?\]), capabilities=(\d+), eventTypes=(.*?), notificationTimeout=(\d+)/g;
  return [...dump.matchAll(row)].map(([, label = "", feedback = "", capabilities, eventTypes = "", timeout]) => ({
    component: owners.find(([name]) => name === label)?.[1] ?? "",
    label,
    capabilities: Number(capabilities),
    feedback,
    eventTypes,
    notificationTimeout: Number(timeout),
  }));
}

test("dumpsys notification of the Pad 6: the listeners that are allowed", async () => {
  const allowed = (dump: string): readonly string[] =>
    (/All notification listeners \(3\) enabled for current profiles:\n((?: +ComponentInfo.*\n)+)/.exec(dump)?.[1] ?? "")
      .trim()
      .split(/\s*\n\s*/)
      .sort();
  const line = /Allowed notification listeners:\n +(\S+) \(user: 0 isPrimary: true/;
  const [ours, theirs] = [await text(phone, "dumpsys notification"), captured(`${pad}/notificaciones.txt`)];
  expect(allowed(theirs)).toHaveLength(3);
  expect(allowed(ours)).toEqual(allowed(theirs));
  expect(line.exec(ours)?.[1]).toBe(line.exec(theirs)?.[1]);
});

test("dumpsys deviceidle of the Pad 6: the three lists", async () => {
  const theirs = captured(`${pad}/deviceidle.txt`);
  const list = (dump: string, title: string): readonly string[] =>
    (new RegExp(`^  Whitelist ${title}:\\n((?:    \\S+\\n)+)`, "m").exec(dump)?.[1] ?? "").trim().split(/\s+/);
  const [exceptIdle, system, user] = ["\\(except idle\\) system apps", "system apps", "user apps"].map(
    (title) => new Set(list(theirs, title)),
  );
  Object.assign(state, { idleExempt: { exceptIdle, system, user } });
  const ours = await text(phone, "dumpsys deviceidle");
  for (const title of ["\\(except idle\\) system apps", "system apps", "user apps"]) {
    expect(list(theirs, title).length).toBeGreaterThan(10);
    expect(list(ours, title)).toEqual(list(theirs, title));
  }
});

test("dumpsys webviewupdate of the Pad 6 comes back", async () => {
  Object.assign(state, {
    webview: {
      current: "com.google.android.webview",
      version: "147.0.7727.112",
      versionCode: 772_711_200,
      targetSdk: 36,
      minimumSdk: 33,
      minimumVersionCode: 677_826_033,
      missing: [
        "com.google.android.webview.beta",
        "com.google.android.webview.dev",
        "com.google.android.webview.canary",
        "com.google.android.webview.debug",
        "com.android.webview",
      ],
    },
  });
  // The last line of the capture, "null", belongs to a second command.
  expect(await text(phone, "dumpsys webviewupdate")).toBe(captured(`${pad}/webview.txt`).replace(/null\n$/, ""));
});

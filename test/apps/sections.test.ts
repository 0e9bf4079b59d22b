// Sections of records of APKs that are made for one question each.
import { expect, test } from "vitest";
import { isUnread } from "../../src/apps/app-record.ts";
import { compileTrackers } from "../../src/apps/tracker-set.ts";
import { read } from "./apk-record.ts";
import { filter, madeRecord, named, target } from "./made-apk.ts";

const exodus = (id: number, name: string, codeSignature: string, networkSignature = "") => ({
  id,
  name,
  website: "",
  categories: ["Analytics"],
  codeSignature,
  networkSignature,
});
const set = compileTrackers({
  "exodus-trackers": {
    trackers: [
      exodus(1, "Alpha", "com.alpha.sdk.", "alpha\\.example-net\\.com"),
      exodus(2, "Beta", "com.beta.", "\\.beta\\.com"),
      exodus(3, "Gamma", "", "mst[0-9]*\\.gamma\\.cn"),
      exodus(4, "Wide", "", "\\.google\\.com"),
    ],
  },
  trackers: {
    trackers: [
      {
        name: "ALPHA",
        company: "Alpha Inc.",
        country: "US",
        purposes: ["analytics"],
        classPrefixes: ["com.alpha.sdk"],
        hosts: ["alpha-hosts.com"],
      },
    ],
  },
});

test("trackers are graded by what was seen, and lists that know the same one are joined", async () => {
  const dex = {
    classes: ["Lcom/made/App;", "Lcom/alpha/sdk/Core;"],
    types: ["Lcom/beta/Client;"],
    strings: ["https://api.alpha-hosts.com/v1", "mst12.gamma.cn", "https://www.google.com/"],
  };
  const { found, complete } = read((await madeRecord({ dex }, set)).trackers);
  expect(complete).toBe(true);
  expect(found.map(({ name, grade, confidence, lists }) => [name, grade, confidence, lists])).toEqual([
    ["ALPHA", "class-defined", "certain", ["trackers", "exodus-trackers"]],
    ["Beta", "type-referenced", "likely", ["exodus-trackers"]],
    ["Gamma", "host-only", "possible", ["exodus-trackers"]],
  ]);
  expect(found[0]).toMatchObject({ company: "Alpha Inc.", country: "US" });
  expect(found[0]?.evidence).toEqual([
    { kind: "class", name: "com.alpha.sdk.Core", defined: true, fit: "package", types: 1, entry: "classes.dex" },
    { kind: "host", host: "api.alpha-hosts.com", entry: "classes.dex" },
  ]);
  expect(set.leftOut).toEqual([
    { tracker: "Wide", part: "\\.google\\.com", why: "this host serves far more than trackers" },
  ]);
});

test("a tracker's host must be the domain itself or lie below it", async () => {
  const strings = [
    "notalpha-hosts.com",
    "alpha-hosts.com.evil.io",
    "me@alpha-hosts.com",
    "beta.com",
    "alpha-hosts.community",
  ];
  const { found } = read((await madeRecord({ dex: { classes: ["La/B;"], strings } }, set)).trackers);
  expect(found).toEqual([]);
  const below = read(
    (await madeRecord({ dex: { classes: ["La/B;"], strings: ["go to x.beta.com now"] } }, set)).trackers,
  );
  expect(below.found.map(({ name }) => name)).toEqual(["Beta"]);
});

test("a DEX that cannot be read is no app without trackers", async () => {
  const broken = { "classes.dex": new TextEncoder().encode("no dex at all") };
  const { code, trackers, endpoints } = await madeRecord({ dex: null, entries: broken }, set);
  expect(read(code)).toMatchObject({ files: [], unreadable: [{ entry: "classes.dex", reason: "it is no DEX" }] });
  expect(isUnread(trackers) && trackers.unread).toMatch(/none of its DEX files could be read/);
  expect(isUnread(endpoints)).toBe(true);
  const half = await madeRecord({ entries: { "classes2.dex": new TextEncoder().encode("no dex either") } }, set);
  expect(read(half.trackers)).toMatchObject({ complete: false, found: [] });
  expect(read(half.trackers).caveats.join()).toContain("could not be read");
  expect(read(half.endpoints).missed).toHaveLength(1);
  const none = read((await madeRecord({ dex: null }, set)).trackers);
  expect(none.caveats.join()).toContain("no DEX");
});

test("a manifest that cannot be read leaves the sections of the code", async () => {
  const { identity, permissions, components, configuration, network, code } = await madeRecord({
    entries: { "AndroidManifest.xml": new TextEncoder().encode("<manifest/>") },
  });
  for (const part of [identity, permissions, components, configuration, network])
    expect(isUnread(part) && part.unread).toContain("it is no binary XML");
  expect(read(code).classes).toBe(1);
});

const texts = [
  "https://api.example-shop.com/v1/items?id=",
  "HTTP://Plain.example-shop.com",
  "wss://user:secret@live.example-shop.com:8443/socket",
  "http://192.168.1.20:8080/",
  "http://8.8.4.4/",
  "cdn.example-shop.com",
  "storage.shop.io",
];
const noHosts = [
  "http://schemas.android.com/apk/res/android",
  "http://www.w3.org/2001/XMLSchema",
  "http://javax.xml.XMLConstants/feature/secure-processing",
  "https://www.example.com/",
  "https://%s.example-shop.com/",
  "https://localhost/",
  "http://",
  "com.example.shop.net",
  "android.app",
  "1.2.3.com",
  "http://1.2.3.4.5/",
  "http://999.1.1.1/",
  "Some.Class.Name.com",
  "java.net",
  "user.io",
  "content://com.example.provider",
  "-.com",
];

test("hosts are found where addresses and host names stand, and nowhere else", async () => {
  const { hosts, identifiers } = read(
    (await madeRecord({ dex: { classes: ["La/B;"], strings: [...texts, ...noHosts] } })).endpoints,
  );
  expect(hosts.map(({ host, schemes, cleartext, local }) => [host, schemes.join(), cleartext, local])).toEqual([
    ["192.168.1.20", "http", true, true],
    ["8.8.4.4", "http", true, false],
    ["api.example-shop.com", "https", false, false],
    ["cdn.example-shop.com", "", false, false],
    ["live.example-shop.com", "wss", false, false],
    ["plain.example-shop.com", "http", true, false],
    ["storage.shop.io", "", false, false],
  ]);
  expect(hosts.find(({ host }) => host.startsWith("live"))?.addresses).toEqual([
    "wss://…@live.example-shop.com:8443/socket",
  ]);
  expect(identifiers).toBe(4);
});

test("hosts are found whatever the length in front of them looks like", async () => {
  for (let length = 12; length <= 126; length++) {
    const host = `${"a".repeat(Math.min(length - 9, 50))}${length > 59 ? `.${"b".repeat(length - 60)}` : ""}.test1.cn`;
    const strings = [host.replace("..", ".")];
    const { hosts } = read((await madeRecord({ dex: { classes: ["La/B;"], strings } })).endpoints);
    if (strings[0]?.split(".").every((part) => part.length <= 63))
      expect(hosts.map((each) => each.host)).toEqual(strings);
  }
});

test("powers, exported parts, starts with the phone, links and the icon are told", async () => {
  const service = (name: string, action: string, permission: string) =>
    named("service", name, [filter([action])], { permission: `android.permission.${permission}`, exported: true });
  const record = await madeRecord({
    children: [
      target(33),
      named("uses-permission", "android.permission.INTERNET"),
      named("uses-permission", "android.permission.SYSTEM_ALERT_WINDOW"),
      named("uses-permission", "com.other.permission.X"),
      named("permission", "com.made.GUARD", [], { protectionLevel: 2 }),
      {
        name: "application",
        attributes: { debuggable: true },
        children: [
          service(".Reader", "android.accessibilityservice.AccessibilityService", "BIND_ACCESSIBILITY_SERVICE"),
          named("receiver", ".Boot", [filter(["android.intent.action.BOOT_COMPLETED"])], { exported: true }),
          named("activity", ".Guarded", [], { exported: true, permission: "com.made.GUARD" }),
          named("provider", ".Data", [], {
            exported: true,
            authorities: "com.made.data",
            readPermission: "com.made.GUARD",
            writePermission: "android.permission.INTERNET",
          }),
          named("activity", ".Web", [
            {
              ...filter(["android.intent.action.VIEW"], ["android.intent.category.BROWSABLE"]),
              children: [
                ...(filter(["android.intent.action.VIEW"], ["android.intent.category.BROWSABLE"]).children ?? []),
                { name: "data", attributes: { scheme: "https", host: "made.example" } },
              ],
            },
          ]),
        ],
      },
    ],
  });
  const components = read(record.components);
  expect(components.powers).toMatchObject([{ power: "accessibility", component: "com.made.Reader", guarded: true }]);
  expect(components.exported.map(({ name, why, guarded }) => [name.slice(9), why, guarded])).toEqual([
    ["Reader", "declared", "yes"],
    ["Boot", "declared", "no"],
    ["Guarded", "declared", "yes"],
    ["Data", "declared", "no"],
    ["Web", "intent-filter", "no"],
  ]);
  expect(components.startsWithPhone).toEqual(["com.made.Boot"]);
  expect(components.launcher).toEqual([]);
  expect(components.links).toEqual([
    { component: "com.made.Web", scheme: "https", host: "made.example", verified: false },
  ]);
  const permissions = read(record.permissions);
  expect(permissions.asked.map(({ weight }) => weight)).toEqual(["normal", "special", "unlisted"]);
  expect(permissions.combinations.map(({ id }) => id)).toEqual([
    "screen-to-internet",
    "control-screen",
    "imitate-app",
    "unseen-reader",
  ]);
  expect(read(record.configuration).settings.find(({ id }) => id === "debuggable")).toMatchObject({
    value: true,
    declared: true,
  });
  expect(read(record.network)).toMatchObject({ file: null, byDefault: { cleartext: false, userAuthorities: false } });
});

test("code that loads code, native libraries and packers are told", async () => {
  const loader = { class: "Ldalvik/system/DexClassLoader;", name: "<init>" };
  const dex = {
    classes: ["Lcom/made/App;", "Lcom/stub/StubApp;", "La/a;", "La/b;"],
    types: [loader.class],
    methods: [loader, { class: "Lcom/made/App;", name: "run" }],
    code: (index: (of: string, name: string) => number) => [0x106e, index(loader.class, loader.name), 0, 0x000e],
  };
  const empty = new Uint8Array(4);
  const { code, trackers } = await madeRecord({
    dex,
    entries: {
      "lib/arm64-v8a/libmade.so": empty,
      "lib/x86/libmade.so": empty,
      "assets/ijiami.dat": empty,
      "assets/more.apk": empty,
    },
  });
  const facts = read(code);
  expect(facts.calls).toMatchObject([{ kind: "loads-dex", method: "dalvik.system.DexClassLoader.<init>" }]);
  expect(facts.nativeLibraries).toEqual([{ name: "libmade.so", abis: ["arm64-v8a", "x86"], size: 4 }]);
  expect(facts.packers.map(({ name, by }) => [name, by])).toEqual([
    ["Ijiami", "entry"],
    ["360 Jiagu", "class"],
  ]);
  expect(facts.carried).toEqual(["assets/more.apk"]);
  expect(facts.obfuscation).toEqual({ shortNames: 2, share: 0.5, extent: "most" });
  expect(read(trackers).caveats).toHaveLength(3);
});

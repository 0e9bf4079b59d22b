import { expect, test } from "vitest";
import {
  type AndroidManifest,
  launcherActivities,
  longVersionCode,
  readManifest,
} from "../../src/formats/android-manifest.ts";
import { readResourceTable } from "../../src/formats/arsc.ts";
import { readAxml } from "../../src/formats/axml.ts";
import { impliedPermissions, protectionLevel } from "../../src/formats/manifest-permissions.ts";
import { oddApks, openApk, ordinaryApks, readApk } from "./apk-files.ts";
import { type TypeEntries, writeArsc } from "./arsc-writer.ts";
import { writeAxml, type XmlNode, type XmlValue } from "./axml-writer.ts";

type Attributes = Record<string, XmlValue>;
const node = (name: string, attributes: Attributes = {}, ...children: XmlNode[]): XmlNode => ({
  name,
  attributes,
  children,
});
const intentFilter = (...names: string[]) =>
  node(
    "intent-filter",
    {},
    ...names.map((name) => node(name.includes(".category.") ? "category" : "action", { name })),
  );

function manifest(children: XmlNode[], attributes: Attributes = {}, ...types: TypeEntries[]): AndroidManifest {
  const xml = writeAxml({ name: "manifest", attributes: { package: "com.example", ...attributes }, children });
  return readManifest(readAxml(xml), readResourceTable(writeArsc(types)));
}
const app = (target: number, ...components: XmlNode[]) =>
  manifest([node("uses-sdk", { minSdkVersion: 8, targetSdkVersion: target }), node("application", {}, ...components)]);

test.each([
  [
    "gh-arsclib-framework-36",
    { packageName: "android", versionCode: 36, versionName: "16", minSdk: null, usesPermissions: [] },
  ],
  [
    "evil/apktool-issue3705",
    { packageName: "com.ibotpeaches.compactentries", versionCode: 35, versionName: "15", targetSdk: 35 },
  ],
  [
    "evil/apktool-client",
    {
      packageName: "com.google.android.test.lib_client",
      versionCode: 35,
      minSdk: "VanillaIceCream",
      effectiveTargetSdk: 10_000,
    },
  ],
  ["evil/apktool-library", { packageName: "com.google.android.test.shared_library", versionCode: 2 }],
  ["evil/apktool-issue3366", { packageName: "com.ibotpeaches.issue3366", targetSdk: 34 }],
  [
    "evil/apkinspector-truncated-cd",
    { packageName: "android.appsecurity.cts.tinyapp", versionCode: 10, targetSdk: 23 },
  ],
  ["evil/generated-04-local-sizes-wrong", { packageName: "com.erev0s.minimal", targetSdk: 33 }],
  ["evil/generated-08-path-traversal-names", { packageName: "com.erev0s.minimal", targetSdk: 33 }],
  ["sigs/debuggable-boolean", { application: { debuggable: { value: true } } }],
])("reads %s, where the peers fail", async (name, expected) => {
  const read = await readApk(`../shared/apks/${name}.apk`);
  expect(read.manifest).toMatchObject(expected);
});

test("reads every APK that holds a manifest, and resolves all that it names", async () => {
  const without: string[] = [];
  for (const path of [...ordinaryApks, ...oddApks]) {
    const apk = await openApk(path).catch(() => undefined);
    if (!apk?.byName.has("AndroidManifest.xml")) without.push(path.replace(/.*\//, ""));
    else expect((await readApk(path)).manifest.unresolved, path).toEqual([]);
  }
  expect(without).toEqual(["androguard-CertChain.apk", "androguard-multidex.apk", "generated-22-truncated-half.apk"]);
});

test("puts the halves of a version together", () => {
  expect(longVersionCode(manifest([], { versionCode: -1, versionCodeMajor: 3 }))).toBe(3n * 2n ** 32n + 0xffffffffn);
  expect(longVersionCode(manifest([], { versionCode: 5 }))).toBe(5n);
  expect(manifest([], {}).versionCode).toBeNull();
});

test("takes the minimum for the target, and the last of several uses-sdk", () => {
  expect(manifest([node("uses-sdk", { minSdkVersion: 21 })])).toMatchObject({
    targetSdk: null,
    effectiveTargetSdk: 21,
  });
  expect(manifest([]).effectiveTargetSdk).toBe(1);
  const two = [node("uses-sdk", { targetSdkVersion: 21 }), node("uses-sdk", { targetSdkVersion: 33 })];
  expect(manifest(two).effectiveTargetSdk).toBe(33);
  expect(manifest([node("uses-sdk", { targetSdkVersion: "Baklava" })]).effectiveTargetSdk).toBe(10_000);
});

test("follows references for texts, numbers and yes or no; says which lead nowhere", () => {
  const attributes = {
    label: { ref: 0x7f020000 },
    debuggable: { ref: 0x7f020001 },
    allowBackup: { ref: 0x7f020009 },
    testOnly: "true",
    usesCleartextTraffic: "yes",
  };
  const values = { 0: "Name", 1: { type: 0x12, data: 0xffffffff }, 2: { type: 0x10, data: 44 } };
  const read = manifest(
    [node("application", attributes)],
    { versionCode: { ref: 0x7f020002 } },
    { type: 2, entries: values },
  );
  expect(read.versionCode).toBe(44);
  expect(read.application).toMatchObject({
    label: "Name",
    labelResource: 0x7f020000,
    debuggable: { value: true, declared: true },
    allowBackup: { value: true, declared: true },
    testOnly: { value: true, declared: true },
    usesCleartextTraffic: { value: false, declared: true },
    hasCode: { value: true, declared: false },
  });
  expect(read.unresolved).toEqual(["application@allowBackup=0x7f020009"]);
  expect(manifest([node("application", { label: { ref: 0x0104000a } })]).application?.label).toBe("OK");
});

test("knows Android's defaults by target", () => {
  const flags = (target: number) => {
    const { application } = app(target);
    return [application?.usesCleartextTraffic.value, application?.requestLegacyExternalStorage.value];
  };
  expect([27, 28, 29].map(flags)).toEqual([
    [true, true],
    [false, true],
    [false, false],
  ]);
});

test.each([
  ["activity", {}, [], 20, false],
  ["activity", {}, [intentFilter("a.action.VIEW")], 20, true],
  ["activity", { exported: false }, [intentFilter("a.action.VIEW")], 20, false],
  ["activity", { exported: true }, [], 34, true],
  ["activity", {}, [intentFilter("a.category.DEFAULT")], 20, false],
  ["service", {}, [intentFilter("a.category.DEFAULT")], 20, true],
  ["receiver", {}, [intentFilter("a.action.BOOT")], 34, true],
  ["provider", {}, [], 16, true],
  ["provider", {}, [], 17, false],
  ["provider", {}, [intentFilter("a.action.X")], 30, false],
] as const)("a %s with %j and %j, for target %i, is exported: %s", (kind, attributes, children, target, exported) => {
  const [component] = app(target, node(kind, { name: ".A", ...attributes }, ...children)).components;
  expect(component?.exported).toEqual({ value: exported, declared: "exported" in attributes });
});

test("reads components with what guards them", () => {
  const read = manifest([
    node(
      "application",
      { permission: "app.P", process: ":main" },
      node(
        "activity",
        { name: ".Main", process: "com.other" },
        intentFilter("android.intent.action.MAIN", "android.intent.category.LAUNCHER"),
      ),
      node(
        "activity-alias",
        { name: "Alias", targetActivity: ".Main", enabled: false },
        intentFilter("android.intent.action.MAIN", "android.intent.category.LAUNCHER"),
      ),
      node("service", {
        name: "a.b.S",
        permission: "own.P",
        foregroundServiceType: { type: 0x11, data: 0x48 },
        isolatedProcess: true,
      }),
      node(
        "provider",
        { name: ".P", authorities: "a;b", readPermission: "read.P", grantUriPermissions: true },
        node("path-permission", { pathPrefix: "/x", writePermission: "write.P" }),
        node("meta-data", { name: "paths", resource: { ref: 0x7f020000 } }),
      ),
      node("receiver", {}),
    ),
  ]);
  expect(read.application).toMatchObject({ permission: "app.P", process: "com.example:main" });
  expect(read.components.map(({ kind, name, permission, process }) => [kind, name, permission, process])).toEqual([
    ["activity", "com.example.Main", "app.P", "com.other"],
    ["activity-alias", "com.example.Alias", null, null],
    ["service", "a.b.S", "own.P", null],
    ["provider", "com.example.P", "app.P", null],
  ]);
  const [, alias, service, provider] = read.components;
  expect(alias).toMatchObject({ target: "com.example.Main", enabled: { value: false } });
  expect(service?.service).toEqual({ foregroundTypes: ["location", "camera"], isolatedProcess: true });
  expect(provider?.provider).toEqual({
    authorities: ["a", "b"],
    readPermission: "read.P",
    writePermission: "app.P",
    grantUriPermissions: true,
    pathPermissions: [{ path: "/x", match: "prefix", readPermission: null, writePermission: "write.P" }],
  });
  expect(provider?.metaData).toEqual([{ name: "paths", value: null, resource: 0x7f020000 }]);
  expect(launcherActivities(read).map(({ name }) => name)).toEqual(["com.example.Main"]);
});

test("reads deep links", () => {
  const data = [
    node("data", { scheme: "https", host: "example.com", port: 8443 }),
    node("data", { pathPrefix: "/a", pathPattern: ".*", mimeType: "text/plain" }),
  ];
  const filter = {
    name: "intent-filter",
    attributes: { autoVerify: true, priority: 999 },
    children: [node("action", { name: "x" }), ...data],
  };
  const [component] = app(20, node("activity", { name: ".A" }, filter)).components;
  expect(component?.filters).toEqual([
    {
      actions: ["x"],
      categories: [],
      data: [
        { scheme: "https", host: "example.com", port: "8443", mimeType: null, paths: [] },
        {
          scheme: null,
          host: null,
          port: null,
          mimeType: "text/plain",
          paths: [
            { match: "prefix", of: "path", text: "/a" },
            { match: "pattern", of: "path", text: ".*" },
          ],
        },
      ],
      priority: 999,
      autoVerify: true,
    },
  ]);
});

test("reads permissions asked for, doubles too, and those defined", () => {
  const read = manifest([
    node("uses-permission", { name: "a.P", maxSdkVersion: 18 }),
    node("uses-permission", { name: "a.P", maxSdkVersion: 28 }),
    node("uses-permission-sdk-23", { name: "b.P", usesPermissionFlags: { type: 0x11, data: 0x10000 } }),
    node("permission", { name: "own.P", protectionLevel: { type: 0x11, data: 0x12 }, permissionGroup: "own.G" }),
    node("permission", { name: "weak.P" }),
  ]);
  expect(
    read.usesPermissions.map(({ name, maxSdk, fromSdk23, neverForLocation }) => [
      name,
      maxSdk,
      fromSdk23,
      neverForLocation,
    ]),
  ).toEqual([
    ["a.P", 18, false, false],
    ["a.P", 28, false, false],
    ["b.P", null, true, true],
  ]);
  expect(
    read.permissionDefinitions.map(({ name, protection }) => [name, protection.base, ...protection.flags]),
  ).toEqual([
    ["own.P", "signature", "privileged"],
    ["weak.P", "normal"],
  ]);
  expect(protectionLevel(3)).toEqual({ base: "signature", flags: ["privileged"] });
  expect(protectionLevel(9).base).toBe("unknown");
});

test("adds what Android adds", () => {
  const ask = (target: number, ...names: string[]) => {
    const uses = names.map((name) => ({
      name: `android.permission.${name}`,
      maxSdk: name === "WRITE_EXTERNAL_STORAGE" ? 18 : null,
      fromSdk23: false,
      neverForLocation: false,
      requiredFeature: null,
      requiredNotFeature: null,
    }));
    return impliedPermissions(uses, target).map(({ name, maxSdk }) => [
      name.replace("android.permission.", ""),
      maxSdk,
    ]);
  };
  expect(ask(34, "INTERNET")).toEqual([]);
  expect(ask(34, "WRITE_EXTERNAL_STORAGE")).toEqual([["READ_EXTERNAL_STORAGE", 18]]);
  expect(ask(34, "ACCESS_FINE_LOCATION")).toEqual([["ACCESS_COARSE_LOCATION", null]]);
  expect(ask(28, "ACCESS_COARSE_LOCATION").map(([name]) => name)).toEqual([
    "ACCESS_BACKGROUND_LOCATION",
    "POST_NOTIFICATIONS",
  ]);
  expect(
    ask(3)
      .map(([name]) => name)
      .slice(0, 3),
  ).toEqual(["WRITE_EXTERNAL_STORAGE", "READ_PHONE_STATE", "READ_EXTERNAL_STORAGE"]);
  expect(ask(15, "READ_CONTACTS").map(([name]) => name)).toContain("READ_CALL_LOG");
  expect(ask(16, "READ_CONTACTS").map(([name]) => name)).not.toContain("READ_CALL_LOG");
});

test("reads queries, features, libraries, instrumentation and the rest", () => {
  const read = manifest([
    node(
      "queries",
      {},
      node("package", { name: "a.b" }),
      node("intent", {}, node("action", { name: "x" }), node("data", { scheme: "https" })),
      node("provider", { authorities: "c;d" }),
    ),
    node("uses-feature", { name: "camera", required: false }),
    node("uses-feature", { glEsVersion: { type: 0x11, data: 0x30001 } }),
    node("feature-group", {}, node("uses-feature", { name: "nfc" })),
    node("instrumentation", { name: ".I", targetPackage: "a.b" }),
    node("package-verifier", { name: "v", publicKey: "AAAA" }),
    node("overlay", { targetPackage: "android", isStatic: true }),
    node("original-package", { name: "old" }),
    node(
      "application",
      {},
      node("uses-library", { name: "lib", required: false }),
      node("profileable", { shell: true }),
    ),
    node("application", { label: "second" }),
  ]);
  expect(read.application?.label).toBeNull();
  expect(read.extras).toMatchObject({
    features: [
      { name: "camera", required: false },
      { name: "nfc", required: true },
    ],
    glEsVersion: 0x30001,
    libraries: [{ kind: "library", name: "lib", required: false }],
    queries: { packages: ["a.b"], intents: [{ actions: ["x"], data: [{ scheme: "https" }] }], providers: ["c", "d"] },
    instrumentations: [{ name: ".I", targetPackage: "a.b" }],
    packageVerifiers: [{ name: "v", publicKey: "AAAA" }],
    overlay: { targetPackage: "android", isStatic: true },
    originalPackages: ["old"],
    profileableByShell: true,
  });
});

test("refuses what is no manifest, and one without a package name", () => {
  expect(() => readManifest(readAxml(writeAxml({ name: "layout" })))).toThrow("no <manifest>");
  expect(() => readManifest(readAxml(writeAxml({ name: "manifest" })))).toThrow("names no package");
});

test("holds nothing that JSON does not", async () => {
  const { manifest: read } = await readApk("../shared/apks/gh-battery-alarm.apk");
  expect(JSON.parse(JSON.stringify(read))).toEqual(read);
});

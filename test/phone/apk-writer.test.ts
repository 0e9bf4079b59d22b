import { createHash, X509Certificate } from "node:crypto";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { compareLocalHeaders, locateApkEntry } from "../../src/formats/apk-entry.ts";
import { readResourceTable } from "../../src/formats/arsc.ts";
import { resourceName, resourceTexts } from "../../src/formats/arsc-lookup.ts";
import { readAxml } from "../../src/formats/axml.ts";
import { readNetworkSecurityConfig } from "../../src/formats/network-security-config.ts";
import type { WrittenScheme } from "../../src/phone/apk/apk-signer.ts";
import { writeArsc } from "../../src/phone/apk/arsc-writer.ts";
import { writeAxml } from "../../src/phone/apk/axml-writer.ts";
import { createTestSigner, type TestSigner } from "../../src/phone/apk/test-signer.ts";
import { type ApkSpec, writeApk, writeApkSet } from "../../src/phone/apk/write-apk.ts";
import { writeZip } from "../../src/phone/apk/zip-writer.ts";
import { tool, withTool } from "../tools.ts";
import { readWritten, runOver } from "./written-apks.ts";

const pin = Buffer.alloc(32, 7).toString("base64");

const spec: ApkSpec = {
  package: "org.example.app",
  versionCode: 7,
  versionName: "1.2 β",
  minSdk: 24,
  targetSdk: 34,
  label: { "": "Example 😀", de: "Beispiel", "pt-BR": "Exemplo", fil: "Halimbawa" },
  permissions: ["INTERNET", { name: "WRITE_EXTERNAL_STORAGE", maxSdk: 28 }, "org.example.permission.OWN"],
  debuggable: true,
  components: [
    {
      kind: "activity",
      name: ".Main",
      exported: true,
      filters: [{ actions: ["android.intent.action.MAIN"], categories: ["android.intent.category.LAUNCHER"] }],
    },
    { kind: "service", name: ".Sync", exported: false, foregroundServiceType: 0x8 },
    { kind: "receiver", name: ".Boot", filters: [{ actions: ["android.intent.action.BOOT_COMPLETED"] }] },
    { kind: "provider", name: "org.example.Data", authorities: "org.example.data;org.example.more", permission: "a.b" },
  ],
  metaData: { "org.example.key": "value", "org.example.file": { resource: "xml/network_security_config" } },
  networkSecurityConfig: {
    cleartext: false,
    domains: [{ names: ["example.com"], includeSubdomains: true, cleartext: true, pins: [pin] }],
    debugUserAuthorities: true,
  },
  strings: { api_key: "not a key" },
  files: { "assets/words.txt": "hello ".repeat(100), "lib/arm64-v8a/libx.so": new Uint8Array(100) },
  dex: [{ classes: ["org.example.app.Main"] }, { classes: ["org.example.app.Second"] }],
};

let signers: Readonly<Record<"rsa" | "ec", TestSigner>>;
let signed: Uint8Array;

beforeAll(async () => {
  const name = { commonName: "Candor, tests", organisation: "Candor", country: "DE" };
  signers = { rsa: await createTestSigner(name, "rsa"), ec: await createTestSigner(name) };
  signed = await writeApk({ ...spec, signer: signers.rsa });
});

describe.each(["aapt", "aapt2"])("%s", (program) => {
  withTool(program)("says what was asked for", async (path) => {
    const lines = (await runOver(path, ["dump", "badging"], signed)).split("\n");
    expect(lines.slice(0, -1)).toEqual([
      "package: name='org.example.app' versionCode='7' versionName='1.2 β'",
      "sdkVersion:'24'",
      "targetSdkVersion:'34'",
      "uses-permission: name='android.permission.INTERNET'",
      "uses-permission: name='android.permission.WRITE_EXTERNAL_STORAGE' maxSdkVersion='28'",
      "uses-permission: name='org.example.permission.OWN'",
      "application-label:'Example 😀'",
      "application-label-de:'Beispiel'",
      "application-label-fil:'Halimbawa'",
      "application-label-pt-BR:'Exemplo'",
      "application-icon-160:'res/mipmap-mdpi/ic_launcher.png'",
      "application: label='Example 😀' icon='res/mipmap-mdpi/ic_launcher.png'",
      "application-debuggable",
      "launchable-activity: name='org.example.app.Main'  label='' icon=''",
      "uses-permission: name='android.permission.READ_EXTERNAL_STORAGE' maxSdkVersion='28'",
      "uses-implied-permission: name='android.permission.READ_EXTERNAL_STORAGE' maxSdkVersion='28' reason='requested WRITE_EXTERNAL_STORAGE'",
      "feature-group: label=''",
      "  uses-feature: name='android.hardware.faketouch'",
      "  uses-implied-feature: name='android.hardware.faketouch' reason='default feature for all apps'",
      "main",
      "other-receivers",
      "other-services",
      "supports-screens: 'small' 'normal' 'large' 'xlarge'",
      "supports-any-density: 'true'",
      "locales: '--_--' 'de' 'fil' 'pt-BR'",
      "densities: '160'",
      "native-code: 'arm64-v8a'",
    ]);
  });
});

withTool("aapt2")("aapt2 prints the network security configuration and the resources", async (path) => {
  const tree = await runOver(path, ["dump", "xmltree"], signed, ["--file", "res/xml/network_security_config.xml"]);
  expect(tree.match(/(?<=E: )[\w-]+|(?<=A: ).*|(?<=T: ).*/g)).toEqual([
    ...["network-security-config", "base-config", "cleartextTrafficPermitted=false"],
    ...["domain-config", "cleartextTrafficPermitted=true", "domain", "includeSubdomains=true", "'example.com'"],
    ...["pin-set", "pin", 'digest="SHA-256" (Raw: "SHA-256")', `'${pin}'`],
    ...["debug-overrides", "trust-anchors", "certificates", 'src="system" (Raw: "system")'],
    ...["certificates", 'src="user" (Raw: "user")'],
  ]);
  const resources = await runOver(path, ["dump", "resources"], signed);
  expect(resources).toContain('resource 0x7f020001 string/api_key\n      () "not a key"');
  expect(resources).toContain("resource 0x7f030000 xml/network_security_config");
});

describe("apksigner", () => {
  const cases: readonly (readonly ["rsa" | "ec", readonly WrittenScheme[], number, string])[] = [
    ["rsa", ["v2", "v3"], 24, "v2 v3"],
    ["ec", ["v2", "v3"], 24, "v2 v3"],
    ["ec", ["v2", "v3"], 28, "v3"],
    ["ec", ["v2"], 24, "v2"],
    ["rsa", ["v2"], 30, "v2"],
    ["rsa", ["v3"], 28, "v3"],
    ["ec", ["v3"], 33, "v3"],
  ];
  for (const [kind, schemes, minSdk, verified] of cases)
    withTool("apksigner")(`takes ${schemes.join(" and ")} by ${kind} from ${minSdk} on`, async (path) => {
      const apk = await writeApk({ ...spec, minSdk, signer: signers[kind], schemes });
      const said = await runOver(path, ["verify", "--print-certs", "-v", "--min-sdk-version", String(minSdk)], apk);
      expect(said).toMatch(/^Verifies\n/);
      expect(said).not.toContain("WARNING");
      const found = ["v2", "v3"].filter(
        (scheme) =>
          said.includes(`Verified using ${scheme} scheme`) &&
          new RegExp(`Verified using ${scheme} scheme .*: true`).test(said),
      );
      expect(found.join(" ")).toBe(verified);
      const sha256 = createHash("sha256").update(signers[kind].certificate).digest("hex");
      expect(said).toContain(`Signer #1 certificate SHA-256 digest: ${sha256}`);
      expect(said).toContain('Signer #1 certificate DN: CN="Candor, tests", O=Candor, C=DE');
    });

  withTool("apksigner")("refuses v3 alone for Android 7, and a changed byte", async (path) => {
    const apk = await writeApk({ ...spec, signer: signers.ec, schemes: ["v3"] });
    // Without an upper bound apksigner is content with the scheme that the newest Android looks at.
    const android7 = ["verify", "--min-sdk-version", "24", "--max-sdk-version", "27"];
    await expect(runOver(path, android7, apk)).rejects.toThrow();
    await runOver(path, android7, signed);
    const changed = signed.slice();
    changed[60] = (changed[60] ?? 0) ^ 1;
    await expect(runOver(path, ["verify", "--min-sdk-version", "24"], changed)).rejects.toThrow();
  });
});

test("the certificate is one that OpenSSL reads, and its own signer", () => {
  for (const { certificate } of Object.values(signers)) {
    const read = new X509Certificate(certificate);
    expect(read.verify(read.publicKey)).toBe(true);
    expect(read.subject.split("\n")).toEqual(["C=DE", "O=Candor", "CN=Candor\\, tests"]);
  }
});

test("Candor reads what was written, and finds nothing odd", async () => {
  const { zip, manifest, table, signatures, entry } = await readWritten(signed);
  expect([...zip.marks, ...(await compareLocalHeaders(zip))]).toEqual([]);
  expect(zip.android).toEqual({ opens: "yes" });
  expect(readAxml(await entry("AndroidManifest.xml")).marks).toEqual([]);
  expect(manifest).toMatchObject({
    packageName: "org.example.app",
    versionCode: 7,
    versionName: "1.2 β",
    minSdk: 24,
    targetSdk: 34,
    unresolved: [],
  });
  expect(manifest.components.map(({ kind, name }) => [kind, name])).toEqual([
    ["activity", "org.example.app.Main"],
    ["service", "org.example.app.Sync"],
    ["receiver", "org.example.app.Boot"],
    ["provider", "org.example.Data"],
  ]);
  expect(manifest.components[1]?.service?.foregroundTypes).toEqual(["location"]);
  expect(manifest.components[3]?.provider?.authorities).toEqual(["org.example.data", "org.example.more"]);
  const label = manifest.application?.labelResource ?? 0;
  expect(Object.fromEntries(resourceTexts(table, label).map(({ locale, text }) => [locale, text]))).toEqual(spec.label);
  const network = resourceName(table, manifest.application?.networkSecurityConfig ?? 0);
  expect(network).toBe("xml/network_security_config");
  expect(readNetworkSecurityConfig(readAxml(await entry(`res/${network}.xml`)))).toMatchObject({
    base: { cleartext: false },
    domains: [{ cleartext: true, domains: [{ name: "example.com", includeSubdomains: true }] }],
    errors: [],
  });
  expect(signatures.schemes).toEqual(["v2", "v3"]);
  expect(signatures.verdicts.map(({ from, scheme, outcome }) => [from, scheme, outcome])).toEqual([
    [24, "v2", "verified"],
    [28, "v3", "verified"],
  ]);
});

test("attributes stand in the order of their ids, as Android searches them", () => {
  const attributes = {
    split: "a",
    "android:versionName": "1",
    "android:versionCode": 1,
    "android:label": "x",
    other: 2,
  };
  const children = [{ name: "b", attributes: { "android:name": "n", "android:label": "l" } }];
  const { root } = readAxml(writeAxml({ name: "a", attributes, children }));
  const names = (element: typeof root) => element.attributes.map(({ name, id }) => `${id.toString(16)} ${name}`);
  expect(names(root)).toEqual(["1010001 label", "101021b versionCode", "101021c versionName", "0 other", "0 split"]);
  expect(root.children.map(names)).toEqual([["1010001 label", "1010003 name"]]);
});

test("the same spec gives the same bytes, and stored entries are aligned", async () => {
  const { signer: _, ...unsigned } = { ...spec, signer: undefined };
  const apk = await writeApk(unsigned);
  expect(await writeApk(unsigned)).toEqual(apk);
  const { zip } = await readWritten(signed);
  for (const [name, to] of [
    ["resources.arsc", 4],
    ["res/mipmap-mdpi/ic_launcher.png", 4],
    ["lib/arm64-v8a/libx.so", 4096],
  ] as const) {
    const entry = zip.byName.get(name);
    expect(entry?.method).toBe(0);
    if (entry) expect((await locateApkEntry(zip, entry)).dataOffset % to).toBe(0);
  }
  expect(zip.byName.get("assets/words.txt")?.method).toBe(8);
});

test("headers lie as they were asked to", async () => {
  const apk = await writeApk({
    ...spec,
    tamper: (items) => [
      ...items.map((item) => (item.name === "classes.dex" ? { ...item, local: { crc: 1, size: 5 } } : item)),
      { name: "../../etc/hosts", bytes: new Uint8Array(1) },
    ],
  });
  const { zip } = await readWritten(apk);
  expect((await compareLocalHeaders(zip)).map(({ entry }) => entry)).toContain("classes.dex");
  expect(zip.marks.length).toBeGreaterThan(0);
  const short = await writeZip([{ name: "a", bytes: new Uint8Array(3) }], { entries: 2 });
  expect(new DataView(short.buffer).getUint16(short.length - 12, true)).toBe(2);
});

test("splits have the base's package, version and signer", async () => {
  const files = await writeApkSet({ ...spec, signer: signers.ec }, [
    { name: "config.de" },
    { name: "more", isFeature: true, dex: [{ classes: ["org.example.more.Code"] }] },
    { name: "more.config.xhdpi", configForSplit: "more" },
  ]);
  expect([...files.keys()]).toEqual([
    "base.apk",
    "split_config.de.apk",
    "split_more.apk",
    "split_more.config.xhdpi.apk",
  ]);
  const seen = new Set<string>();
  for (const [name, bytes] of files) {
    const { manifest, signatures } = await readWritten(bytes);
    expect(manifest.split).toBe(name === "base.apk" ? null : name.slice(6, -4));
    expect(manifest.isFeatureSplit).toBe(name === "split_more.apk");
    seen.add(`${manifest.packageName} ${manifest.versionCode} ${signatures.verdicts.at(-1)?.signers.join()}`);
  }
  expect(seen.size).toBe(1);
});

// A tool that is there but never asked would make the tests above say nothing.
test("the oracles differ for a file that is no APK", async () => {
  for (const name of ["aapt", "aapt2", "apksigner"]) {
    const path = tool(name);
    if (path === undefined) continue;
    const before = name === "apksigner" ? ["verify"] : ["dump", "badging"];
    await expect(runOver(path, before, new Uint8Array(100))).rejects.toThrow();
  }
}, 60_000);

test("any text survives binary XML and the resource table", () => {
  const text = fc.string({ unit: "grapheme", maxLength: 300 });
  fc.assert(
    fc.property(fc.uniqueArray(text, { maxLength: 20 }), (texts) => {
      const children = texts.map((value) => ({ name: "a", attributes: { "android:name": value, other: value } }));
      const { root, marks } = readAxml(writeAxml({ name: "root", children: [...children, { name: "t", text: "x" }] }));
      expect(marks).toEqual([]);
      expect(root.children.slice(0, -1).map(({ attributes }) => attributes.map((each) => each.text))).toEqual(
        texts.map((value) => [value, value]),
      );
      expect(root.children.at(-1)?.text).toBe("x");
      const { bytes, ids } = writeArsc(
        "a.b",
        texts.map((value, i) => ({ name: `string/s${i}`, values: [{ value }, { locale: "de", value: `${value}!` }] })),
      );
      const table = readResourceTable(bytes);
      for (const [i, value] of texts.entries())
        expect(resourceTexts(table, ids.get(`string/s${i}`) ?? 0)).toEqual([
          { locale: "", text: value },
          { locale: "de", text: `${value}!` },
        ]);
    }),
    { numRuns: 60 },
  );
});

test("what cannot be written is refused", async () => {
  expect(() => writeAxml({ name: "a", attributes: { "android:noSuchThing": 1 } })).toThrow(RangeError);
  expect(() => writeArsc("a.b", [{ name: "string", values: [] }])).toThrow(RangeError);
  expect(() => writeArsc("a.b", [{ name: "string/a", values: [{ locale: "Deutsch", value: "" }] }])).toThrow(
    RangeError,
  );
  await expect(writeApk({ ...spec, label: "x".repeat(40_000) })).rejects.toThrow(RangeError);
  await expect(writeApk({ ...spec, metaData: { a: { resource: "xml/none" } } })).rejects.toThrow(RangeError);
});

import { expect, test } from "vitest";
import { type Bill, type BillComponent, writeCycloneDx } from "../../src/report/cyclonedx.ts";

const component = (more: Partial<BillComponent>): BillComponent => ({
  type: "library",
  name: "OkHttp",
  group: null,
  version: null,
  purl: null,
  publisher: null,
  licence: null,
  sha256: null,
  confidence: 0.9,
  evidence: [],
  properties: [],
  ...more,
});
const bill = (components: readonly BillComponent[], sha256: string | null = "ab".repeat(32)): Bill => ({
  candor: "0.1.0",
  time: "2026-01-02T03:04:05.000Z",
  subject: { name: "com.example", version: "1.0", sha256, properties: [{ name: "candor:label", value: "Example" }] },
  components,
});

test("a bill is a CycloneDX 1.6 document with the app, its parts and how they are known", () => {
  const okhttp = component({
    version: "4.12.0",
    purl: "pkg:maven/com.squareup.okhttp3/okhttp@4.12.0",
    publisher: "Square",
    licence: "Apache-2.0",
    evidence: [
      { technique: "binary-analysis", location: "classes.dex", value: "okhttp3.OkHttpClient" },
      { technique: "manifest-analysis", location: "META-INF/x.version", value: "x 4.12.0" },
      { technique: "binary-analysis", location: "classes.dex", value: "okhttp3.Call" },
    ],
    properties: [{ name: "candor:kind", value: "network" }],
  });
  const file = component({ type: "file", name: "libx.so", sha256: "cd".repeat(32), confidence: 1 });
  expect(JSON.parse(writeCycloneDx(bill([okhttp, file])))).toEqual({
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    serialNumber: "urn:uuid:abababab-abab-8bab-abab-abababababab",
    version: 1,
    metadata: {
      timestamp: "2026-01-02T03:04:05.000Z",
      lifecycles: [{ phase: "post-build" }],
      tools: { components: [{ type: "application", name: "candor", version: "0.1.0" }] },
      component: {
        type: "application",
        "bom-ref": "app:com.example@1.0",
        name: "com.example",
        version: "1.0",
        hashes: [{ alg: "SHA-256", content: "ab".repeat(32) }],
        properties: [{ name: "candor:label", value: "Example" }],
      },
    },
    components: [
      {
        type: "library",
        "bom-ref": "pkg:maven/com.squareup.okhttp3/okhttp@4.12.0",
        publisher: "Square",
        name: "OkHttp",
        version: "4.12.0",
        licenses: [{ license: { id: "Apache-2.0" } }],
        purl: "pkg:maven/com.squareup.okhttp3/okhttp@4.12.0",
        evidence: {
          identity: [
            {
              field: "name",
              confidence: 0.9,
              methods: [
                { technique: "binary-analysis", confidence: 0.9, value: "okhttp3.OkHttpClient" },
                { technique: "manifest-analysis", confidence: 0.9, value: "x 4.12.0" },
                { technique: "binary-analysis", confidence: 0.9, value: "okhttp3.Call" },
              ],
            },
          ],
          occurrences: [{ location: "classes.dex" }, { location: "META-INF/x.version" }],
        },
        properties: [{ name: "candor:kind", value: "network" }],
      },
      {
        type: "file",
        "bom-ref": "file:libx.so",
        name: "libx.so",
        hashes: [{ alg: "SHA-256", content: "cd".repeat(32) }],
      },
    ],
    dependencies: [
      { ref: "app:com.example@1.0", dependsOn: ["pkg:maven/com.squareup.okhttp3/okhttp@4.12.0", "file:libx.so"] },
      { ref: "pkg:maven/com.squareup.okhttp3/okhttp@4.12.0" },
      { ref: "file:libx.so" },
    ],
    compositions: [{ aggregate: "incomplete", assemblies: ["app:com.example@1.0"] }],
  });
});

test("the same bill gives the same text, with nothing of chance in it", () => {
  expect(writeCycloneDx(bill([component({})]))).toBe(writeCycloneDx(bill([component({})])));
});

test("no two parts have one reference, and the serial number is left out where there is no digest", () => {
  const document = JSON.parse(
    writeCycloneDx(bill([component({}), component({}), component({ version: "2" })], null)),
  ) as {
    readonly serialNumber?: string;
    readonly components: readonly { readonly "bom-ref": string }[];
  };
  expect(document.components.map((each) => each["bom-ref"])).toEqual([
    "library:OkHttp",
    "library:OkHttp#2",
    "library:OkHttp@2",
  ]);
  expect(document).not.toHaveProperty("serialNumber");
});

test("the serial number has the shape of a UUID of version 8 for any digest", () => {
  for (const digit of "0123456789abcdef")
    expect(writeCycloneDx(bill([], digit.repeat(64)))).toMatch(
      /"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"/,
    );
});

test("what an app calls itself cannot steer a terminal", () => {
  const text = writeCycloneDx(bill([component({ name: "x\u001b[31m\u009b\u202e" })]), 0);
  expect(text).not.toMatch(/[\u001b\u009b\u202e]/);
  expect(text.trimEnd()).not.toContain("\n");
});

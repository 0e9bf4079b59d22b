// What code can be seen to be able to do, and code that goes by other names.
import { deflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { behaviourRules } from "../../src/apps/behaviour-rules.ts";
import { readDex } from "../../src/formats/dex.ts";
import { typeNamed } from "../../src/formats/dex-classes.ts";
import { buildDex, type DexParts, sealDex } from "../formats/dex-builder.ts";
import { writeEvilZip } from "../formats/evil-zip.ts";
import { read, record } from "./apk-record.ts";
import { madeRecord, named } from "./made-apk.ts";

/** DEX whose first class calls these methods, without arguments, in their order. */
function calling(caller: string, ...called: readonly (readonly [type: string, name: string])[]): DexParts {
  return {
    classes: [caller],
    types: called.map(([type]) => type),
    methods: [{ class: caller, name: "run" }, ...called.map(([type, name]) => ({ class: type, name }))],
    code: (index) => [...called.flatMap(([type, name]) => [0x0071, index(type, name), 0]), 0x000e],
  };
}
const asks = (permission: string) => named("uses-permission", `android.permission.${permission}`);
const behaviours = async (made: Parameters<typeof madeRecord>[0]) => read((await madeRecord(made)).behaviour);
const sms = ["Landroid/telephony/SmsManager;", "sendTextMessage"] as const;
const listed = ["Landroid/content/pm/PackageManager;", "getInstalledPackages"] as const;

test.each(behaviourRules.filter(({ calls }) => calls.length > 0))(
  "$id is recognised by each of its calls",
  async ({ id, calls }) => {
    for (const [type, names] of calls) {
      const { found, complete } = await behaviours({
        dex: calling("Lcom/made/App;", ...names.map((name) => [type, name] as const)),
      });
      expect(complete).toBe(true);
      const mine = found.find((each) => each.id === id);
      expect(mine?.grade).toBe("called");
      const seen = mine?.evidence.map((each) => each.kind === "call" && `${each.method} ${each.caller}`);
      expect(seen?.sort()).toEqual(
        names.map((name) => `${type.slice(1, -1).replaceAll("/", ".")}.${name} com.made.App`).sort(),
      );
    }
  },
);

test.each(behaviourRules.filter(({ texts }) => texts.length > 0))(
  "$id is recognised by its texts, less surely",
  async ({ id, texts, needed = 1 }) => {
    const { found } = await behaviours({ dex: { classes: ["La/B;"], strings: texts } });
    expect(found.find((each) => each.id === id)?.grade).toBe("text-only");
    const fewer = await behaviours({ dex: { classes: ["La/B;"], strings: texts.slice(0, needed - 1) } });
    expect(fewer.found.map((each) => each.id)).not.toContain(id);
    const longer = await behaviours({ dex: { classes: ["La/B;"], strings: texts.map((text) => `${text}x`) } });
    expect(longer.found.map((each) => each.id)).not.toContain(id);
  },
);

test("what is named and not called is none", async () => {
  const { code: _, ...unused } = calling("Lcom/made/App;", sms, listed);
  expect((await behaviours({ dex: unused })).found).toEqual([]);
});

test("a call is joined with the permission that it needs", async () => {
  const dex = calling("Lcom/made/App;", sms, listed);
  const without = await behaviours({ dex });
  expect(without.found.map(({ id, permission }) => [id, permission])).toEqual([
    ["lists-apps", "not-needed"],
    ["sends-sms", "not-asked"],
  ]);
  const allowed = await behaviours({ dex, children: [asks("SEND_SMS")] });
  expect(allowed.found[0]).toMatchObject({ id: "sends-sms", permission: "asked", asked: ["SEND_SMS"] });
});

test("the support libraries' calls do not speak for the app, unless it calls as well", async () => {
  const library = buildDex(calling("Landroidx/core/Compat;", listed));
  const { found } = await behaviours({ dex: null, entries: { "classes.dex": library } });
  expect(found.map(({ id, grade }) => [id, grade])).toEqual([["lists-apps", "library-only"]]);
  const own = buildDex(calling("Lcom/made/App;", listed));
  const both = await behaviours({ dex: null, entries: { "classes.dex": library, "classes2.dex": own } });
  expect(both.found[0]).toMatchObject({
    grade: "called",
    evidence: [{ caller: "com.made.App", entry: "classes2.dex" }],
  });
});

test("a class that extends a service calls its methods under its own name", async () => {
  const bytes = buildDex({
    ...calling("Lcom/made/Spy;", ["Lcom/made/Spy;", "performGlobalAction"]),
    types: ["Landroid/accessibilityservice/AccessibilityService;"],
  });
  const plain = await behaviours({ dex: null, entries: { "classes.dex": bytes } });
  expect(plain.found).toEqual([]);
  const [dex] = readDex(bytes);
  const parent = typeNamed(dex, "Landroid/accessibilityservice/AccessibilityService;");
  dex.view.setUint32(dex.classes.offset + 8, parent, true);
  const heir = await behaviours({ dex: null, entries: { "classes.dex": sealDex(bytes) } });
  expect(heir.found.map(({ id, grade }) => [id, grade])).toEqual([["acts-on-screen", "called"]]);
});

test("code that cannot be read is no app that does nothing", async () => {
  const broken = buildDex(calling("Lcom/made/App;", sms)).slice(0, 200);
  const { behaviour } = await madeRecord({ entries: { "classes2.dex": broken } });
  expect(read(behaviour)).toEqual({ found: [], complete: false });
  const none = await madeRecord({ dex: null, entries: { "classes.dex": new TextEncoder().encode("no dex at all") } });
  expect(none.behaviour).toEqual({ unread: "none of its DEX files could be read: it is no DEX" });
});

test("code under other names is found by its first bytes, stored or deflated, and looked into as not started", async () => {
  const dex = buildDex({
    ...calling("Lcom/hidden/Payload;", sms),
    strings: Array.from({ length: 60 }, (_, n) => `text ${n}`),
  });
  const native = new Uint8Array(600);
  native.set([0x7f, 0x45, 0x4c, 0x46]);
  const archive = new Uint8Array(600);
  archive.set([0x50, 0x4b, 3, 4]);
  const picture = new Uint8Array(600);
  picture.set([0x89, 0x50, 0x4e, 0x47]);
  const deflated = writeEvilZip({
    entries: [
      { name: "AndroidManifest.xml", content: new Uint8Array(4) },
      { name: "assets/picture.png", content: dex, packing: 8 },
      { name: "assets/real.png", content: picture },
      { name: "res/raw/tool", content: native },
      { name: "assets/level.dat", content: archive },
      { name: "assets/level.zip", content: archive },
    ],
  });
  const { code, behaviour } = await record(deflated);
  expect(read(code).disguised).toEqual([
    { entry: "assets/picture.png", kind: "dex", size: dex.length },
    { entry: "res/raw/tool", kind: "native", size: 600 },
    { entry: "assets/level.dat", kind: "archive", size: 600 },
  ]);
  expect(read(code).disguisedComplete).toBe(true);
  expect(read(code).files.map(({ entry, started }) => [entry, started])).toEqual([["assets/picture.png", false]]);
  expect(read(behaviour).found[0]).toMatchObject({ id: "sends-sms", evidence: [{ entry: "assets/picture.png" }] });
  expect(deflateRawSync(dex).length).toBeLessThan(dex.length);
});

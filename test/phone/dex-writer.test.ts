import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readDex } from "../../src/formats/dex.ts";
import { checksumMarks } from "../../src/formats/dex-checksum.ts";
import { classDescriptors, findMethods, typeNamed } from "../../src/formats/dex-classes.ts";
import { invokes } from "../../src/formats/dex-code.ts";
import { stringAt } from "../../src/formats/dex-strings.ts";
import type { DexContents } from "../../src/phone/apk/dex-tables.ts";
import { writeDex } from "../../src/phone/apk/dex-writer.ts";
import { writeZip } from "../../src/phone/apk/zip-writer.ts";
import { withTool } from "../tools.ts";
import { runOver } from "./written-apks.ts";

const contents: DexContents = {
  classes: [
    "org.example.Main",
    {
      name: "org.example.Inner$1",
      superclass: "org.example.Zebra",
      interfaces: ["org.example.Listener", "java.lang.Runnable"],
      methods: {
        run: [
          { string: "https://example.com/ü/\u0000/😀" },
          { call: { class: "java.lang.System", name: "loadLibrary", signature: "(Ljava/lang/String;)V" } },
          {
            call: { class: "android.location.LocationManager", name: "requestLocationUpdates", signature: "(JD[I)Z" },
            kind: "virtual",
          },
        ],
        again: [],
      },
    },
    { name: "org.example.Listener", access: 0x601 },
    "org.example.Zebra",
    "Lα/β;",
  ],
  types: ["com.example.tracker.Named", "[[I"],
  methods: [{ class: "java.lang.Runtime", name: "exec", signature: "(Ljava/lang/String;)Ljava/lang/Process;" }],
  strings: ["", "unused"],
};

/** Superclasses and interfaces come before what extends them, the rest stays in order. */
const order = ["Lorg/example/Main;", "Lorg/example/Zebra;", "Lorg/example/Listener;", "Lorg/example/Inner$1;", "Lα/β;"];

withTool("dexdump")("dexdump finds the classes, strings and calls", async (path) => {
  const zip = await writeZip([{ name: "classes.dex", bytes: await writeDex(contents) }]);
  const said = await runOver(path, ["-d"], zip);
  expect(said.match(/(?<=Class descriptor {2}: ').*(?=')/g)).toEqual(order);
  expect(said).toContain("Superclass        : 'Lorg/example/Zebra;'");
  expect(said.match(/(?<=#\d {14}: ')L.*(?=')/g)).toEqual(["Lorg/example/Listener;", "Ljava/lang/Runnable;"]);
  expect(said).toMatch(/invoke-static\/range \{v0\}, Ljava\/lang\/System;\.loadLibrary:\(Ljava\/lang\/String;\)V/);
  expect(said).toMatch(/invoke-virtual\/range \{v0, v1, v2, v3, v4, v5\}, Landroid\/location\/LocationManager;/);
});

withTool("dexdump")("dexdump takes an empty DEX, and one of 3,000 classes", async (path) => {
  const names = Array.from({ length: 3000 }, (_, i) => `p${i % 7}.C${i}`);
  for (const classes of [[], names]) {
    const zip = await writeZip([{ name: "classes.dex", bytes: await writeDex({ classes }) }]);
    const said = await runOver(path, [], zip);
    expect(said.match(/Class descriptor/g)?.length ?? 0).toBe(classes.length);
  }
});

test("Candor reads the same, and finds nothing odd", async () => {
  const [dex] = readDex(await writeDex(contents));
  const sha1 = (bytes: Uint8Array) => createHash("sha1").update(bytes).digest();
  expect([...dex.marks, ...checksumMarks(dex, sha1)]).toEqual([]);
  expect(classDescriptors(dex).names).toEqual(order);
  expect(typeNamed(dex, "Lcom/example/tracker/Named;")).toBeGreaterThanOrEqual(0);
  const strings = Array.from({ length: dex.strings.count }, (_, i) => stringAt(dex, i));
  expect(strings).toContain("https://example.com/ü/\u0000/😀");
  const wanted = new Map([
    ["Ljava/lang/System;", new Set(["loadLibrary"])],
    ["Ljava/lang/Runtime;", new Set(["exec"])],
    ["Landroid/location/LocationManager;", new Set<string>()],
  ]);
  const found = findMethods(dex, wanted);
  expect(found.map(({ name }) => name).sort()).toEqual(["exec", "loadLibrary", "requestLocationUpdates"]);
  const { callers } = invokes(
    dex,
    found.map(({ index }) => index),
  );
  expect(
    found
      .filter(({ index }) => callers.has(index))
      .map(({ name }) => name)
      .sort(),
  ).toEqual(["loadLibrary", "requestLocationUpdates"]);
});

test("any strings and classes come back, in the order that the format wants", async () => {
  const name = fc.stringMatching(/^[a-z$]{1,4}(\.[A-Za-z_$\u0100-\u0200]{1,6}){0,3}$/);
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(name, { maxLength: 40 }),
      fc.array(fc.string({ unit: "binary", maxLength: 40 }), { maxLength: 20 }),
      async (classes, strings) => {
        const [dex] = readDex(await writeDex({ classes, strings }));
        expect(dex.marks).toEqual([]);
        expect(classDescriptors(dex).names).toEqual(classes.map((each) => `L${each.replaceAll(".", "/")};`));
        const all = Array.from({ length: dex.strings.count }, (_, i) => stringAt(dex, i));
        expect(all).toEqual([...all].sort((a, b) => (a < b ? -1 : 1)));
        for (const text of strings) expect(all).toContain(text);
      },
    ),
    { numRuns: 60 },
  );
});

test("a jumbo string is named by a wide instruction", async () => {
  const strings = Array.from({ length: 65_600 }, (_, i) => `a${i}`);
  const classes = [{ name: "a.B", methods: { run: [{ string: "zz" }] } }];
  const [dex] = readDex(await writeDex({ classes, strings }));
  expect(dex.marks).toEqual([]);
  expect(stringAt(dex, dex.strings.count - 1)).toBe("zz");
});

test("what cannot be written is refused", async () => {
  const twice = { classes: ["a.B", "La/B;"] };
  const circle = {
    classes: [
      { name: "a.B", superclass: "a.C" },
      { name: "a.C", superclass: "a.B" },
    ],
  };
  const names = ["", "a b", "a;b", "[", "Lx"];
  for (const contents of [twice, circle, { methods: [{ class: "a.B", name: "c", signature: "(Q)V" }] }])
    await expect(writeDex(contents)).rejects.toThrow(RangeError);
  for (const name of names.slice(0, 4)) await expect(writeDex({ types: [name] })).rejects.toThrow(RangeError);
});

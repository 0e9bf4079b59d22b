import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FormatError } from "../../src/core/errors.ts";
import { readResourceTable } from "../../src/formats/arsc.ts";
import { drawIcon } from "../../src/formats/icon-picture.ts";
import { writePng } from "../../src/phone/apk/png-writer.ts";
import { littleWork } from "../little-work.ts";
import { entryOf, fileName, oddApks, ordinaryApks, readApk } from "./apk-files.ts";
import { type Drawing, drawn, svgOf, vector } from "./icon-files.ts";

const square = "M0,0h24v24h-24z";
const path = (attributes: Drawing["attributes"] = {}): Drawing => ({
  name: "path",
  attributes: { pathData: square, fillColor: "#ff102030", ...attributes },
});
const picture = writePng(8, [[1, 2, 3, 255]], () => 0);
const layer = (name: string, drawable: string): Drawing => ({ name, attributes: { drawable } });
const adaptive = (back: string, front: string): Drawing => ({
  name: "adaptive-icon",
  children: [layer("background", back), layer("foreground", front)],
});

/** All that Candor's SVG is made of. */
const tags = ["svg", "g", "path", "rect", "ellipse", "defs", "clipPath", "linearGradient", "radialGradient", "stop"];
const harmless = new RegExp(
  `^(?:<svg xmlns="http://www\\.w3\\.org/2000/svg"|</?(?:${tags.join("|")})|/?>| [a-z][A-Za-z-]*\\d?="[A-Za-z0-9 .#()+-]*")*$`,
);
const isHarmless = (svg: string) => harmless.test(svg) && !/script|href|foreignObject|style|on[a-z]+=/i.test(svg);

test("a vector is drawn: colours, opacity, lines, groups, what is cut out", async () => {
  const group = {
    name: "group",
    attributes: {
      ...{ pivotX: { float: 12 }, pivotY: { float: 12 }, rotation: { float: 90 }, scaleX: { float: 0.5 } },
      ...{ translateX: { float: 1 }, translateY: { float: -2 } },
    },
    children: [{ name: "clip-path", attributes: { pathData: "M0,0h4v4z" } }, path({ fillType: 1 })],
  };
  const line = path({
    ...{
      fillColor: undefined,
      strokeColor: "#80ff0000",
      strokeWidth: { float: 2 },
      strokeLineCap: 1,
      strokeLineJoin: 2,
    },
  });
  const svg = await svgOf({ icon: vector([group, line], { alpha: { float: 0.5 } }) });
  expect(isHarmless(svg)).toBe(true);
  expect(svg).toContain('<svg x="0" y="0" width="48" height="48" viewBox="0 0 24 24" preserveAspectRatio="none">');
  expect(svg).toContain('<g opacity="0.5"><g transform="translate(13 10) rotate(90) scale(0.5 1) translate(-12 -12)">');
  expect(svg).toContain('<clipPath id="d0"><path d="M0 0h4v4z"/></clipPath>');
  expect(svg).toContain('<g clip-path="url(#d0)"><path d="M0 0h24v24h-24z" fill="#102030" fill-rule="evenodd"/></g>');
  expect(svg).toContain(
    '<path d="M0 0h24v24h-24z" fill="none" stroke="#ff0000" stroke-opacity="0.502" stroke-width="2" stroke-linecap="round" stroke-linejoin="bevel" stroke-miterlimit="4"/>',
  );
});

test("colours are looked up: in the table, in lists by state, of Android itself; a tint takes the place of all", async () => {
  const states = {
    name: "selector",
    children: [
      { name: "item", attributes: { color: "#ff00ff00", drawable: 1 } },
      { name: "item", attributes: { color: "@color/own", alpha: { float: 0.5 } } },
    ],
  };
  const values = { "color/own": { colour: 0xff0a0b0c }, "color/same": { reference: 0x7f020000 } };
  const svg = await svgOf(
    {
      states,
      icon: vector([
        path({ fillColor: "@color/own" }),
        path({ fillColor: "@drawable/states" }),
        path({ fillColor: "@0x0106000b" }),
        path({ fillColor: "#00ffffff" }),
      ]),
    },
    values,
  );
  expect([...svg.matchAll(/fill="(#\w+)"(?: fill-opacity="([\d.]+)")?/g)].map(([, ...all]) => all)).toEqual([
    ["#0a0b0c", undefined],
    ["#0a0b0c", "0.502"],
    ["#ffffff", undefined],
  ]);
  const tinted = await svgOf({ icon: vector([path(), path({ fillAlpha: { float: 0.25 } })], { tint: "#ff00ff00" }) });
  expect([...tinted.matchAll(/fill="(#\w+)"(?: fill-opacity="([\d.]+)")?/g)].map(([, ...all]) => all)).toEqual([
    ["#00ff00", undefined],
    ["#00ff00", "0.251"],
  ]);
});

test("gradients are drawn, of vectors and of shapes", async () => {
  const item = (offset: number, color: string) => ({ name: "item", attributes: { offset: { float: offset }, color } });
  const linear = {
    name: "gradient",
    attributes: { endX: { float: 24 }, tileMode: 2 },
    children: [item(0, "#ff000000"), item(0.25, "#80ffffff"), item(1, "#ff0000ff")],
  };
  const radial = {
    name: "gradient",
    attributes: {
      ...{
        type: 1,
        centerX: { float: 3 },
        gradientRadius: { float: 9 },
        startColor: "#ff000000",
        endColor: "#ffffffff",
      },
    },
  };
  const svg = await svgOf({
    linear,
    radial,
    icon: vector([path({ fillColor: "@drawable/linear" }), path({ fillColor: "@drawable/radial" })]),
  });
  expect(isHarmless(svg)).toBe(true);
  expect(svg).toContain(
    '<linearGradient id="d0" x1="0" y1="0" x2="24" y2="0" gradientUnits="userSpaceOnUse" spreadMethod="reflect"><stop offset="0" stop-color="#000000"/><stop offset="0.25" stop-color="#ffffff" stop-opacity="0.502"/><stop offset="1" stop-color="#0000ff"/></linearGradient>',
  );
  expect(svg).toContain(
    '<radialGradient id="d1" cx="3" cy="0" r="9" gradientUnits="userSpaceOnUse" spreadMethod="pad">',
  );
  const shape = (angle: number, kind = 0): Drawing => ({
    name: "shape",
    attributes: { shape: kind },
    children: [
      { name: "gradient", attributes: { startColor: "#ff000000", endColor: "#ffffffff", angle } },
      { name: "corners", attributes: { radius: "6dp" } },
      { name: "stroke", attributes: { width: "2dp", color: "#ffff0000" } },
    ],
  });
  expect(await svgOf({ icon: shape(90) })).toContain('x1="24" y1="48" x2="24" y2="0"');
  expect(await svgOf({ icon: shape(315) })).toContain('x1="0" y1="0" x2="48" y2="48"');
  const rounded = await svgOf({ icon: shape(0) });
  expect(rounded).toContain(
    '<rect x="1" y="1" width="46" height="46" rx="6" fill="url(#d0)" stroke="#ff0000" stroke-width="2"/>',
  );
  expect(await svgOf({ icon: shape(0, 1) })).toContain('<ellipse cx="24" cy="24" rx="23" ry="23"');
});

test("an adaptive icon is its middle, with round corners; bitmaps lie beneath and above what is drawn", async () => {
  const files = { icon: adaptive("@color/back", "@drawable/front"), front: vector([path()]) };
  const { fills, layers } = await drawn(files, { "color/back": { colour: 0xff334455 } });
  expect([fills, layers.map(({ kind, box }) => [kind, box])]).toEqual([true, [["svg", [0, 0, 1, 1]]]]);
  const svg = new TextDecoder().decode(layers[0]?.bytes);
  expect(isHarmless(svg)).toBe(true);
  expect(svg).toContain('viewBox="0 0 72 72"');
  expect(svg).toContain('<clipPath id="d0"><rect x="0" y="0" width="72" height="72" rx="20.16"/></clipPath>');
  expect(svg).toContain(
    '<rect x="-18" y="-18" width="108" height="108" fill="#334455"/><svg x="-18" y="-18" width="108"',
  );
  const inset = { name: "inset", attributes: { drawable: "@drawable/photo", inset: "27dp" } };
  const mixed = await drawn({ icon: adaptive("@drawable/photo", "@drawable/inset"), inset, photo: picture });
  expect(mixed.layers.map(({ kind, box, bytes }) => [kind, box, bytes.length])).toEqual([
    ["png", [-0.25, -0.25, 1.5, 1.5], picture.length],
    ["png", [0.125, 0.125, 0.75, 0.75], picture.length],
  ]);
  const stack = {
    name: "layer-list",
    children: [
      { name: "item", attributes: { drawable: "@color/back" } },
      { name: "item", attributes: { drawable: "@drawable/photo", width: "54dp", height: "54dp", gravity: 17 } },
      { name: "item", children: [{ name: "color", attributes: { color: "#ff00ff00" } }] },
    ],
  };
  const stacked = await drawn(
    { icon: adaptive("@color/back", "@drawable/stack"), stack, photo: picture },
    {
      "color/back": { colour: 0xff334455 },
    },
  );
  expect(stacked.layers.map(({ kind, box }) => [kind, box])).toEqual([
    ["svg", [0, 0, 1, 1]],
    ["png", [0.125, 0.125, 0.75, 0.75]],
    ["svg", [0, 0, 1, 1]],
  ]);
});

describe("what cannot be drawn as Android would is no icon", () => {
  const endless = (n: number): Drawing => (n === 0 ? path() : { name: "group", children: [endless(n - 1)] });
  const cases: readonly (readonly [string, Record<string, Drawing | Uint8Array>])[] = [
    ["a colour that is not in the app", { icon: vector([path({ fillColor: "@color/absent" })]) }],
    ["a path that is none", { icon: vector([path({ pathData: 'M0,0"/><script>' })]) }],
    ["no size", { icon: { name: "vector", children: [path()] } }],
    ["an infinite size", { icon: vector([path()], { viewportWidth: { float: Number.POSITIVE_INFINITY } }) }],
    ["groups in one another without end", { icon: vector([endless(60)]) }],
    ["itself", { icon: { name: "inset", attributes: { drawable: "@drawable/icon" } } }],
    ["a drawing of an unknown kind", { icon: { name: "script", children: [] } }],
    ["a name of a prototype", { icon: { name: "constructor" } }],
    ["nothing to be seen", { icon: vector([{ name: "clip-path", attributes: { pathData: square } }]) }],
    ["a single point", { icon: writePng(1, [[1, 2, 3, 255]], () => 0) }],
    ["a bitmap that is none", { icon: Buffer.from("<html><script>alert(1)</script></html>") }],
    ["more shapes than any icon", { icon: vector(Array.from({ length: 5000 }, () => path())) }],
    [
      "more layers than any icon",
      {
        photo: picture,
        icon: {
          name: "layer-list",
          children: Array.from({ length: 9 }, () => ({ name: "item", attributes: { drawable: "@drawable/photo" } })),
        },
      },
    ],
    ["a bitmap that is larger than any icon", { icon: writePng(300, [[1, 2, 3, 255]], () => 0) }],
  ];
  test.each(cases)("%s", async (_, files) => {
    await expect(drawn(files)).rejects.toThrow(FormatError);
  });
});

/** What aapt says an app's icon is, by density. */
function badging(file: string): readonly string[] {
  const said = readFileSync(`../shared/apks/expected-badging/${fileName(file).replace(/apk$/, "txt")}`, "utf8");
  return [...said.matchAll(/^application-icon-\d+:'(.*)'$/gm)].map(([, icon = ""]) => icon);
}

test("real apps have the icon that aapt names", async () => {
  const shown: Record<string, readonly string[]> = {};
  for (const file of ordinaryApks.filter((each) => each.startsWith("../shared"))) {
    const { apk, manifest, table } = await readApk(file);
    const icon = manifest.application?.iconResource ?? 0;
    if (icon === 0 || /framework/.test(file)) continue;
    const asked: string[] = [];
    const { layers } = await drawIcon(table, icon, async (name) => {
      asked.push(name);
      return await entryOf(apk, name);
    });
    expect(badging(file)).toContain(asked[0]);
    for (const { kind, bytes } of layers)
      if (kind === "svg") expect(isHarmless(new TextDecoder().decode(bytes))).toBe(true);
    shown[fileName(file)] = layers.map(({ kind }) => kind);
  }
  expect(shown).toMatchInlineSnapshot(`
    {
      "debsrc-politedroid.apk": [
        "png",
      ],
      "gh-appsflyer-demo.apk": [
        "svg",
      ],
      "gh-battery-alarm.apk": [
        "svg",
      ],
      "gh-exodus-blooddonation.apk": [
        "png",
      ],
      "gh-exodus-instapaper.apk": [
        "png",
      ],
      "gh-insecurebankv2.apk": [
        "png",
      ],
      "gh-obfuscapk-demo.apk": [
        "svg",
      ],
    }
  `);
});

test("odd and hostile apps give an icon or FormatError, soon", async () => {
  let icons = 0;
  for (const file of oddApks) {
    await littleWork(async () => {
      try {
        const { apk, manifest, table } = await readApk(file);
        const { layers } = await drawIcon(table, manifest.application?.iconResource ?? 0, (name) => entryOf(apk, name));
        expect(layers.length).toBeGreaterThan(0);
        icons++;
      } catch (error) {
        if (!(error instanceof Error && error.message === "no manifest")) expect(error).toBeInstanceOf(FormatError);
      }
    });
  }
  expect(icons).toBeGreaterThan(15);
});

test("any change of a drawing or of the table gives an icon that is harmless, or FormatError", async () => {
  const { apk, table, manifest } = await readApk("../shared/apks/gh-battery-alarm.apk");
  const icon = manifest.application?.iconResource ?? 0;
  const entries = new Map<string, Uint8Array>();
  await drawIcon(table, icon, async (name) => {
    const bytes = await entryOf(apk, name);
    if (bytes) entries.set(name, bytes);
    return bytes;
  });
  const arsc = (await entryOf(apk, "resources.arsc")) ?? new Uint8Array();
  const names = [...entries.keys()];
  const change = fc.record({
    of: fc.nat(names.length),
    at: fc.nat(1 << 20),
    by: fc.uint8Array({ minLength: 1, maxLength: 4 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
      const changed = new Map([...entries].map(([name, bytes]) => [name, bytes.slice()]));
      const resources = arsc.slice();
      for (const { of, at, by } of changes) {
        const bytes = changed.get(names[of] ?? "") ?? resources;
        bytes.set(by, at % (bytes.length - 4));
      }
      try {
        const { layers } = await drawIcon(readResourceTable(resources), icon, async (name) => changed.get(name));
        for (const { kind, bytes } of layers)
          if (kind === "svg") expect(isHarmless(new TextDecoder().decode(bytes))).toBe(true);
      } catch (error) {
        expect(error).toBeInstanceOf(FormatError);
      }
    }),
    { numRuns: 150 },
  );
}, 60_000);

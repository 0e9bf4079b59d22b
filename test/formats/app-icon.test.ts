import { expect, test } from "vitest";
import { iconFiles, readIcon } from "../../src/formats/app-icon.ts";
import { readResourceTable } from "../../src/formats/arsc.ts";
import { anyDensity } from "../../src/formats/res-config.ts";
import { entryOf, readApk } from "./apk-files.ts";
import { writeArsc } from "./arsc-writer.ts";
import { writeAxml, type XmlNode } from "./axml-writer.ts";

async function iconOf(name: string) {
  const { apk, manifest, table } = await readApk(`../shared/apks/${name}.apk`);
  const asked: string[] = [];
  const icon = await readIcon(table, manifest.application?.iconResource ?? 0, (path) => {
    asked.push(path);
    return entryOf(apk, path);
  });
  for (const { path } of icon.files) expect(apk.byName.has(path)).toBe(true);
  return { icon, asked };
}

test("finds bitmaps by density, the finest first, and the layers of adaptive icons", async () => {
  const { icon, asked } = await iconOf("gh-battery-alarm");
  expect(icon.files.map(({ density, kind }) => [density, kind])).toEqual([
    [640, "bitmap"],
    [480, "bitmap"],
    [320, "bitmap"],
    [240, "bitmap"],
    [160, "bitmap"],
    [anyDensity, "xml"],
  ]);
  expect(icon.bitmap).toBe("res/mipmap-xxxhdpi-v4/ic_launcher.png");
  expect(icon.adaptive).toEqual({
    background: ["res/drawable-anydpi-v21/ic_launcher_background.xml"],
    foreground: ["res/drawable-v24/ic_launcher_foreground.xml"],
    monochrome: [],
  });
  expect(asked[0]).toBe("res/mipmap-anydpi-v26/ic_launcher.xml");
});

test("finds icons under renamed paths, as WebP, and those that are drawings only", async () => {
  expect((await iconOf("evil/apkinspector-minimal_orig")).icon).toMatchObject({
    bitmap: "res/sK.webp",
    adaptive: { background: ["res/0w.xml"], foreground: ["res/5c.webp"] },
  });
  const { icon } = await iconOf("evil/jadx-small");
  expect([icon.bitmap, icon.adaptive?.monochrome]).toEqual([null, ["res/drawable/ic_launcher_foreground.xml"]]);
});

const id = 0x7f030000;
const drawable = (n: number) => ({ ref: id + n });
const element = (name: string, drawn?: number, ...children: XmlNode[]): XmlNode => ({
  name,
  attributes: drawn === undefined ? {} : { drawable: drawable(drawn) },
  children,
});

test("looks through frames and layers, and comes to an end where they go round in circles", async () => {
  const files: Record<string, XmlNode> = {
    "r/icon.xml": element(
      "adaptive-icon",
      undefined,
      element("background", 1),
      element("foreground", undefined, element("inset", 2)),
    ),
    "r/layers.xml": element("layer-list", undefined, element("item", 3), element("item", 4)),
    "r/circle.xml": element("inset", 2),
  };
  const entries = { 0: "r/icon.xml", 1: "r/layers.xml", 2: "r/circle.xml", 3: "r/a.png", 4: "r/b.webp" };
  const table = readResourceTable(writeArsc([{ type: 3, entries }]));
  const icon = await readIcon(table, id, async (path) => {
    const xml = files[path];
    return xml && writeAxml(xml);
  });
  expect(icon.adaptive?.background).toEqual(["r/a.png", "r/b.webp"]);
  expect(icon.adaptive?.foreground).toEqual(["r/circle.xml"]);
});

test("takes a drawing that cannot be read for none, and references in circles for nothing", async () => {
  const entries = { 0: "r/icon.xml", 1: { type: 1, data: id + 2 }, 2: { type: 1, data: id + 1 } };
  const table = readResourceTable(writeArsc([{ type: 3, entries }]));
  const icon = await readIcon(table, id, async () => new Uint8Array(50));
  expect(icon).toEqual({ files: [{ path: "r/icon.xml", density: 0, kind: "xml" }], bitmap: null, adaptive: null });
  expect(iconFiles(table, id + 1)).toEqual([]);
});

test("takes a bitmap that is not meant for any density where there is no other", async () => {
  const only = readResourceTable(writeArsc([{ type: 3, density: 0xffff, entries: { 0: "r/nodpi.png" } }]));
  expect((await readIcon(only, id, async () => undefined)).bitmap).toBe("r/nodpi.png");
});

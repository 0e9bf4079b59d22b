import { expect, test } from "vitest";
import { analyseApk } from "../../src/apps/analyse-apk.ts";
import type { PictureFacts } from "../../src/apps/app-icon.ts";
import type { AppRecord } from "../../src/apps/app-record.ts";
import { memoryFile, nodeCodec } from "../../src/device/file.ts";
import { nodeCrypto } from "../../src/device/node-crypto.ts";
import { openApkZip } from "../../src/formats/apk-zip.ts";
import { readRasterImage } from "../../src/formats/raster-image.ts";
import { writePng } from "../../src/phone/apk/png-writer.ts";
import { type ApkSpec, type IconSpec, writeApkSet } from "../../src/phone/apk/write-apk.ts";
import { iconFor } from "../../src/phone/models/app-icons.ts";
import { exodusSet, read, record } from "./apk-record.ts";

const base: ApkSpec = { package: "org.example.icons", versionCode: 1, versionName: "1", label: "Icons" };
const iconOf = ({ identity }: AppRecord) => read(read(identity).icon);
const pictureOf = (app: AppRecord): PictureFacts => {
  const { picture } = iconOf(app);
  if (!picture) throw new Error("it names no icon");
  return read(picture);
};
const bytesOf = ({ layers }: PictureFacts) => layers.map(({ data }) => Buffer.from(data, "base64"));

async function analysed(apk: Uint8Array, more: Partial<Parameters<typeof analyseApk>[1]> = {}): Promise<AppRecord> {
  return await analyseApk(memoryFile(apk), { codec: nodeCodec, crypto: nodeCrypto, trackers: exodusSet, ...more });
}

/** How often each range of the file was asked for is not counted, only how many bytes. */
async function bytesRead(apk: Uint8Array, more: Partial<Parameters<typeof analyseApk>[1]>) {
  const file = memoryFile(apk);
  let bytes = 0;
  const watched = {
    size: file.size,
    read: async (offset: number, length: number) => {
      bytes += length;
      return await file.read(offset, length);
    },
  };
  const app = await analyseApk(watched, { codec: nodeCodec, crypto: nodeCrypto, trackers: exodusSet, ...more });
  return { app, bytes };
}

async function made(icon: IconSpec | null): Promise<Uint8Array> {
  return (await writeApkSet({ ...base, icon }, [])).get("base.apk") ?? new Uint8Array();
}

/** An app with one bitmap. */
const bitmap = (side: number): IconSpec => ({
  values: [{ density: 320, path: "res/icon.png" }],
  files: { "res/icon.png": writePng(side, [[9, 9, 9, 255]], () => 0) },
});

test("the record of an app holds its icon, as pictures that can be shown as they are", async () => {
  const picture = pictureOf(await record("../shared/apks/evil/apkinspector-minimal_orig.apk"));
  expect(picture.fills).toBe(true);
  expect(picture.layers.map(({ kind, box }) => [kind, box])).toEqual([
    ["svg", [0, 0, 1, 1]],
    ["webp", [-0.25, -0.25, 1.5, 1.5]],
  ]);
  const [svg = Buffer.alloc(0), webp = Buffer.alloc(0)] = bytesOf(picture);
  expect(svg.toString()).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="72"/);
  expect(readRasterImage(new Uint8Array(webp)).width).toBe(216);
});

test("every kind of icon that virtual phones have is drawn", async () => {
  const kinds = new Set<string>();
  for (let i = 0; i < 40; i++) {
    const { layers, fills } = pictureOf(await analysed(await made(iconFor(`org.example.app${i}`, "App", false).base)));
    kinds.add(`${fills} ${layers.map(({ kind }) => kind).join(" ")}`);
  }
  expect([...kinds].sort()).toEqual(["false png", "true svg", "true webp svg"]);
});

test("an app without an icon, and one whose icon cannot be drawn, are told apart; neither makes anything of it unread", async () => {
  expect(iconOf(await analysed(await made(null)))).toEqual({ bitmap: null, adaptive: null, files: [], picture: null });
  const none = await analysed(await made({ values: [], files: {} }));
  expect(read(none.identity).icon).toEqual({ unread: expect.stringContaining("which is not in this file") });
  const single = iconOf(await analysed(await made(bitmap(1))));
  expect(single.picture).toEqual({ unread: expect.stringContaining("nothing is to be seen") });
  const large = iconOf(await analysed(await made(bitmap(300))));
  expect(large.picture).toEqual({ unread: expect.stringContaining("too large") });
});

test("of a file that is read in parts, an icon takes no more than its share", async () => {
  // Twenty layers that each just fit, of which only some may be read.
  const names = Array.from({ length: 20 }, (_, i) => `drawable/layer${i}`);
  const file = (name: string) => `res/${name.slice(9)}.png`;
  const noise = (i: number) => writePng(250, [[i, i, i, 255]], () => 0);
  const icon: IconSpec = {
    values: [{ density: 0xfffe, sdk: 26, path: "res/icon.xml" }],
    drawables: Object.fromEntries(names.map((name) => [name, [{ path: file(name) }]])),
    files: {
      ...Object.fromEntries(names.map((name, i) => [file(name), noise(i)])),
      "res/icon.xml": (id) => ({
        name: "adaptive-icon",
        children: [
          {
            name: "foreground",
            children: [
              {
                name: "layer-list",
                children: names.map((name) => ({
                  name: "item",
                  attributes: { "android:drawable": { reference: id(name) } },
                })),
              },
            ],
          },
        ],
      }),
    },
  };
  const apk = await made(icon);
  const plain = await made(null);
  for (const parts of ["code", "signer"] as const) {
    const [dear, cheap] = [await bytesRead(apk, { parts }), await bytesRead(plain, { parts })];
    expect(dear.bytes - cheap.bytes).toBeLessThan(300 * 1024);
    expect(iconOf(dear.app).picture).toHaveProperty("unread");
  }
});

test("bitmaps that lie in the part for the screen are found there, and that part is opened only then", async () => {
  const { base: icon, screen } = iconFor("org.example.icons", "Icons", true);
  if (!screen) throw new Error("no part for the screen");
  const files = await writeApkSet({ ...base, icon }, [{ name: "config.xxhdpi", icon: screen }]);
  const apk = files.get("base.apk") ?? new Uint8Array();
  const part = files.get("split_config.xxhdpi.apk") ?? new Uint8Array();
  const alone = iconOf(await analysed(apk));
  expect(alone.picture).toHaveProperty("unread");
  let opened = 0;
  const beside = async () => {
    opened++;
    return await openApkZip(memoryFile(part));
  };
  for (const parts of [undefined, "code", "signer"] as const) {
    const { fills, layers } = pictureOf(await analysed(apk, { beside, ...(parts && { parts }) }));
    expect([fills, layers.map(({ kind }) => kind)]).toEqual([true, ["svg", "png"]]);
  }
  expect(opened).toBe(3);
  pictureOf(await analysed(await made(iconFor("org.example.app1", "App", false).base), { beside }));
  expect(opened).toBe(3);
});

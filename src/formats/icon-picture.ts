import { FormatError } from "../core/errors.ts";
import type { ResourceTable } from "./arsc.ts";
import { type DrawTo, drawContent, drawResource, maxBitmapBytes, misfit, wantedDensity } from "./drawable.ts";
import { DrawableValues, type ReadEntry } from "./drawable-values.ts";
import { readRasterImage } from "./raster-image.ts";
import { type Box, SvgCanvas } from "./svg-canvas.ts";

/** An icon as a stack of pictures, the lowest first. */
export interface IconPicture {
  /** Whether it fills its tile to the edges, so that whoever shows it rounds the corners. */
  readonly fills: boolean;
  readonly layers: readonly IconLayer[];
}

/** One picture of the stack. */
export interface IconLayer {
  readonly kind: "png" | "webp" | "svg";
  readonly bytes: Uint8Array;
  /** Where in the tile it lies, in shares of the tile's side: left, top, width, height. It may reach over the edges, and is cut off there. */
  readonly box: readonly [number, number, number, number];
}

/** Points on a side: fewer are what an app has that wants to have no icon. */
const leastSide = 8;
/** Bytes of all layers together. */
const maxPictureBytes = 128 * 1024;
/** What is seen of an adaptive icon of 108 units is its middle. AOSP AdaptiveIconDrawable.java (EXTRA_INSET_PERCENTAGE). */
const adaptive = { whole: { x: -18, y: -18, width: 108, height: 108 }, seen: { x: 0, y: 0, width: 72, height: 72 } };
/** Corners of a tile, in shares of its side; the page rounds those of bitmaps likewise. */
const roundness = 0.28;
const plain: Box = { x: 0, y: 0, width: 48, height: 48 };

/**
 * Makes the picture of an icon: that of the newest Android, which is mostly put together of layers; where that cannot be drawn, a bitmap for
 * older ones.
 *
 * @throws FormatError with the reason where there is none
 */
export async function drawIcon(table: ResourceTable, icon: number, read: ReadEntry): Promise<IconPicture> {
  const values = new DrawableValues(table, read, wantedDensity);
  try {
    return await drawNewest(values, icon);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    const older = await olderBitmap(values, icon);
    if (!older) throw error;
    return older;
  }
}

async function drawNewest(values: DrawableValues, icon: number): Promise<IconPicture> {
  const to: DrawTo = { canvas: new SvgCanvas(), values };
  const path = values.resource(icon).text;
  const root = path !== undefined && /\.xml$/i.test(path) ? await values.document(path) : undefined;
  if (root?.name !== "adaptive-icon") {
    await drawResource(to, icon, plain);
    return picture(to.canvas, plain, false);
  }
  const layers = ["background", "foreground"].map((name) => root.children.find((child) => child.name === name));
  for (const layer of layers) if (layer) await drawContent(to, layer, adaptive.whole, 0);
  return picture(to.canvas, adaptive.seen, true);
}

function picture(canvas: SvgCanvas, seen: Box, fills: boolean): IconPicture {
  if (canvas.isEmpty) throw new FormatError("drawing", "nothing is to be seen of it");
  const layers = canvas.layers(seen, fills ? { radius: seen.width * roundness } : null).map((layer): IconLayer => {
    if (layer.kind === "drawn") return { kind: "svg", bytes: new TextEncoder().encode(layer.svg), box: [0, 0, 1, 1] };
    const { x, y, width, height } = layer.box;
    const { kind, bytes, width: points } = readRasterImage(layer.bytes);
    if (!fills && points < leastSide) throw new FormatError("drawing", "nothing is to be seen of it");
    const box = [(x - seen.x) / seen.width, (y - seen.y) / seen.height, width / seen.width, height / seen.height];
    const [left = 0, top = 0, wide = 1, high = 1] = box.map((share) => Math.round(share * 10_000) / 10_000);
    return { kind, bytes, box: [left, top, wide, high] };
  });
  if (layers.reduce((sum, { bytes }) => sum + bytes.length, 0) > maxPictureBytes)
    throw new FormatError("drawing", "it is larger than any icon");
  return { fills, layers };
}

/** The bitmap that suits a tile best; undefined where there is none that can be read. */
async function olderBitmap(values: DrawableValues, icon: number): Promise<IconPicture | undefined> {
  const bitmaps = [...values.variants(icon)]
    .filter(({ path }) => !/\.xml$/i.test(path))
    .sort((a, b) => misfit(a.density) - misfit(b.density));
  for (const { path } of bitmaps.slice(0, 4)) {
    try {
      const found = await values.bytes(path, maxBitmapBytes);
      if (!found) continue;
      const { kind, bytes, width } = readRasterImage(found);
      if (width >= leastSide) return { fills: false, layers: [{ kind, bytes, box: [0, 0, 1, 1] }] };
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
    }
  }
  return undefined;
}

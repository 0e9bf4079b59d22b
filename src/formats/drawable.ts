import { FormatError } from "../core/errors.ts";
import type { AxmlElement } from "./axml.ts";
import { drawn } from "./drawable-attributes.ts";
import { shapeGradient } from "./drawable-gradient.ts";
import { colourOf, type DrawableValue, type DrawableValues, hexColour, opacityOf } from "./drawable-values.ts";
import { find } from "./manifest-values.ts";
import { readRasterImage } from "./raster-image.ts";
import type { Box, SvgCanvas } from "./svg-canvas.ts";
import { drawVector } from "./vector-drawable.ts";

/** Drawings in one another. */
const maxDepth = 8;
/** Bytes of a bitmap that is a layer of an icon. */
export const maxBitmapBytes = 64 * 1024;
/** Dots per inch that bitmaps are chosen for: what a tile on a fine screen shows. */
export const wantedDensity = 320;

/** What is drawn, and on what. */
export interface DrawTo {
  readonly canvas: SvgCanvas;
  readonly values: DrawableValues;
}

/**
 * Draws what a resource is (a colour, a bitmap, a drawing) into a place.
 *
 * @param id of the resource, from which finer and coarser variants of a bitmap are found
 * @throws FormatError where it cannot be drawn as Android would
 */
export async function drawResource(to: DrawTo, id: number, box: Box, depth = 0): Promise<void> {
  await drawValue(to, to.values.resource(id), id, box, depth);
}

/** Draws an element of a drawing: one that is a drawing itself, or one that names another by `android:drawable`. */
export async function drawElement(to: DrawTo, element: AxmlElement, box: Box, depth = 0): Promise<void> {
  if (depth > maxDepth) throw new FormatError("drawing", "it has drawings in one another without end");
  const draw = kinds.get(element.name);
  if (!draw) throw new FormatError("drawing", "it is of a kind that is not drawn here");
  await draw(to, element, box, depth);
}

/** What a layer names, or what stands in it. */
export async function drawContent(to: DrawTo, element: AxmlElement, box: Box, depth: number): Promise<void> {
  const named = find(element, drawn.drawable);
  const [inner] = element.children;
  if (named) await drawNamed(to, element, drawn.drawable, box, depth + 1);
  else if (inner) await drawElement(to, inner, box, depth + 1);
}

async function drawNamed(to: DrawTo, element: AxmlElement, id: number, box: Box, depth: number): Promise<void> {
  const value = to.values.value(element, id);
  if (value) await drawValue(to, value, find(element, id)?.data ?? 0, box, depth);
}

async function drawValue(to: DrawTo, value: DrawableValue, id: number, box: Box, depth: number): Promise<void> {
  const colour = colourOf(value);
  if (colour !== undefined) return fillBox(to, colour, box);
  const path = value.text;
  if (!path?.includes("/")) throw new FormatError("drawing", "it names what is no drawing");
  const bytes = /\.xml$/i.test(path) ? undefined : await bitmapOf(to, id, path);
  if (bytes) to.canvas.bitmap(bytes, box);
  else await drawElement(to, await to.values.document(path), box, depth + 1);
}

/** The variant that suits best of those that are small enough; undefined where the file is no bitmap, whatever it is called. */
async function bitmapOf({ values }: DrawTo, id: number, chosen: string): Promise<Uint8Array | undefined> {
  const others = [...values.variants(id)].sort((a, b) => misfit(a.density) - misfit(b.density));
  const paths = [...new Set([...others.map(({ path }) => path), chosen])].filter((path) => !/\.xml$/i.test(path));
  for (const path of paths.slice(0, 4)) {
    const bytes = await values.bytes(path, maxBitmapBytes);
    if (!bytes) continue;
    if (bytes[0] === 0x03 && bytes[1] === 0x00) return undefined;
    return readRasterImage(bytes).bytes;
  }
  throw new FormatError("drawing", "a bitmap of it cannot be read, or is too large");
}

/** How far a density is from the wanted one; the next finer one is better than any coarser one. */
export function misfit(density: number): number {
  const dots = density === 0 || density > 0xff00 ? 160 : density;
  return dots >= wantedDensity ? dots - wantedDensity : 10_000 - dots;
}

type Draw = (to: DrawTo, element: AxmlElement, box: Box, depth: number) => Promise<void> | void;

const kinds: ReadonlyMap<string, Draw> = new Map(
  Object.entries<Draw>({
    vector: async (to, element, box) => to.canvas.draw(await drawVector(to.canvas, to.values, element, box)),
    "animated-vector": (to, element, box, depth) => drawContent(to, element, box, depth),
    color: (to, element, box) => {
      const value = to.values.value(element, drawn.color);
      const colour = value && colourOf(value);
      if (colour === undefined) throw new FormatError("drawing", "a colour in it is none");
      fillBox(to, colour, box);
    },
    shape: drawShape,
    bitmap: (to, element, box, depth) => {
      if (find(element, drawn.tint)) throw new FormatError("drawing", "a bitmap in it is tinted");
      return drawNamed(to, element, drawn.src, box, depth + 1);
    },
    inset: (to, element, box, depth) => drawContent(to, element, inset(to, element, box), depth),
    "layer-list": async (to, element, box, depth) => {
      for (const item of element.children)
        if (item.name === "item") await drawContent(to, item, layerBox(to, item, box), depth);
    },
    selector: (to, element, box, depth) => {
      // What has no state counts when no other does.
      const item = element.children.findLast(({ name }) => name === "item");
      return item && drawContent(to, item, box, depth);
    },
  }),
);

function fillBox({ canvas }: DrawTo, colour: number, { x, y, width, height }: Box): void {
  if (colour >>> 24 === 0) return;
  const paint = { fill: hexColour(colour), "fill-opacity": opacityOf(colour) };
  canvas.draw(canvas.tag("rect", { x, y, width, height, ...paint }));
}

const shapes = { rectangle: 0, oval: 1 } as const;

/** AOSP frameworks/base graphics/java/android/graphics/drawable/GradientDrawable.java. */
function drawShape({ canvas, values }: DrawTo, element: AxmlElement, { x, y, width, height }: Box): void {
  const child = (name: string) => element.children.find((each) => each.name === name);
  const [solid, gradient, corners, stroke] = ["solid", "gradient", "corners", "stroke"].map(child);
  const shape = values.number(element, drawn.shape, shapes.rectangle);
  const colour = (from: AxmlElement) => {
    const value = values.value(from, drawn.color);
    const found = value && colourOf(value);
    if (value && found === undefined) throw new FormatError("drawing", "a colour in it is none");
    return found;
  };
  if (corners && find(corners, drawn.topLeftRadius)) throw new FormatError("drawing", "its corners differ");
  const rx = corners ? values.length(corners, drawn.radius, width) : 0;
  const fill = gradient ? undefined : solid && colour(solid);
  const line = stroke && colour(stroke);
  const lineWidth = stroke ? values.length(stroke, drawn.width, width) : 0;
  const box = { x, y, width, height };
  const paint = {
    fill: gradient ? shapeGradient(canvas, values, gradient, box) : fill === undefined ? "none" : hexColour(fill),
    "fill-opacity": fill === undefined ? undefined : opacityOf(fill),
    ...(line !== undefined &&
      lineWidth > 0 && { stroke: hexColour(line), "stroke-opacity": opacityOf(line), "stroke-width": lineWidth }),
  };
  // The line lies within the shape.
  const half = "stroke-width" in paint ? lineWidth / 2 : 0;
  const inner = shrink(box, half, half, half, half);
  if (shape === shapes.rectangle) canvas.draw(canvas.tag("rect", { ...inner, rx: rx > 0 ? rx : undefined, ...paint }));
  else if (shape === shapes.oval) {
    const [cx, cy] = [x + width / 2, y + height / 2];
    canvas.draw(canvas.tag("ellipse", { cx, cy, rx: inner.width / 2, ry: inner.height / 2, ...paint }));
  } else throw new FormatError("drawing", "it is a shape that is not drawn here");
}

function inset({ values }: DrawTo, element: AxmlElement, box: Box): Box {
  const all = values.length(element, drawn.inset, box.width);
  const side = (id: number, whole: number) => values.length(element, id, whole, all);
  return shrink(
    box,
    side(drawn.insetLeft, box.width),
    side(drawn.insetTop, box.height),
    side(drawn.insetRight, box.width),
    side(drawn.insetBottom, box.height),
  );
}

const centre = 0x11;
const fillAll = 0x77;

/** Where an item of a `<layer-list>` lies: within its insets, of its own size in the middle. */
function layerBox({ values }: DrawTo, item: AxmlElement, box: Box): Box {
  const side = (id: number, whole: number) => values.length(item, id, whole);
  const room = shrink(
    box,
    side(drawn.left, box.width),
    side(drawn.top, box.height),
    side(drawn.right, box.width),
    side(drawn.bottom, box.height),
  );
  const width = values.length(item, drawn.width, box.width, room.width);
  const height = values.length(item, drawn.height, box.height, room.height);
  const gravity = values.number(item, drawn.gravity, fillAll);
  if (gravity === fillAll && width === room.width && height === room.height) return room;
  if (gravity !== centre || !find(item, drawn.width) || !find(item, drawn.height))
    throw new FormatError("drawing", "a layer of it lies in a way that is not known");
  return { x: room.x + (room.width - width) / 2, y: room.y + (room.height - height) / 2, width, height };
}

function shrink({ x, y, width, height }: Box, left: number, top: number, right: number, bottom: number): Box {
  const box = { x: x + left, y: y + top, width: width - left - right, height: height - top - bottom };
  if (!(box.width > 0 && box.height > 0)) throw new FormatError("drawing", "nothing is left of it");
  return box;
}

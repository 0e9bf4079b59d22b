import { FormatError } from "../core/errors.ts";
import type { AxmlElement } from "./axml.ts";
import { drawn } from "./drawable-attributes.ts";
import { gradientOf } from "./drawable-gradient.ts";
import { type DrawableValues, faded, hexColour, opacityOf } from "./drawable-values.ts";
import { readPathData, short } from "./path-data.ts";
import type { Box, Fragment, SvgCanvas } from "./svg-canvas.ts";

/** Groups in one another. */
const maxDepth = 24;

/**
 * Draws a `<vector>` into a place, stretched to it as Android does.
 *
 * AOSP frameworks/base graphics/java/android/graphics/drawable/VectorDrawable.java and libs/hwui/VectorDrawable.cpp.
 *
 * @throws FormatError for what is no vector drawing, or holds what cannot be drawn without the app's theme.
 */
export async function drawVector(
  canvas: SvgCanvas,
  values: DrawableValues,
  root: AxmlElement,
  box: Box,
): Promise<Fragment> {
  const width = values.number(root, drawn.viewportWidth, 0);
  const height = values.number(root, drawn.viewportHeight, 0);
  if (!(width > 0 && height > 0)) throw new FormatError("drawing", "it does not say how large it is");
  const tint = await tintOf(values, root);
  const inner = await drawChildren({ canvas, values, tint }, root.children, 0);
  // An SVG within the SVG: it cuts off what is drawn outside of its own view, as Android does.
  return canvas.tag(
    "svg",
    {
      x: box.x,
      y: box.y,
      width: box.width,
      height: box.height,
      viewBox: `0 0 ${short(width)} ${short(height)}`,
      preserveAspectRatio: "none",
    },
    canvas.tag("g", { opacity: lessThanOne(values.number(root, drawn.alpha, 1)) }, ...inner),
  );
}

interface Drawing {
  readonly canvas: SvgCanvas;
  readonly values: DrawableValues;
  /** The one colour that all of it has instead of its own, as 0xaarrggbb; null: its own. */
  readonly tint: number | null;
}

/** PorterDuff.Mode as attributes number it: the colour in place of what is there. */
const sourceIn = 5;

async function tintOf(values: DrawableValues, root: AxmlElement): Promise<number | null> {
  const value = values.value(root, drawn.tint);
  if (!value) return null;
  const colour = await values.colour(value);
  if (typeof colour !== "number" || values.number(root, drawn.tintMode, sourceIn) !== sourceIn)
    throw new FormatError("drawing", "its colours are mixed in a way that is not known");
  return colour;
}

/** What is drawn one above the other; a `<clip-path>` counts for what follows it in its group. */
async function drawChildren(to: Drawing, children: readonly AxmlElement[], depth: number): Promise<Fragment[]> {
  if (depth > maxDepth) throw new FormatError("drawing", "it has groups in one another without end");
  const fragments: Fragment[] = [];
  for (const [n, child] of children.entries()) {
    if (child.name === "clip-path") {
      const clip = clipOf(to, child);
      const rest = await drawChildren(to, children.slice(n + 1), depth + 1);
      return [...fragments, to.canvas.tag("g", { "clip-path": clip }, ...rest)];
    }
    if (child.name === "group") {
      const inner = await drawChildren(to, child.children, depth + 1);
      fragments.push(to.canvas.tag("g", { transform: transformOf(to.values, child) }, ...inner));
    } else if (child.name === "path") fragments.push(...(await drawPath(to, child)));
  }
  return fragments;
}

function clipOf({ canvas, values }: Drawing, element: AxmlElement): string {
  const d = readPathData(values.text(element, drawn.pathData) ?? "");
  return canvas.define((id) =>
    canvas.tag("clipPath", { id }, canvas.tag("path", { d, "clip-rule": ruleOf(values, element) })),
  );
}

/** To the pivot, scaled, turned, and moved from there (hwui's Group::getLocalMatrix). */
function transformOf(values: DrawableValues, group: AxmlElement): string | undefined {
  const number = (id: number, otherwise = 0) => values.number(group, id, otherwise);
  const [px, py] = [number(drawn.pivotX), number(drawn.pivotY)];
  const [x, y] = [number(drawn.translateX) + px, number(drawn.translateY) + py];
  const [turn, sx, sy] = [number(drawn.rotation), number(drawn.scaleX, 1), number(drawn.scaleY, 1)];
  const words = [
    x === 0 && y === 0 ? "" : `translate(${short(x)} ${short(y)})`,
    turn === 0 ? "" : `rotate(${short(turn)})`,
    sx === 1 && sy === 1 ? "" : `scale(${short(sx)} ${short(sy)})`,
    px === 0 && py === 0 ? "" : `translate(${short(-px)} ${short(-py)})`,
  ];
  return words.filter((word) => word !== "").join(" ") || undefined;
}

const caps = [undefined, "round", "square"] as const;
const joins = [undefined, "round", "bevel"] as const;

async function drawPath(to: Drawing, element: AxmlElement): Promise<Fragment[]> {
  const { canvas, values } = to;
  const number = (id: number, otherwise: number) => values.number(element, id, otherwise);
  const d = readPathData(values.text(element, drawn.pathData) ?? "");
  if (number(drawn.trimPathStart, 0) !== 0 || number(drawn.trimPathEnd, 1) !== 1)
    throw new FormatError("drawing", "only a part of a line is drawn, which is not known how");
  const width = number(drawn.strokeWidth, 0);
  const fill = await paintOf(to, element, drawn.fillColor, number(drawn.fillAlpha, 1));
  const stroke = width > 0 ? await paintOf(to, element, drawn.strokeColor, number(drawn.strokeAlpha, 1)) : null;
  if (d === "" || (!fill && !stroke)) return [];
  const lines = stroke && {
    stroke: stroke.paint,
    "stroke-opacity": stroke.opacity,
    "stroke-width": width,
    "stroke-linecap": caps[number(drawn.strokeLineCap, 0)],
    "stroke-linejoin": joins[number(drawn.strokeLineJoin, 0)],
    "stroke-miterlimit": number(drawn.strokeMiterLimit, 4),
  };
  const area = { fill: fill?.paint ?? "none", "fill-opacity": fill?.opacity, "fill-rule": ruleOf(values, element) };
  return [canvas.tag("path", { d, ...area, ...lines })];
}

/** A colour or gradient as SVG names it; null where nothing is to be seen of it. */
async function paintOf(
  { canvas, values, tint }: Drawing,
  element: AxmlElement,
  id: number,
  alpha: number,
): Promise<{ readonly paint: string; readonly opacity: number | undefined } | null> {
  const value = values.value(element, id);
  if (!value) return null;
  const found = await values.colour(value);
  if (typeof found !== "number") {
    if (tint !== null) throw new FormatError("drawing", "a gradient in it is tinted, which is not known how");
    return { paint: gradientOf(canvas, values, found), opacity: lessThanOne(alpha) };
  }
  const own = faded(found, alpha);
  const colour = tint === null ? own : faded(tint, (own >>> 24) / 255);
  return colour >>> 24 === 0 ? null : { paint: hexColour(colour), opacity: opacityOf(colour) };
}

function ruleOf(values: DrawableValues, element: AxmlElement): string | undefined {
  return values.number(element, drawn.fillType, 0) === 1 ? "evenodd" : undefined;
}

function lessThanOne(share: number): number | undefined {
  return share >= 1 ? undefined : Math.max(share, 0);
}

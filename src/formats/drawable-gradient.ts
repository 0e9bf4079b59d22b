import { FormatError } from "../core/errors.ts";
import type { AxmlElement } from "./axml.ts";
import { drawn } from "./drawable-attributes.ts";
import { colourOf, type DrawableValues, hexColour, opacityOf } from "./drawable-values.ts";
import { short } from "./path-data.ts";
import type { Box, Fragment, SvgCanvas } from "./svg-canvas.ts";

const maxStops = 64;
const spread = ["pad", "repeat", "reflect"] as const;

/**
 * A `<gradient>` of its own file, in the coordinates of the drawing that it fills; gives how SVG refers to it.
 *
 * AOSP frameworks/base graphics/java/android/content/res/GradientColor.java.
 *
 * @throws FormatError for sweeps, which SVG does not have.
 */
export function gradientOf(canvas: SvgCanvas, values: DrawableValues, element: AxmlElement): string {
  if (element.name !== "gradient") throw new FormatError("drawing", "a colour in it is none");
  const number = (id: number) => values.number(element, id, 0);
  const mode = values.number(element, drawn.tileMode, 0);
  const all = { gradientUnits: "userSpaceOnUse", spreadMethod: spread[mode] };
  const stops = () => stopsOf(canvas, values, element);
  switch (number(drawn.type)) {
    case 0: {
      const [x1, y1, x2, y2] = [drawn.startX, drawn.startY, drawn.endX, drawn.endY].map(number);
      return canvas.define((id) => canvas.tag("linearGradient", { id, x1, y1, x2, y2, ...all }, ...stops()));
    }
    case 1: {
      const [cx, cy, r] = [drawn.centerX, drawn.centerY, drawn.gradientRadius].map(number);
      if (!(r !== undefined && r > 0)) throw new FormatError("drawing", "a gradient in it has no size");
      return canvas.define((id) => canvas.tag("radialGradient", { id, cx, cy, r, ...all }, ...stops()));
    }
    default:
      throw new FormatError("drawing", "it has a gradient that SVG does not have");
  }
}

/**
 * The `<gradient>` within a `<shape>`, which is told by an angle and by shares of the shape.
 *
 * AOSP frameworks/base graphics/java/android/graphics/drawable/GradientDrawable.java.
 */
export function shapeGradient(canvas: SvgCanvas, values: DrawableValues, element: AxmlElement, box: Box): string {
  const stops = () => stopsOf(canvas, values, element);
  const gradientUnits = "userSpaceOnUse";
  const type = values.number(element, drawn.type, 0);
  if (type === 0) {
    // Anticlockwise from “left to right”; Android knows steps of 45° alone.
    const steps = Math.round(values.number(element, drawn.angle, 0) / 45);
    const angle = (((steps % 8) + 8) % 8) * (Math.PI / 4);
    const [dx, dy] = [Math.round(Math.cos(angle)), Math.round(-Math.sin(angle))];
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const ends = {
      x1: x - (dx * box.width) / 2,
      y1: y - (dy * box.height) / 2,
      x2: x + (dx * box.width) / 2,
      y2: y + (dy * box.height) / 2,
    };
    return canvas.define((id) => canvas.tag("linearGradient", { id, ...ends, gradientUnits }, ...stops()));
  }
  if (type !== 1) throw new FormatError("drawing", "it has a gradient that SVG does not have");
  const cx = box.x + values.number(element, drawn.centerX, 0.5) * box.width;
  const cy = box.y + values.number(element, drawn.centerY, 0.5) * box.height;
  const r = values.length(element, drawn.gradientRadius, Math.min(box.width, box.height));
  if (!(r > 0)) throw new FormatError("drawing", "a gradient in it has no size");
  return canvas.define((id) => canvas.tag("radialGradient", { id, cx, cy, r, gradientUnits }, ...stops()));
}

function stopsOf(canvas: SvgCanvas, values: DrawableValues, element: AxmlElement): Fragment[] {
  const colour = (from: AxmlElement, id: number): number | undefined => {
    const value = values.value(from, id);
    if (!value) return undefined;
    const found = colourOf(value);
    if (found === undefined) throw new FormatError("drawing", "a colour of a gradient is none");
    return found;
  };
  const items = element.children.filter(({ name }) => name === "item").slice(0, maxStops);
  const stops =
    items.length > 0
      ? items.map((item) => [values.number(item, drawn.offset, 0), colour(item, drawn.color)] as const)
      : ([
          [0, colour(element, drawn.startColor)],
          [0.5, colour(element, drawn.centerColor)],
          [1, colour(element, drawn.endColor)],
        ] as const);
  // Of the three, only the middle one may be left out; none at all is no gradient.
  const known = stops.flatMap(([offset, each]) => (each === undefined ? [] : [[offset, each] as const]));
  if (known.length < 2) throw new FormatError("drawing", "a gradient in it has no colours");
  return known.map(([offset, each]) =>
    canvas.tag("stop", {
      offset: short(Math.min(Math.max(offset, 0), 1)),
      "stop-color": hexColour(each),
      "stop-opacity": opacityOf(each),
    }),
  );
}

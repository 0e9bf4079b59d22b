import { FormatError } from "../core/errors.ts";
import { short } from "./path-data.ts";

/** A place in the units of a drawing. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A piece of SVG that this module wrote. */
export type Fragment = string & { readonly fragment: true };

/** One picture of a stack, the lowest first: drawn, or a bitmap in its place. */
export type CanvasLayer =
  | { readonly kind: "drawn"; readonly svg: string }
  | { readonly kind: "bitmap"; readonly bytes: Uint8Array; readonly box: Box };

/** What SVG is written of here: no scripts, no links, no styles, nothing foreign. */
type Tag =
  | "svg"
  | "g"
  | "path"
  | "rect"
  | "ellipse"
  | "defs"
  | "clipPath"
  | "linearGradient"
  | "radialGradient"
  | "stop";
type Attribute =
  | ("id" | "d" | "x" | "y" | "x1" | "y1" | "x2" | "y2" | "cx" | "cy" | "r" | "rx" | "ry" | "width" | "height")
  | ("fill" | "fill-opacity" | "fill-rule" | "stroke" | "stroke-opacity" | "stroke-width" | "opacity")
  | ("stroke-linecap" | "stroke-linejoin" | "stroke-miterlimit" | "clip-path" | "clip-rule")
  | ("gradientUnits" | "spreadMethod" | "offset" | "stop-color" | "stop-opacity")
  | ("transform" | "viewBox" | "preserveAspectRatio");
type Attributes = Readonly<Partial<Record<Attribute, string | number | undefined>>>;

/** Shapes one above the other, or one bitmap. */
type Layer = Fragment[] | { readonly bytes: Uint8Array; readonly box: Box };

const maxElements = 4000;
const maxCharacters = 192 * 1024;
const maxLayers = 6;
/** All that a value is made of: names and numbers of ours, paths that were written anew. */
const harmless = /^[A-Za-z0-9 .#()+-]*$/;
/** As an attribute of the outermost element it is a name, and is never fetched. */
const namespace = "http://www.w3.org/2000/svg";

/**
 * Takes what is drawn, in order, and gives a stack of pictures: SVG where shapes follow one another, bitmaps between them.
 *
 * Every letter of the SVG is written here: elements and attributes are of a closed list, values are numbers and words of ours. What it may
 * become is bounded.
 */
export class SvgCanvas {
  readonly #layers: Layer[] = [];
  readonly #definitions: Fragment[] = [];
  #elements = 0;
  #characters = 0;
  #ids = 0;
  #painted = 0;

  /** Whether nothing was added that can be seen. */
  get isEmpty(): boolean {
    return this.#painted === 0;
  }

  /** An element with what stands in it. @throws FormatError where the drawing is larger than any icon */
  tag(name: Tag, attributes: Attributes, ...children: readonly Fragment[]): Fragment {
    const words = Object.entries(attributes)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => ` ${key}="${safe(value)}"`);
    const open = `<${name}${words.join("")}`;
    if (attributes.fill !== undefined || attributes.stroke !== undefined) this.#painted++;
    this.#elements++;
    this.#characters += open.length + name.length + 4;
    if (this.#elements > maxElements || this.#characters > maxCharacters)
      throw new FormatError("drawing", "it has more in it than any icon");
    const inner = children.join("");
    return (inner === "" ? `${open}/>` : `${open}>${inner}</${name}>`) as Fragment;
  }

  /** Puts a definition down, which `make` writes with the name it gets; gives how it is referred to. */
  define(make: (id: string) => Fragment): string {
    const id = `d${this.#ids++}`;
    this.#definitions.push(make(id));
    return `url(#${id})`;
  }

  /** Adds something drawn, on top. */
  draw(fragment: Fragment): void {
    const top = this.#layers.at(-1);
    if (Array.isArray(top)) top.push(fragment);
    else this.#add([fragment]);
  }

  /** Adds a bitmap, on top. */
  bitmap(bytes: Uint8Array, box: Box): void {
    this.#painted++;
    this.#add({ bytes, box });
  }

  /** The stack; what is outside of `view` is cut off, and what is drawn is shaped by `mask` where there is one. */
  layers(view: Box, mask: { readonly radius: number } | null): readonly CanvasLayer[] {
    const { x, y, width, height } = view;
    const shape = (id: string) => this.tag("clipPath", { id }, this.tag("rect", { ...view, rx: mask?.radius }));
    const clip = mask ? this.define(shape) : undefined;
    return this.#layers.map((layer) => {
      if (!Array.isArray(layer)) return { kind: "bitmap", ...layer };
      const drawn = [this.tag("defs", {}, ...this.#definitions), this.tag("g", { "clip-path": clip }, ...layer)];
      const box = { width, height, viewBox: [x, y, width, height].map(short).join(" ") };
      const svg = this.tag("svg", box, ...drawn).replace("<svg", `<svg xmlns="${namespace}"`);
      return { kind: "drawn", svg };
    });
  }

  #add(layer: Layer): void {
    if (this.#layers.length >= maxLayers) throw new FormatError("drawing", "it has more layers than any icon");
    this.#layers.push(layer);
  }
}

/** @throws TypeError for what could end an attribute: it does not come from here */
function safe(value: string | number | undefined): string {
  const text = typeof value === "number" ? short(value) : (value ?? "");
  if (!harmless.test(text)) throw new TypeError("a value of a drawing was not written here");
  return text;
}

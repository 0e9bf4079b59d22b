import { FormatError } from "../core/errors.ts";
import type { ResourceTable } from "./arsc.ts";
import { isReference, type ResourceResolver, resourceResolver, resourceValues } from "./arsc-lookup.ts";
import { type AxmlElement, readAxml, valueType } from "./axml.ts";
import { androidColours, drawn } from "./drawable-attributes.ts";
import { find } from "./manifest-values.ts";

/** Gives the bytes of an entry; undefined where there is none, or it has more bytes than `most`, or reading costs too much. */
export type ReadEntry = (path: string, most: number) => Promise<Uint8Array | undefined>;

/** A value after references were followed. */
export interface DrawableValue {
  readonly type: number;
  /** Unsigned 32 bits. */
  readonly data: number;
  readonly text: string | undefined;
}

/** Documents that one icon may be made of, and bytes of each. */
const maxDocuments = 64;
const maxDocumentBytes = 128 * 1024;
const firstColour = 0x1c;
const lastColour = 0x1f;

/**
 * What the attributes of a drawing say, references followed through the app's resource table, and the files that they name. What cannot be
 * known without the app's theme, or is Android's own, is a FormatError: an icon is shown as it is, or not at all.
 */
export class DrawableValues {
  readonly table: ResourceTable;
  readonly #read: ReadEntry;
  readonly #resource: ResourceResolver;
  #documents = 0;

  /** @param density dots per inch, by which bitmaps are chosen */
  constructor(table: ResourceTable, read: ReadEntry, density: number) {
    this.table = table;
    this.#read = read;
    this.#resource = resourceResolver(table, { density });
  }

  /** The attribute's value; undefined where it is not written. @throws FormatError where it leads out of the app */
  value(element: AxmlElement, id: number): DrawableValue | undefined {
    const attribute = find(element, id);
    if (!attribute || attribute.type === valueType.null) return undefined;
    if (attribute.type === valueType.attribute || attribute.type === valueType.dynamicAttribute)
      throw new FormatError("drawing", "it depends on a theme");
    return isReference(attribute) ? this.resource(attribute.data) : attribute;
  }

  /** What a resource is, all references followed. @throws FormatError where the app does not have it */
  resource(id: number): DrawableValue {
    const colour = androidColours.get(id);
    if (colour !== undefined) return { type: firstColour, data: colour, text: undefined };
    const found = this.#resource(id);
    if (found && isReference(found) && androidColours.has(found.data)) return this.resource(found.data);
    if (!found || isReference(found) || found.type === valueType.attribute)
      throw new FormatError("drawing", `it names the resource 0x${id.toString(16)}, which is not in the app`);
    return found;
  }

  /** A number without unit, `otherwise` where none is written. */
  number(element: AxmlElement, id: number, otherwise: number): number {
    const value = this.value(element, id);
    return value === undefined ? otherwise : numberOf(value);
  }

  /** A length in density-independent pixels, or a share of `whole`. */
  length(element: AxmlElement, id: number, whole: number, otherwise = 0): number {
    const value = this.value(element, id);
    if (value === undefined) return otherwise;
    if (value.type === valueType.fraction) return complex(value.data) * whole;
    return value.type === valueType.dimension ? dp(value.data) : numberOf(value);
  }

  /** Text that stands there or is referred to. */
  text(element: AxmlElement, id: number): string | undefined {
    return this.value(element, id)?.text;
  }

  /** The document at a path. @throws FormatError where there is none, or it cannot be read */
  async document(path: string): Promise<AxmlElement> {
    if (this.#documents++ >= maxDocuments) throw new FormatError("drawing", "it is made of more files than any icon");
    const bytes = await this.#read(path, maxDocumentBytes);
    if (!bytes) throw new FormatError("drawing", "a file of it cannot be read");
    return readAxml(bytes).root;
  }

  /** The bytes of a file of at most `most` bytes. */
  async bytes(path: string, most: number): Promise<Uint8Array | undefined> {
    return await this.#read(path, most);
  }

  /** Paths of all variants of what an attribute or resource is a reference to, by density; for bitmaps. */
  variants(id: number): readonly { readonly path: string; readonly density: number }[] {
    const found = new Map<string, { path: string; density: number }>();
    const seen = new Set([id]);
    for (const each of seen) {
      if (seen.size > 16) break;
      for (const value of resourceValues(this.table, each)) {
        if (isReference(value)) seen.add(value.data);
        else if (value.text?.includes("/")) found.set(value.text, { path: value.text, density: value.config.density });
      }
    }
    return [...found.values()];
  }

  /** A colour as 0xaarrggbb, of a list of colours by state the one for no state; undefined where the document is something else. */
  async colour(value: DrawableValue): Promise<number | AxmlElement> {
    const own = colourOf(value);
    if (own !== undefined) return own;
    if (!value.text?.includes("/")) throw new FormatError("drawing", "a colour in it is none");
    const root = await this.document(value.text);
    if (root.name !== "selector") return root;
    const item = root.children.findLast((child) => child.name === "item");
    const named = item && this.value(item, drawn.color);
    const plain = named && colourOf(named);
    if (!item || plain === undefined) throw new FormatError("drawing", "a colour in it is none");
    return faded(plain, this.number(item, drawn.alpha, 1));
  }
}

/** The colour that a value is, as 0xaarrggbb; undefined where it is none. */
export function colourOf({ type, data }: DrawableValue): number | undefined {
  return type >= firstColour && type <= lastColour ? data >>> 0 : undefined;
}

/** A colour with its opacity made less. */
export function faded(colour: number, share: number): number {
  const alpha = Math.round((colour >>> 24) * Math.min(Math.max(share, 0), 1));
  return ((alpha << 24) | (colour & 0xffffff)) >>> 0;
}

/** The colour without its opacity, as SVG writes it. */
export function hexColour(colour: number): string {
  return `#${(colour & 0xffffff).toString(16).padStart(6, "0")}`;
}

/** How opaque a colour is, 0 to 1; undefined where it is wholly. */
export function opacityOf(colour: number): number | undefined {
  const alpha = colour >>> 24;
  return alpha === 255 ? undefined : alpha / 255;
}

const floats = new DataView(new ArrayBuffer(4));

function numberOf({ type, data }: DrawableValue): number {
  if (type === valueType.float) {
    floats.setUint32(0, data);
    const number = floats.getFloat32(0);
    if (Number.isFinite(number)) return number;
  }
  if (type === valueType.dimension) return dp(data);
  if (type === valueType.fraction) return complex(data);
  if (type >= valueType.decimal && type <= valueType.boolean) return data | 0;
  throw new FormatError("drawing", "a number in it is none");
}

/** Android's numbers of 24 bits with a point at one of four places. AOSP libs/androidfw/include/androidfw/ResourceTypes.h (Res_value). */
function complex(data: number): number {
  const mantissa = (data & 0xffffff00) | 0;
  const shift = [8, 15, 23, 31][(data >> 4) & 3] ?? 8;
  return mantissa / 2 ** shift;
}

/** Pixels of each unit at 160 dots per inch: px, dp, sp, pt, in, mm. */
const units = [1, 1, 1, 160 / 72, 160, 160 / 25.4];

function dp(data: number): number {
  const unit = units[data & 0x0f];
  if (unit === undefined) throw new FormatError("drawing", "a length in it is none");
  return complex(data) * unit;
}

import { FormatError } from "../core/errors.ts";
import { emptyPool, readStringPool, type StringPool } from "./string-pool.ts";
import { type TamperMark, TamperMarks } from "./tamper-mark.ts";

/** The types of a value in binary XML and in resource tables (Res_value of AOSP's ResourceTypes.h). */
export const valueType = {
  null: 0x00,
  reference: 0x01,
  attribute: 0x02,
  string: 0x03,
  float: 0x04,
  dimension: 0x05,
  fraction: 0x06,
  dynamicReference: 0x07,
  dynamicAttribute: 0x08,
  decimal: 0x10,
  hexadecimal: 0x11,
  boolean: 0x12,
} as const;

/** One attribute as Android sees it. */
export interface AxmlAttribute {
  /** The resource id that the resource map gives its name: what Android goes by. 0 where there is none. */
  readonly id: number;
  readonly namespace: string | undefined;
  /** As written in the string pool; it may be empty, or lie, where there is an id. */
  readonly name: string;
  /** One of `valueType`, or a type that Candor does not name (colours are 0x1c to 0x1f). */
  readonly type: number;
  /** Unsigned 32 bits: a number, a resource id, 0 or 0xffffffff for booleans, an index for strings. */
  readonly data: number;
  /** The text of a value of type string; undefined for other types, and where the string cannot be read. */
  readonly text: string | undefined;
  /** The value as it was written in the source, where the file keeps it. */
  readonly raw: string | undefined;
}

/** One element with what it holds. */
export interface AxmlElement {
  readonly namespace: string | undefined;
  readonly name: string;
  readonly attributes: readonly AxmlAttribute[];
  readonly children: readonly AxmlElement[];
  /** All text right inside of it. */
  readonly text: string;
}

/**
 * What a document has that the build tools never write, and that may be there to mislead readers other than Android:
 * its root has another type (recent Androids refuse it) · chunks of unknown type · several string pools · attributes that do
 * not lie where they always do · attributes with an id and an empty or unreadable name · something unreadable after the end
 * of the outermost element · elements nested deeper than Candor keeps.
 */
export type AxmlMark =
  | "wrong-root-type"
  | "unknown-chunk"
  | "several-string-pools"
  | "odd-attribute-layout"
  | "nameless-attribute"
  | "broken-end"
  | "too-deep";

/** A binary XML document. */
export interface AxmlDocument {
  readonly root: AxmlElement;
  readonly marks: readonly TamperMark<AxmlMark>[];
}

/** Larger documents are refused; real ones have some hundred kilobytes. */
const maxBytes = 8 * 1024 * 1024;
/** Elements deeper than this are left out. Manifests need 6, layouts some dozen. */
const maxDepth = 200;

const chunkType = {
  stringPool: 0x0001,
  xml: 0x0003,
  firstNode: 0x0100,
  lastNode: 0x017f,
  resourceMap: 0x0180,
} as const;
const nodeType = { startElement: 0x0102, endElement: 0x0103, text: 0x0104 } as const;
const none = 0xffffffff;

/**
 * Reads a binary XML document the way Android does: by the resource map, skipping chunks of unknown type, ending with the
 * outermost element. Time and memory are bounded by its size.
 *
 * @throws FormatError when Android would refuse it too, or when it is larger than 8 MiB.
 * AOSP frameworks/base libs/androidfw/ResourceTypes.cpp (ResXMLTree).
 */
export function readAxml(bytes: Uint8Array): AxmlDocument {
  if (bytes.length > maxBytes) throw new FormatError("binary XML", "it is larger than 8 MiB");
  const reader = new Reader(bytes);
  reader.readHead();
  return { root: reader.readTree(), marks: reader.marks.list() };
}

interface OpenElement extends AxmlElement {
  readonly attributes: AxmlAttribute[];
  readonly children: AxmlElement[];
  text: string;
}

/** A cursor over the chunks. */
class Reader {
  readonly marks = new TamperMarks<AxmlMark>();
  private readonly bytes: Uint8Array;
  private readonly view: DataView;
  private readonly end: number;
  private at = 0;
  private strings: StringPool = emptyPool;
  private mapAt = 0;
  private mapCount = 0;
  /** How many attributes the document can hold when none lie over one another. */
  private attributesLeft: number;
  /** How many characters names and values may have together: many may share one string, but not for ever a long one. */
  private charactersLeft: number;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.end = bytes.length;
    if (this.end < 8) throw this.error("it is too short");
    const headerSize = this.view.getUint16(2, true);
    const size = this.view.getUint32(4, true);
    if (this.view.getUint16(0, true) !== chunkType.xml) {
      // Text, or another binary format; a document with a forged type still begins with a header of 8 bytes and a string pool.
      const forged = headerSize === 8 && this.end >= 16 && this.view.getUint16(8, true) === chunkType.stringPool;
      if (!forged) throw this.error("it is no binary XML");
      this.marks.add("wrong-root-type", "it says that it is no XML; recent Androids refuse it");
    }
    if (headerSize < 8 || size < headerSize || size > this.end) throw this.error("it is cut off");
    this.end = size;
    this.at = headerSize;
    this.attributesLeft = Math.floor(size / 20);
    this.charactersLeft = size * 8 + 1024 * 1024;
  }

  /** Everything before the first node: string pool, resource map, unknown chunks. */
  readHead(): void {
    let pools = 0;
    for (; this.at + 8 <= this.end; this.at = this.chunkEnd()) {
      const type = this.view.getUint16(this.at, true);
      const end = this.chunkEnd();
      if (type === chunkType.stringPool) {
        this.strings = readStringPool(this.bytes, this.at, end);
        pools++;
      } else if (type === chunkType.resourceMap) {
        this.mapAt = this.at + this.view.getUint16(this.at + 2, true);
        this.mapCount = Math.floor((end - this.mapAt) / 4);
      } else if (type >= chunkType.firstNode && type <= chunkType.lastNode) break;
      else this.markUnknown(type);
    }
    if (pools === 0) throw this.error("it has no string pool");
    if (pools > 1) this.marks.add("several-string-pools", `it has ${pools} string pools, of which the last one counts`);
  }

  readTree(): AxmlElement {
    const open: OpenElement[] = [];
    let root: OpenElement | undefined;
    // Elements that are too deep are counted only.
    let hidden = 0;
    for (let next = this.at; next + 8 <= this.end; next = this.at) {
      const type = this.view.getUint16(this.at, true);
      const end = this.chunkEnd();
      if (type === nodeType.startElement) {
        if (open.length >= maxDepth) hidden++;
        else {
          const element = this.element(end);
          open.at(-1)?.children.push(element);
          open.push(element);
          root ??= element;
        }
      } else if (type === nodeType.endElement) {
        if (hidden > 0) {
          hidden--;
          this.marks.add("too-deep", `an element lies more than ${maxDepth} deep`);
        } else open.pop();
        if (root && open.length === 0) {
          this.at = end;
          this.checkRest();
          return root;
        }
      } else if (type === nodeType.text) this.addText(open.at(-1), end);
      else if (type < chunkType.firstNode || type > nodeType.text) this.markUnknown(type);
      this.at = end;
    }
    throw this.error(root ? "its outermost element does not end" : "it has no element");
  }

  /** Where the chunk at the cursor ends; its sizes are checked. */
  private chunkEnd(): number {
    const headerSize = this.view.getUint16(this.at + 2, true);
    const size = this.view.getUint32(this.at + 4, true);
    if (headerSize < 8 || size < headerSize || ((headerSize | size) & 3) !== 0 || size > this.end - this.at)
      throw this.error("a chunk has an impossible size");
    return this.at + size;
  }

  private element(end: number): OpenElement {
    const { view } = this;
    const headerSize = view.getUint16(this.at + 2, true);
    const node = this.at + headerSize;
    if (headerSize < 16 || node + 20 > end) throw this.error("an element is cut off");
    const start = view.getUint16(node + 8, true);
    const stride = view.getUint16(node + 10, true);
    const count = view.getUint16(node + 12, true);
    if (node + start + stride * count > end) throw this.error("an element says that it has more attributes than fit");
    if (start !== 20 || (stride !== 20 && count > 0))
      this.marks.add("odd-attribute-layout", `attributes begin at ${start} and have ${stride} bytes each`);
    this.attributesLeft -= count;
    if (this.attributesLeft < 0) throw this.error("its attributes lie over one another");
    const attributes: AxmlAttribute[] = [];
    for (let n = 0, at = node + start; n < count; n++, at += stride) {
      if (at + 20 > end) throw this.error("an attribute is cut off");
      attributes.push(this.attribute(at));
    }
    const [namespace, name] = [this.string(node), this.string(node + 4) ?? ""];
    this.spend(name);
    return { namespace, name, attributes, children: [], text: "" };
  }

  private attribute(at: number): AxmlAttribute {
    const { view } = this;
    const nameIndex = view.getUint32(at + 4, true);
    const id = nameIndex < this.mapCount ? view.getUint32(this.mapAt + nameIndex * 4, true) : 0;
    const name = this.strings.get(nameIndex) ?? "";
    if (name === "") this.marks.add("nameless-attribute", `an attribute (${id.toString(16)}) has no name`);
    const type = view.getUint8(at + 15);
    const data = view.getUint32(at + 16, true);
    const text = type === valueType.string ? this.strings.get(data) : undefined;
    const raw = this.string(at + 8);
    this.spend(name);
    this.spend(text);
    if (raw !== text) this.spend(raw);
    return { id, namespace: this.string(at), name, type, data, text, raw };
  }

  private addText(element: OpenElement | undefined, end: number): void {
    const at = this.at + this.view.getUint16(this.at + 2, true);
    if (at + 4 > end) throw this.error("a text is cut off");
    const text = this.string(at);
    this.spend(text);
    if (element && text !== undefined) element.text += text;
  }

  private spend(text: string | undefined): void {
    this.charactersLeft -= text?.length ?? 0;
    if (this.charactersLeft < 0) throw this.error("it repeats long texts without end");
  }

  /** Android's package parser stops at the end of the outermost element: what follows may be anything. */
  private checkRest(): void {
    try {
      for (; this.at + 8 <= this.end; this.at = this.chunkEnd());
    } catch {
      this.marks.add("broken-end", "what follows the outermost element cannot be read");
    }
  }

  private markUnknown(type: number): void {
    this.marks.add("unknown-chunk", `there is a part of unknown type 0x${type.toString(16)}`);
  }

  /** The string whose number stands at `at`. */
  private string(at: number): string | undefined {
    const index = this.view.getUint32(at, true);
    return index === none ? undefined : this.strings.get(index);
  }

  private error(why: string): FormatError {
    return new FormatError("binary XML", why, this.at);
  }
}

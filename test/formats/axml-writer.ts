import { attr } from "../../src/formats/android-attributes.ts";

/** An attribute value: text, number, yes or no, a resource, or any type and data. */
export type XmlValue =
  | string
  | number
  | boolean
  | { readonly ref: number }
  | { readonly type: number; readonly data: number };

/** An element for the writer: `android:` attributes by their name in `attr`, others by any other name. */
export interface XmlNode {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, XmlValue>>;
  readonly children?: readonly XmlNode[];
  readonly text?: string;
}

const androidNamespace = "http://schemas.android.com/apk/res/android";
const none = 0xffffffff;
const empty = new Uint8Array();

/** Writes a chunk: type, header size, size, then the parts. */
export function chunk(type: number, header: Uint8Array, ...body: readonly Uint8Array[]): Uint8Array {
  const size = 8 + header.length + body.reduce((sum, part) => sum + part.length, 0);
  return join(u16(type, 8 + header.length), u32(size), header, ...body);
}

/** Little-endian numbers. */
export function u32(...values: readonly number[]): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(values.length * 4));
  for (const [n, value] of values.entries()) bytes.setUint32(n * 4, value >>> 0, true);
  return new Uint8Array(bytes.buffer);
}
export function u16(...values: readonly number[]): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(values.length * 2));
  for (const [n, value] of values.entries()) bytes.setUint16(n * 2, value, true);
  return new Uint8Array(bytes.buffer);
}
export function join(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

/** A string pool chunk. */
export function stringPool(strings: readonly string[], utf8 = false): Uint8Array {
  const encoded = strings.map((text) => {
    if (!utf8) return join(u16(text.length), new Uint8Array(Buffer.from(`${text}\0`, "utf16le")));
    const bytes = Buffer.from(text);
    const length = (n: number) => (n > 0x7f ? [0x80 | (n >> 8), n & 0xff] : [n]);
    return new Uint8Array([...length(text.length), ...length(bytes.length), ...bytes, 0]);
  });
  let at = 0;
  const offsets: number[] = [];
  for (const bytes of encoded) {
    offsets.push(at);
    at += bytes.length;
  }
  const data = join(...encoded, new Uint8Array((4 - (at % 4)) % 4));
  const start = 28 + offsets.length * 4;
  return chunk(0x0001, u32(strings.length, 0, utf8 ? 0x100 : 0, start, 0), u32(...offsets), data);
}

/** A whole document. `before` stands between string pool and resource map, `after` inside the root chunk behind all nodes. */
export function writeAxml(
  root: XmlNode,
  { utf8, before, after }: { utf8?: boolean; before?: Uint8Array; after?: Uint8Array } = {},
): Uint8Array {
  const ids = Object.entries(attr);
  const strings = ids.map(([name]) => name);
  const index = (text: string) => {
    const known = strings.indexOf(text);
    return known >= 0 ? known : strings.push(text) - 1;
  };
  const nodes = [...nodesOf(root, index)];
  const map = chunk(0x0180, new Uint8Array(), u32(...ids.map(([, id]) => id)));
  return chunk(
    0x0003,
    new Uint8Array(),
    stringPool(strings, utf8),
    before ?? empty,
    map,
    new Uint8Array(Buffer.concat(nodes)),
    after ?? empty,
  );
}

function* nodesOf(root: XmlNode, index: (text: string) => number): Generator<Uint8Array> {
  // Without recursion: tests write very deep documents.
  const open: { node: XmlNode; next: number }[] = [];
  const start = (node: XmlNode): Uint8Array => {
    open.push({ node, next: 0 });
    const attributes = Object.entries(node.attributes ?? {}).map(([name, value]) => attribute(name, value, index));
    const head = [u32(none, index(node.name)), u16(20, 20, attributes.length, 0, 0, 0)];
    return chunk(0x0102, u32(1, none), ...head, ...attributes);
  };
  yield start(root);
  for (let top = open.at(-1); top; top = open.at(-1)) {
    const child = top.node.children?.[top.next++];
    if (child) yield start(child);
    else {
      if (top.node.text !== undefined) yield chunk(0x0104, u32(1, none), u32(index(top.node.text)), u32(8, 0));
      yield chunk(0x0103, u32(1, none), u32(none, index(top.node.name)));
      open.pop();
    }
  }
}

function attribute(name: string, value: XmlValue, index: (text: string) => number): Uint8Array {
  const namespace = Object.hasOwn(attr, name) ? index(androidNamespace) : none;
  const typed = (type: number, data: number, raw = none) =>
    join(u32(namespace, index(name), raw), u16(8, type << 8), u32(data));
  if (typeof value === "string") return typed(0x03, index(value), index(value));
  if (typeof value === "number") return typed(0x10, value);
  if (typeof value === "boolean") return typed(0x12, value ? none : 0);
  return "ref" in value ? typed(0x01, value.ref) : typed(value.type, value.data);
}

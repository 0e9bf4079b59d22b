import { attr } from "../../formats/android-attributes.ts";
import { drawn } from "../../formats/drawable-attributes.ts";
import { ByteWriter } from "./byte-writer.ts";
import { chunk, nothing, type ResValue, resValue, StringTable } from "./res-chunk.ts";

/**
 * An element of binary XML. Attributes called `android:…` must be among those whose resource id is known; all others have no namespace.
 * An element has text or children.
 */
export interface XmlElement {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, ResValue | undefined>>;
  readonly children?: readonly XmlElement[];
  readonly text?: string;
}

/** Attributes that only files beside the manifest have. AOSP core/res/res/values/public-final.xml. */
const moreIds: Readonly<Record<string, number>> = {
  accessibilityEventTypes: 0x01010380,
  packageNames: 0x01010381,
  accessibilityFeedbackType: 0x01010382,
  notificationTimeout: 0x01010383,
  accessibilityFlags: 0x01010384,
  canRetrieveWindowContent: 0x01010385,
};
const ids = new Map<string, number>([attr, drawn, moreIds].flatMap((each) => Object.entries(each)));
const androidNamespace = "http://schemas.android.com/apk/res/android";

/**
 * Writes a binary XML document as aapt2 does: a pool in UTF-8 that begins with the names of the attributes which have ids, the resource
 * map, the namespace `android` around all elements, attributes in the order of their ids.
 *
 * @throws RangeError for an `android:` attribute without a known id.
 * AOSP frameworks/base libs/androidfw/include/androidfw/ResourceTypes.h.
 */
export function writeAxml(root: XmlElement): Uint8Array<ArrayBuffer> {
  const strings = new StringTable();
  const used = [...new Set(namesOf(root))].filter((name) => name.startsWith(prefix)).map((name) => name.slice(8));
  const mapped = used.map((name) => ({ name, id: idOf(name) })).sort((a, b) => a.id - b.id);
  for (const { name } of mapped) strings.number(name);
  const nodes = new ByteWriter();
  const bounds = new ByteWriter().u32(strings.number("android"), strings.number(androidNamespace)).done();
  nodes.bytes(chunk(0x0100, lineHeader, bounds));
  writeElement(root, nodes, strings);
  nodes.bytes(chunk(0x0101, lineHeader, bounds));
  const map = new ByteWriter().u32(...mapped.map(({ id }) => id)).done();
  return chunk(0x0003, new Uint8Array(), strings.write(), chunk(0x0180, new Uint8Array(), map), nodes.done());
}

const prefix = "android:";
/** Every node says the line 1 and has no comment: the same tree gives the same bytes wherever it was written down. */
const lineHeader = new ByteWriter().u32(1, nothing).done();

function namesOf({ attributes = {}, children = [] }: XmlElement): string[] {
  const own = Object.keys(attributes).filter((name) => attributes[name] !== undefined);
  return [...own, ...children.flatMap(namesOf)];
}

function idOf(name: string): number {
  const id = ids.get(name);
  if (id === undefined) throw new RangeError(`the resource id of android:${name} is not known`);
  return id;
}

function writeElement(element: XmlElement, nodes: ByteWriter, strings: StringTable): void {
  const attributes = Object.entries(element.attributes ?? {})
    .filter((row): row is [string, ResValue] => row[1] !== undefined)
    .map(([name, value]) => ({ name, value, order: name.startsWith(prefix) ? idOf(name.slice(8)) : 2 ** 32 }))
    .sort((a, b) => a.order - b.order || (a.name < b.name ? -1 : 1));
  const name = strings.number(element.name);
  const body = new ByteWriter().u32(nothing, name).u16(20, 20, attributes.length, 0, 0, 0);
  for (const { name, value } of attributes) writeAttribute(name, value, body, strings);
  nodes.bytes(chunk(0x0102, lineHeader, body.done()));
  if (element.text !== undefined) {
    const text = new ByteWriter().u32(strings.number(element.text)).u16(8, 0).u32(0);
    nodes.bytes(chunk(0x0104, lineHeader, text.done()));
  }
  for (const child of element.children ?? []) writeElement(child, nodes, strings);
  nodes.bytes(chunk(0x0103, lineHeader, new ByteWriter().u32(nothing, name).done()));
}

function writeAttribute(name: string, value: ResValue, body: ByteWriter, strings: StringTable): void {
  const android = name.startsWith(prefix);
  const raw = typeof value === "string" ? strings.number(value) : nothing;
  body.u32(android ? strings.number(androidNamespace) : nothing, strings.number(android ? name.slice(8) : name), raw);
  body.bytes(resValue(value, strings));
}

import { readResourceTable } from "../../src/formats/arsc.ts";
import { drawIcon, type IconPicture } from "../../src/formats/icon-picture.ts";
import { type Resource, writeArsc } from "../../src/phone/apk/arsc-writer.ts";
import { writeAxml, type XmlElement } from "../../src/phone/apk/axml-writer.ts";
import type { ResValue } from "../../src/phone/apk/res-chunk.ts";

/** A file of an app: bytes, or a drawing that may name resources by `@type/name`. */
export type IconFile = Uint8Array | Drawing;

/** An element whose attributes are those of `android:`; `@drawable/x` is a reference, `#aarrggbb` a colour, `8dp` a length. */
export interface Drawing {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, ResValue | undefined>>;
  readonly children?: readonly Drawing[];
}

/** Draws `drawable/icon` of an app with these resources and files; each resource is its file, or a value. */
export async function drawn(
  files: Readonly<Record<string, IconFile>>,
  values: Readonly<Record<string, ResValue>> = {},
): Promise<IconPicture> {
  const paths = Object.keys(files).map((name) => ({
    name: `drawable/${name}`,
    values: [{ value: pathOf(name, files[name]) }],
  }));
  const others: Resource[] = Object.entries(values).map(([name, value]) => ({ name, values: [{ value }] }));
  const { bytes, ids } = writeArsc("org.example", [...paths, ...others]);
  const id = (name: string) => ids.get(name) ?? 0x7fff0000;
  const read = async (path: string, most: number) => {
    const file = Object.entries(files).find(([name, each]) => pathOf(name, each) === path)?.[1];
    if (!file) return undefined;
    const content = file instanceof Uint8Array ? file : writeAxml(xmlOf(file, id));
    return content.length > most ? undefined : content;
  };
  return await drawIcon(readResourceTable(bytes), id("drawable/icon"), read);
}

/** The one picture of an icon that is drawn alone. */
export async function svgOf(...given: Parameters<typeof drawn>): Promise<string> {
  const { layers } = await drawn(...given);
  const [only] = layers;
  if (layers.length !== 1 || only?.kind !== "svg") throw new Error(`it is ${layers.map(({ kind }) => kind).join()}`);
  return new TextDecoder().decode(only.bytes);
}

/** A vector of 24 by 24 with these children. */
export function vector(children: readonly Drawing[], attributes: Drawing["attributes"] = {}): Drawing {
  return {
    name: "vector",
    attributes: { viewportWidth: { float: 24 }, viewportHeight: { float: 24 }, ...attributes },
    children,
  };
}

function pathOf(name: string, file: IconFile | undefined): string {
  return `res/${name}.${file instanceof Uint8Array ? "png" : "xml"}`;
}

function xmlOf({ name, attributes = {}, children = [] }: Drawing, id: (name: string) => number): XmlElement {
  const value = (given: ResValue | undefined): ResValue | undefined => {
    if (typeof given !== "string") return given;
    if (given.startsWith("@0x")) return { reference: Number(given.slice(1)) };
    if (given.startsWith("@")) return { reference: id(given.slice(1)) };
    if (/^#[0-9a-f]{8}$/.test(given)) return { colour: Number.parseInt(given.slice(1), 16) };
    return /^\d+dp$/.test(given) ? { dp: Number.parseInt(given, 10) } : given;
  };
  return {
    name,
    attributes: Object.fromEntries(Object.entries(attributes).map(([key, given]) => [`android:${key}`, value(given)])),
    children: children.map((child) => xmlOf(child, id)),
  };
}

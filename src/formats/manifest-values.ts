import { FormatError } from "../core/errors.ts";
import { frameworkTexts } from "./android-attributes.ts";
import type { ResourceTable } from "./arsc.ts";
import { isReference, type ResourceResolver, resourceResolver } from "./arsc-lookup.ts";
import { type AxmlAttribute, type AxmlElement, valueType } from "./axml.ts";
import type { Wanted } from "./res-config.ts";

/** A yes or no of a manifest: the value in effect, and whether it is written there or Android's default. */
export interface ManifestFlag {
  readonly value: boolean;
  readonly declared: boolean;
}

/** A value after references were followed. */
interface Value {
  readonly type: number;
  readonly data: number;
  readonly text: string | undefined;
}

/** Texts that come out of the resource table may have this many characters together. */
const maxCharacters = 8 * 1024 * 1024;

/** Reads attributes by their resource id and follows references into the app's resource table. */
export class ManifestValues {
  /** Attributes whose reference leads nowhere, as `element@name=reference`; Android takes its defaults for them. */
  readonly unresolved = new Set<string>();
  readonly #resource: ResourceResolver;
  #charactersLeft = maxCharacters;

  constructor(table: ResourceTable, wanted: Wanted) {
    this.#resource = resourceResolver(table, wanted);
  }

  /** The attribute with this id as text, numbers too; null where it is not written, or leads nowhere. */
  text(element: AxmlElement, id: number): string | null {
    const attribute = find(element, id);
    const value = attribute && this.#resolve(element, attribute);
    return value ? asText(value) : null;
  }

  /** As `text`; the empty text counts as not written. */
  filled(element: AxmlElement, id: number): string | null {
    return this.text(element, id) || null;
  }

  /** The attribute as an integer (signed, 32 bits); null where it is not written or is no number. */
  integer(element: AxmlElement, id: number): number | null {
    const attribute = find(element, id);
    const value = attribute && this.#resolve(element, attribute);
    return value ? asInteger(value) : null;
  }

  /** The attribute as an integer, or the text it is instead: a code name of an Android that was not out yet. */
  integerOrText(element: AxmlElement, id: number): number | string | null {
    const attribute = find(element, id);
    const value = attribute && this.#resolve(element, attribute);
    if (!value) return null;
    return value.type === valueType.string ? (value.text ?? null) : asInteger(value);
  }

  /** The attribute as yes or no. */
  flag(element: AxmlElement, id: number, otherwise: boolean): ManifestFlag {
    const attribute = find(element, id);
    if (!attribute) return { value: otherwise, declared: false };
    const value = this.#resolve(element, attribute);
    return { value: value ? asBoolean(value) : otherwise, declared: true };
  }

  /** The attribute as yes or no, or null where it is not written. */
  boolean(element: AxmlElement, id: number): boolean | null {
    const { value, declared } = this.flag(element, id, false);
    return declared ? value : null;
  }

  /** The resource that the attribute names, 0 where it names none. */
  reference(element: AxmlElement, id: number): number {
    const attribute = find(element, id);
    return attribute && isReference(attribute) ? attribute.data : 0;
  }

  #resolve(element: AxmlElement, attribute: AxmlAttribute): Value | undefined {
    if (!isReference(attribute)) return attribute;
    const value = this.#lookUp(attribute.data);
    if (!value && this.unresolved.size < 100)
      this.unresolved.add(`${element.name}@${attribute.name}=0x${attribute.data.toString(16).padStart(8, "0")}`);
    this.#charactersLeft -= value?.text?.length ?? 0;
    if (this.#charactersLeft < 0) throw new FormatError("manifest", "it repeats long texts without end");
    return value;
  }

  #lookUp(id: number): Value | undefined {
    const found = this.#resource(id) ?? frameworkText(id);
    return found && isReference(found) ? frameworkText(found.data) : found;
  }
}

/** The first attribute of an element with this resource id. */
export function find(element: AxmlElement, id: number): AxmlAttribute | undefined {
  return element.attributes.find((attribute) => attribute.id === id);
}

/** The text of an attribute that has a plain name and no id, such as `package`; null where it is not written. */
export function plainText({ attributes }: AxmlElement, name: string): string | null {
  const attribute = attributes.find((each) => each.id === 0 && each.name === name && each.namespace === undefined);
  return attribute ? (attribute.raw ?? asText(attribute)) : null;
}

/** As Android does: of texts only `1`, `true` and `TRUE` are yes. */
export function asBoolean({ type, data, text }: Value): boolean {
  if (type === valueType.string) return text === "1" || text === "true" || text === "TRUE";
  return type >= valueType.decimal && type <= 0x1f && data !== 0;
}

function frameworkText(id: number): Value | undefined {
  const text = frameworkTexts.get(id);
  return text === undefined ? undefined : { type: valueType.string, data: 0, text };
}

function asInteger({ type, data, text }: Value): number | null {
  if (type >= valueType.decimal && type <= 0x1f) return data | 0;
  const [, sign, hex, decimal] = /^\s{0,9}(-?)(?:(?:0x|0X|#)([0-9a-fA-F]{1,8})|(\d{1,10}))$/.exec(text ?? "") ?? [];
  const number = hex === undefined ? Number.parseInt(decimal ?? "", 10) : Number.parseInt(hex, 16);
  return Number.isNaN(number) ? null : (sign === "-" ? -number : number) | 0;
}

const floats = new DataView(new ArrayBuffer(4));

function asText({ type, data, text }: Value): string | null {
  if (type === valueType.string) return text ?? null;
  if (type === valueType.boolean) return data === 0 ? "false" : "true";
  if (type === valueType.hexadecimal) return `0x${data.toString(16)}`;
  if (type === valueType.decimal) return String(data | 0);
  if (type === valueType.float) {
    floats.setUint32(0, data);
    return String(floats.getFloat32(0));
  }
  return type > valueType.boolean && type <= 0x1f ? `#${data.toString(16).padStart(8, "0")}` : null;
}

import { attr } from "./android-attributes.ts";
import type { AxmlElement } from "./axml.ts";
import type { ManifestValues } from "./manifest-values.ts";

/** Which intents a component answers: an action, all categories and one of the data of the intent must be among these. */
export interface IntentFilter {
  readonly actions: readonly string[];
  readonly categories: readonly string[];
  readonly data: readonly IntentData[];
  readonly priority: number;
  /** Whether the phone asks the hosts if this app speaks for them (app links). */
  readonly autoVerify: boolean;
}

/** One `<data>` of a filter; null where it says nothing. Android mixes all schemes, hosts and paths of a filter. */
export interface IntentData {
  readonly scheme: string | null;
  readonly host: string | null;
  readonly port: string | null;
  readonly mimeType: string | null;
  readonly paths: readonly IntentPath[];
}

/** A path, how it is compared with that of a link, and whether it is that of a URI without slashes (`ssp`). */
export interface IntentPath {
  readonly match: "exact" | "prefix" | "suffix" | "pattern" | "advanced-pattern";
  readonly of: "path" | "scheme-specific-part";
  readonly text: string;
}

/** A `<meta-data>`: a text, or the resource it names. */
export interface MetaData {
  readonly name: string;
  readonly value: string | null;
  /** Resource id, 0 for none. */
  readonly resource: number;
}

/** Reads an `<intent-filter>`, or an `<intent>` of `<queries>`. */
export function readFilter(values: ManifestValues, element: AxmlElement): IntentFilter {
  const names = (tag: string) =>
    element.children
      .filter((child) => child.name === tag)
      .map((child) => values.filled(child, attr.name))
      .filter((name) => name !== null);
  return {
    actions: names("action"),
    categories: names("category"),
    data: element.children.filter((child) => child.name === "data").map((child) => readData(values, child)),
    priority: values.integer(element, attr.priority) ?? 0,
    autoVerify: values.flag(element, attr.autoVerify, false).value,
  };
}

/** Reads the `<meta-data>` right inside of an element. */
export function readMetaData(values: ManifestValues, element: AxmlElement): MetaData[] {
  const read: MetaData[] = [];
  for (const child of element.children) {
    if (child.name !== "meta-data") continue;
    const name = values.filled(child, attr.name);
    if (name === null) continue;
    const resource = values.reference(child, attr.resource);
    read.push({ name, value: resource === 0 ? values.text(child, attr.value) : null, resource });
  }
  return read;
}

const pathAttributes = [
  [attr.path, "exact", "path"],
  [attr.pathPrefix, "prefix", "path"],
  [attr.pathSuffix, "suffix", "path"],
  [attr.pathPattern, "pattern", "path"],
  [attr.pathAdvancedPattern, "advanced-pattern", "path"],
  [attr.ssp, "exact", "scheme-specific-part"],
  [attr.sspPrefix, "prefix", "scheme-specific-part"],
  [attr.sspPattern, "pattern", "scheme-specific-part"],
] as const;

function readData(values: ManifestValues, element: AxmlElement): IntentData {
  const paths: IntentPath[] = [];
  for (const [id, match, of] of pathAttributes) {
    const text = values.text(element, id);
    if (text !== null) paths.push({ match, of, text });
  }
  return {
    scheme: values.filled(element, attr.scheme),
    host: values.filled(element, attr.host),
    port: values.filled(element, attr.port),
    mimeType: values.filled(element, attr.mimeType),
    paths,
  };
}

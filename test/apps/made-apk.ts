import type { AppRecord } from "../../src/apps/app-record.ts";
import type { TrackerSet } from "../../src/apps/tracker-set.ts";
import { writeAxml, type XmlNode } from "../formats/axml-writer.ts";
import { buildDex, type DexParts } from "../formats/dex-builder.ts";
import { writeEvilZip } from "../formats/evil-zip.ts";
import { record } from "./apk-record.ts";

/** What an APK for a test is made of. */
export interface MadeApk {
  readonly attributes?: XmlNode["attributes"];
  /** Inside of `<manifest>`. */
  readonly children?: readonly XmlNode[];
  /** `classes.dex`; null: there is none. */
  readonly dex?: DexParts | null;
  readonly entries?: Readonly<Record<string, Uint8Array>>;
}

/** Bytes of an unsigned APK of package `com.made`. */
export function makeApk({
  attributes = {},
  children = [],
  dex = { classes: ["Lcom/made/App;"] },
  entries = {},
}: MadeApk): Uint8Array {
  const manifest = writeAxml({ name: "manifest", attributes: { package: "com.made", ...attributes }, children });
  const all: Record<string, Uint8Array> = { "AndroidManifest.xml": manifest, ...entries };
  if (dex) all["classes.dex"] = buildDex(dex);
  return writeEvilZip({ entries: Object.entries(all).map(([name, content]) => ({ name, content })) });
}

/** Its record. */
export async function madeRecord(made: MadeApk, trackers?: TrackerSet): Promise<AppRecord> {
  return await record(makeApk(made), trackers);
}

/** An element with `android:name`. */
export function named(
  element: string,
  name: string,
  children: readonly XmlNode[] = [],
  more: XmlNode["attributes"] = {},
): XmlNode {
  return { name: element, attributes: { name, ...more }, children };
}

/** `<intent-filter>` with these actions and categories. */
export function filter(actions: readonly string[], categories: readonly string[] = []): XmlNode {
  const children = [
    ...actions.map((each) => named("action", each)),
    ...categories.map((each) => named("category", each)),
  ];
  return { name: "intent-filter", children };
}

/** `<uses-sdk>` with this target. */
export function target(sdk: number): XmlNode {
  return { name: "uses-sdk", attributes: { targetSdkVersion: sdk } };
}

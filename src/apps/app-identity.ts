import { type AndroidManifest, longVersionCode } from "../formats/android-manifest.ts";
import type { ResourceTable } from "../formats/arsc.ts";
import { resourceTexts } from "../formats/arsc-lookup.ts";
import type { ApkContents } from "./apk-contents.ts";
import { type IconFacts, type IconOptions, readIconFacts } from "./app-icon.ts";
import type { Section } from "./app-record.ts";
import { section, unread } from "./section.ts";

/** Who an app says it is. */
export interface IdentityFacts {
  readonly packageName: string;
  /** Name of the split, null for the base. */
  readonly split: string | null;
  /** The base says that it is not whole without splits. */
  readonly splitRequired: boolean;
  /** Kinds of split that must be there, and those that this one is; Android 13. */
  readonly requiredSplitTypes: readonly string[];
  readonly splitTypes: readonly string[];
  /** The whole version as a decimal number, as it may pass what a JSON number holds; null where none is written. */
  readonly versionCode: string | null;
  readonly versionName: string | null;
  /** API levels, or code names of an Android that was not out yet; null where not written. */
  readonly minSdk: number | string | null;
  readonly targetSdk: number | string | null;
  readonly maxSdk: number | null;
  /** The target that Android goes by. */
  readonly effectiveTargetSdk: number;
  readonly compileSdk: number | null;
  readonly sharedUserId: string | null;
  readonly label: Section<LabelFacts>;
  readonly icon: Section<IconFacts>;
  readonly category: string | null;
  /** Package whose resources it lays itself over; null: none. */
  readonly overlayOf: string | null;
  /** Apps that its code may control (tests). */
  readonly instruments: readonly string[];
}

/** The name that is shown. */
export interface LabelFacts {
  /** For those whose language the app does not have; null where the app has no name, and the package name is shown. */
  readonly text: string | null;
  /** In other languages, by BCP 47 tag; those that are the same as `text` too. */
  readonly locales: readonly { readonly locale: string; readonly text: string }[];
}

/** The resource table; or why it could not be read. */
export type TableRead = ResourceTable | { readonly unread: string };

const maxLocales = 200;
const maxLabel = 1000;
const maxSplitTypes = 100;

/** Puts identity together; label and icon are sections of their own, because they need the resource table. */
export async function readIdentity(
  contents: ApkContents,
  manifest: AndroidManifest,
  table: TableRead,
  options: IconOptions,
): Promise<IdentityFacts> {
  const { packageName, split, versionName, minSdk, targetSdk, maxSdk, effectiveTargetSdk, compileSdk } = manifest;
  const { sharedUserId, application, extras } = manifest;
  return {
    packageName,
    split,
    splitRequired: manifest.isSplitRequired,
    requiredSplitTypes: manifest.requiredSplitTypes.slice(0, maxSplitTypes),
    splitTypes: manifest.splitTypes.slice(0, maxSplitTypes),
    versionCode: manifest.versionCode === null ? null : String(longVersionCode(manifest)),
    versionName,
    minSdk,
    targetSdk,
    maxSdk,
    effectiveTargetSdk,
    compileSdk,
    sharedUserId,
    label: await section(() => readLabel(manifest, table)),
    icon: await section(() =>
      iconOf(contents, application?.iconResource || application?.roundIconResource || 0, table, options),
    ),
    category: application?.category ?? null,
    overlayOf: extras.overlay?.targetPackage ?? null,
    instruments: extras.instrumentations.map(({ targetPackage }) => targetPackage).filter((name) => name !== null),
  };
}

function readLabel({ application }: AndroidManifest, table: TableRead): Section<LabelFacts> {
  const text = application?.label ?? null;
  const resource = application?.labelResource ?? 0;
  if (resource === 0 || (text !== null && "unread" in table)) return { text: text && cut(text), locales: [] };
  if ("unread" in table) return unread(`its name is in the resource table, and ${table.unread}`);
  const locales = resourceTexts(table, resource).filter(({ locale }) => locale !== "");
  if (text === null && locales.length === 0)
    return unread(`its name is resource 0x${resource.toString(16)}, which is not in this file`);
  return {
    text: text && cut(text),
    locales: locales.slice(0, maxLocales).map(({ locale, text: words }) => ({ locale, text: cut(words) })),
  };
}

function cut(text: string): string {
  return text.length > maxLabel ? `${text.slice(0, maxLabel)}…` : text;
}

async function iconOf(
  contents: ApkContents,
  resource: number,
  table: TableRead,
  options: IconOptions,
): Promise<Section<IconFacts>> {
  if (resource === 0) return { bitmap: null, adaptive: null, files: [], picture: null };
  if ("unread" in table) return unread(`its icon is in the resource table, and ${table.unread}`);
  return await readIconFacts(contents, table, resource, options);
}

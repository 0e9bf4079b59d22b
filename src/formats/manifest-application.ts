import { attr } from "./android-attributes.ts";
import type { AxmlElement } from "./axml.ts";
import { className, processName } from "./manifest-components.ts";
import { type MetaData, readMetaData } from "./manifest-filters.ts";
import type { ManifestFlag, ManifestValues } from "./manifest-values.ts";

/** `<application>`. Numbers of resources are 0 where none is named; flags carry Android's default where not written. */
export interface ManifestApplication {
  /** The text of the label for whom the manifest was read; null where it cannot be found. */
  readonly label: string | null;
  readonly labelResource: number;
  readonly iconResource: number;
  readonly roundIconResource: number;
  readonly bannerResource: number;
  /** Class names, in full. */
  readonly name: string | null;
  readonly appComponentFactory: string | null;
  readonly backupAgent: string | null;
  readonly zygotePreloadName: string | null;
  readonly permission: string | null;
  readonly process: string | null;
  readonly taskAffinity: string | null;
  readonly enabled: ManifestFlag;
  readonly debuggable: ManifestFlag;
  readonly testOnly: ManifestFlag;
  readonly hasCode: ManifestFlag;
  readonly persistent: ManifestFlag;
  readonly allowBackup: ManifestFlag;
  readonly fullBackupOnly: ManifestFlag;
  /** An XML resource with rules, or false: no files at all; null: not written. */
  readonly fullBackupContent: number | boolean | null;
  /** An XML resource with the rules from Android 12 on. */
  readonly dataExtractionRules: number;
  /** Asks for connections that are not encrypted; a network security configuration overrides it. */
  readonly usesCleartextTraffic: ManifestFlag;
  /** An XML resource, read by `network-security-config.ts`. */
  readonly networkSecurityConfig: number;
  readonly extractNativeLibs: ManifestFlag;
  readonly largeHeap: ManifestFlag;
  readonly vmSafeMode: ManifestFlag;
  readonly useEmbeddedDex: ManifestFlag;
  readonly usesNonSdkApi: ManifestFlag;
  readonly allowTaskReparenting: ManifestFlag;
  readonly restoreAnyVersion: ManifestFlag;
  readonly requestLegacyExternalStorage: ManifestFlag;
  readonly preserveLegacyExternalStorage: ManifestFlag;
  readonly hasFragileUserData: ManifestFlag;
  readonly directBootAware: ManifestFlag;
  readonly isGame: ManifestFlag;
  readonly category: string | null;
  readonly metaData: readonly MetaData[];
}

/** AOSP frameworks/base core/java/android/content/pm/ApplicationInfo.java, CATEGORY_*. */
const categories = ["game", "audio", "video", "image", "social", "news", "maps", "productivity", "accessibility"];

/** Reads the attributes and meta-data of `<application>`. */
export function readApplication(
  values: ManifestValues,
  element: AxmlElement,
  packageName: string,
  targetSdk: number,
): ManifestApplication {
  const text = (id: number) => values.filled(element, id);
  const reference = (id: number) => values.reference(element, id);
  const classOf = (id: number) => {
    const name = text(id);
    return name === null ? null : className(packageName, name);
  };
  return {
    label: values.text(element, attr.label),
    labelResource: reference(attr.label),
    iconResource: reference(attr.icon),
    roundIconResource: reference(attr.roundIcon),
    bannerResource: reference(attr.banner),
    name: classOf(attr.name),
    appComponentFactory: classOf(attr.appComponentFactory),
    backupAgent: classOf(attr.backupAgent),
    zygotePreloadName: classOf(attr.zygotePreloadName),
    permission: text(attr.permission),
    process: processName(packageName, text(attr.process)),
    taskAffinity: values.text(element, attr.taskAffinity),
    ...readFlags(values, element, targetSdk),
    fullBackupContent: reference(attr.fullBackupContent) || values.boolean(element, attr.fullBackupContent),
    dataExtractionRules: reference(attr.dataExtractionRules),
    networkSecurityConfig: reference(attr.networkSecurityConfig),
    category: categories[values.integer(element, attr.appCategory) ?? -1] ?? null,
    metaData: readMetaData(values, element),
  };
}

function readFlags(values: ManifestValues, element: AxmlElement, targetSdk: number) {
  const flag = (id: number, otherwise = false) => values.flag(element, id, otherwise);
  return {
    enabled: flag(attr.enabled, true),
    debuggable: flag(attr.debuggable),
    testOnly: flag(attr.testOnly),
    hasCode: flag(attr.hasCode, true),
    persistent: flag(attr.persistent),
    allowBackup: flag(attr.allowBackup, true),
    fullBackupOnly: flag(attr.fullBackupOnly),
    usesCleartextTraffic: flag(attr.usesCleartextTraffic, targetSdk < 28),
    extractNativeLibs: flag(attr.extractNativeLibs, true),
    largeHeap: flag(attr.largeHeap),
    vmSafeMode: flag(attr.vmSafeMode),
    useEmbeddedDex: flag(attr.useEmbeddedDex),
    usesNonSdkApi: flag(attr.usesNonSdkApi),
    allowTaskReparenting: flag(attr.allowTaskReparenting),
    restoreAnyVersion: flag(attr.restoreAnyVersion),
    requestLegacyExternalStorage: flag(attr.requestLegacyExternalStorage, targetSdk < 29),
    preserveLegacyExternalStorage: flag(attr.preserveLegacyExternalStorage),
    hasFragileUserData: flag(attr.hasFragileUserData),
    directBootAware: flag(attr.directBootAware),
    isGame: flag(attr.isGame),
  };
}

import { attr } from "./android-attributes.ts";
import type { AxmlElement } from "./axml.ts";
import { type IntentFilter, readFilter } from "./manifest-filters.ts";
import type { ManifestValues } from "./manifest-values.ts";

/** The parts of a manifest besides identity, permissions, application and components. */
export interface ManifestExtras {
  readonly features: readonly UsesFeature[];
  /** OpenGL ES version as 16.16 bits, 0 where none is asked for. */
  readonly glEsVersion: number;
  readonly libraries: readonly UsesLibrary[];
  readonly queries: ManifestQueries;
  readonly instrumentations: readonly Instrumentation[];
  /** Classes (`name`) and keys (`publicKey`, base64) that check packages before they are installed, on very old Androids. */
  readonly packageVerifiers: readonly { readonly name: string | null; readonly publicKey: string | null }[];
  /** The app lays itself over the resources of another one. */
  readonly overlay: ManifestOverlay | null;
  /** Package names that the app had before, and packages whose permissions it takes over. */
  readonly originalPackages: readonly string[];
  readonly adoptedPermissions: readonly string[];
  /** Broadcasts that only the system may send; of apps of the system only. */
  readonly protectedBroadcasts: readonly string[];
  /** Whether developers may profile it on the phone of anyone. */
  readonly profileableByShell: boolean;
}

/** `<uses-feature>`. */
export interface UsesFeature {
  readonly name: string;
  readonly required: boolean;
  readonly version: number | null;
}

/** A library that the app uses. */
export interface UsesLibrary {
  readonly kind: "library" | "native-library" | "static-library" | "sdk-library";
  readonly name: string;
  readonly required: boolean;
  /** Of static and SDK libraries: version, and SHA-256 of the certificate of its maker as written. */
  readonly version: number | null;
  readonly certificateDigest: string | null;
}

/** Which other apps this one wants to see, from Android 11 on. */
export interface ManifestQueries {
  readonly packages: readonly string[];
  readonly intents: readonly IntentFilter[];
  readonly providers: readonly string[];
}

/** `<instrumentation>`: code that may control another app of the same signer. */
export interface Instrumentation {
  readonly name: string | null;
  readonly targetPackage: string | null;
  readonly targetProcesses: string | null;
}

/** `<overlay>`. */
export interface ManifestOverlay {
  readonly targetPackage: string | null;
  readonly targetName: string | null;
  readonly priority: number | null;
  readonly isStatic: boolean;
}

/** Reads the parts of the manifest named in ManifestExtras; `application` where there is one. */
export function readExtras(
  values: ManifestValues,
  manifest: AxmlElement,
  application: AxmlElement | undefined,
): ManifestExtras {
  const named = (tag: string) => namesOf(values, manifest, tag);
  const children = (tag: string) => manifest.children.filter(({ name }) => name === tag);
  // Features may also stand in groups of which one must be fulfilled; they are wishes all the same.
  const features = [
    ...children("uses-feature"),
    ...children("feature-group").flatMap((group) => group.children),
  ].filter(({ name }) => name === "uses-feature");
  const [overlay] = children("overlay");
  return {
    features: features.flatMap((element) => readFeature(values, element)),
    glEsVersion: features.reduce((most, each) => Math.max(most, values.integer(each, attr.glEsVersion) ?? 0), 0),
    libraries: application ? readLibraries(values, application) : [],
    queries: readQueries(values, children("queries")),
    instrumentations: children("instrumentation").map((element) => ({
      name: values.filled(element, attr.name),
      targetPackage: values.filled(element, attr.targetPackage),
      targetProcesses: values.filled(element, attr.targetProcesses),
    })),
    packageVerifiers: children("package-verifier").map((element) => ({
      name: values.filled(element, attr.name),
      publicKey: values.filled(element, attr.publicKey),
    })),
    overlay: overlay ? readOverlay(values, overlay) : null,
    originalPackages: named("original-package"),
    adoptedPermissions: named("adopt-permissions"),
    protectedBroadcasts: named("protected-broadcast"),
    profileableByShell: isProfileable(values, application),
  };
}

function namesOf(values: ManifestValues, parent: AxmlElement, tag: string): string[] {
  return parent.children
    .filter(({ name }) => name === tag)
    .map((element) => values.filled(element, attr.name))
    .filter((name) => name !== null);
}

function readFeature(values: ManifestValues, element: AxmlElement): UsesFeature[] {
  const name = values.filled(element, attr.name);
  if (name === null) return [];
  const required = values.flag(element, attr.required, true).value;
  return [{ name, required, version: values.integer(element, attr.version) }];
}

const libraryKinds: ReadonlyMap<string, UsesLibrary["kind"]> = new Map([
  ["uses-library", "library"],
  ["uses-native-library", "native-library"],
  ["uses-static-library", "static-library"],
  ["uses-sdk-library", "sdk-library"],
]);

function readLibraries(values: ManifestValues, application: AxmlElement): UsesLibrary[] {
  const read: UsesLibrary[] = [];
  for (const element of application.children) {
    const kind = libraryKinds.get(element.name);
    const name = kind && values.filled(element, attr.name);
    if (!kind || !name) continue;
    read.push({
      kind,
      name,
      required: values.flag(element, attr.required, true).value,
      version: values.integer(element, kind === "sdk-library" ? attr.versionMajor : attr.version),
      certificateDigest: values.filled(element, attr.certDigest),
    });
  }
  return read;
}

function readQueries(values: ManifestValues, elements: readonly AxmlElement[]): ManifestQueries {
  const children = elements.flatMap((element) => element.children);
  const providers = children.filter(({ name }) => name === "provider");
  return {
    packages: elements.flatMap((element) => namesOf(values, element, "package")),
    intents: children.filter(({ name }) => name === "intent").map((element) => readFilter(values, element)),
    providers: providers
      .flatMap((element) => (values.filled(element, attr.authorities) ?? "").split(";"))
      .filter(Boolean),
  };
}

function readOverlay(values: ManifestValues, element: AxmlElement): ManifestOverlay {
  return {
    targetPackage: values.filled(element, attr.targetPackage),
    targetName: values.filled(element, attr.targetName),
    priority: values.integer(element, attr.priority),
    isStatic: values.flag(element, attr.isStatic, false).value,
  };
}

function isProfileable(values: ManifestValues, application: AxmlElement | undefined): boolean {
  const element = application?.children.find(({ name }) => name === "profileable");
  return element !== undefined && values.flag(element, attr.shell, false).value;
}

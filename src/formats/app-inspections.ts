import { FormatError } from "../core/errors.ts";
import { clippedText, count, flag, list, members, nullable, oneOf, type Shape, text } from "./json-shape.ts";

/** What Candor found in the apps of one phone, as facts and captures hold it: one entry a package, safe for JSON. */
export interface AppInspections {
  readonly schema: typeof appInspectionsSchema;
  /** What was compared: where an app has no verdict, nothing was found by these. */
  readonly engines: readonly InspectionEngine[];
  /** Engines that could not work, one sentence each. */
  readonly missing: readonly string[];
  readonly apps: readonly AppInspection[];
}

export const appInspectionsSchema = "candor.app-inspections/1";

/** An engine as it was used. */
export interface InspectionEngine {
  readonly id: string;
  readonly about: string;
  readonly list: string;
  readonly origin: "embedded" | "updated" | "file";
  /** yyyy-mm-dd of the list. */
  readonly date: string;
  readonly entries: number;
}

/** One installed package with all its files. Texts of the app (label, names, paths) are outside text. */
export interface AppInspection {
  readonly package: string;
  /** null where it was not read, or the app has none. */
  readonly label: string | null;
  /** null or absent where it was not read, cannot be drawn, or the app has none. */
  readonly icon?: InspectedIcon | null;
  readonly versionName: string | null;
  readonly versionCode: string | null;
  /** Users that have it installed. */
  readonly users: readonly number[];
  /** Part of the system image, or an update of such a package; null where the phone did not tell. */
  readonly system: boolean | null;
  /** A system package whose newer version lies on /data. */
  readonly updated: boolean | null;
  /** Package name of the installer of record; null where none is recorded. */
  readonly installer: string | null;
  readonly files: readonly InspectedFile[];
  /** How far its files were looked into: their code, their manifest and signer alone, or not at all. */
  readonly depth: "code" | "signer" | "none";
  /** What could not be read, in sentences: none of it is a pass. */
  readonly unread: readonly string[];
  readonly signers: readonly InspectedSigner[];
  /** Signed with a certificate that signs the system itself; null where one of the two is not known. */
  readonly platformSigned: boolean | null;
  /** null where the code was not read. */
  readonly trackers: readonly InspectedTracker[] | null;
  /** Libraries of which the version is known, and those that have known holes in some version; null or absent where they were not looked for. */
  readonly libraries?: readonly InspectedLibrary[] | null;
  /** Native libraries that were not looked through, so that what is built into them is not known; null or absent where that was not counted. */
  readonly nativesUnread?: number | null;
  /** Names of the dangerous and special permissions that it asks for. */
  readonly dangerous: readonly string[];
  /** Whether its rules let it talk without encryption; null where they were not read. */
  readonly cleartext: boolean | null;
  /** Names of what wraps its code and hides it. */
  readonly packers: readonly string[];
  /** Whether its code loads further code while it runs; null where it was not read. */
  readonly loadsCode: boolean | null;
  /** What in its files is made as if to mislead who looks into them, in sentences. */
  readonly tampering: readonly string[];
  /** Whole sentences, the most telling first. */
  readonly standsOut: readonly string[];
  readonly verdicts: readonly InspectionVerdict[];
}

/** An icon as pictures one above the other, the lowest first. The pictures themselves are kept where the apps were looked into. */
export interface InspectedIcon {
  /** Whether it fills its tile to the edges, so that whoever shows it rounds the corners. */
  readonly fills: boolean;
  readonly layers: readonly InspectedIconLayer[];
}

/** One picture of an icon. */
export interface InspectedIconLayer {
  /** Of its bytes, lower case. */
  readonly sha256: string;
  /** Left, top, width and height in shares of the tile's side; it may reach over the edges. */
  readonly box: readonly number[];
}

/** One file of a package on the phone. */
export interface InspectedFile {
  readonly path: string;
  /** Name of the split; null for the base. */
  readonly split: string | null;
  /** Bytes; null where the phone did not tell. */
  readonly size: number | null;
  /** As the phone computed it, lower case; null where it did not. */
  readonly sha256: string | null;
}

/** A certificate that the app names as its signer. */
export interface InspectedSigner {
  /** SHA-256 of the certificate, lower case; the older digests because lists name certificates by them. */
  readonly sha256: string;
  readonly sha1: string;
  readonly md5: string;
  readonly subject: string | null;
  /** Whose key it is, where that is known. */
  readonly knownAs: string | null;
  /** A key of development tools, which anyone can have. */
  readonly debug: boolean;
}

/** A tracker in the app. */
export interface InspectedTracker {
  readonly name: string;
  readonly company: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  readonly purposes: readonly string[];
  readonly grade: "class-defined" | "type-referenced" | "host-only";
}

/** A library in the app. */
export interface InspectedLibrary {
  readonly name: string;
  /** `group:artifact` of Maven, or the name of a package of npm; null where it is not told. */
  readonly coordinate: string | null;
  /** null where it is not told. */
  readonly version: string | null;
}

/** What one engine says against an app. */
export interface InspectionVerdict {
  readonly engine: string;
  readonly list: string;
  /** yyyy-mm-dd of the list. */
  readonly date: string;
  readonly severity: "critical" | "high" | "medium" | "low" | "info";
  readonly confidence: "certain" | "likely" | "possible";
  readonly name: string;
  readonly message: string;
  readonly evidence: { readonly name: string; readonly value: string };
}

/** Texts are clipped, not refused: they carry names of an app's own, and no single app may keep the others from being told of. */
const words = clippedText(4000);
const sentences: Shape<readonly string[]> = (value, where) => {
  const all = list(words, 100_000)(value, where);
  const more = all.length - keptSentences;
  return more > 0 ? [...all.slice(0, keptSentences), `${more} more of the kind.`] : all;
};
const keptSentences = 500;
/** Names of packages, engines and lists: never empty. */
const name = text(4000, /./su);
const sha256 = text(64, /^[0-9a-f]{64}$/);
const sha1 = text(40, /^[0-9a-f]{40}$/);
const md5 = text(32, /^[0-9a-f]{32}$/);
const day = text(10, /^\d{4}-\d\d-\d\d$/);

const engine = members<InspectionEngine>({
  id: name,
  about: words,
  list: name,
  origin: oneOf("embedded", "updated", "file"),
  date: day,
  entries: count,
});

const share: Shape<number> = (value, where) => {
  if (typeof value !== "number" || !(Math.abs(value) <= 100))
    throw new FormatError("json", `${where} is no place in a tile`);
  return value;
};

const known = members<AppInspection>({
  package: name,
  label: nullable(words),
  icon: nullable(
    members<InspectedIcon>({
      fills: flag,
      layers: list(members<InspectedIconLayer>({ sha256, box: list(share, 4) }), 8),
    }),
  ),
  versionName: nullable(words),
  versionCode: nullable(words),
  users: list(count, 1000),
  system: nullable(flag),
  updated: nullable(flag),
  installer: nullable(words),
  files: list(
    members<InspectedFile>({ path: words, split: nullable(words), size: nullable(count), sha256: nullable(sha256) }),
    5000,
  ),
  depth: oneOf("code", "signer", "none"),
  unread: sentences,
  signers: list(
    members<InspectedSigner>({ sha256, sha1, md5, subject: nullable(words), knownAs: nullable(words), debug: flag }),
    1000,
  ),
  platformSigned: nullable(flag),
  trackers: nullable(
    list(
      members<InspectedTracker>({
        name,
        company: nullable(words),
        country: nullable(words),
        purposes: list(words, 100),
        grade: oneOf("class-defined", "type-referenced", "host-only"),
      }),
      5000,
    ),
  ),
  libraries: nullable(
    list(members<InspectedLibrary>({ name, coordinate: nullable(words), version: nullable(words) }), 3000),
  ),
  nativesUnread: nullable(count),
  dangerous: sentences,
  cleartext: nullable(flag),
  packers: sentences,
  loadsCode: nullable(flag),
  tampering: sentences,
  standsOut: sentences,
  verdicts: list(
    members<InspectionVerdict>({
      engine: name,
      list: name,
      date: day,
      severity: oneOf("critical", "high", "medium", "low", "info"),
      confidence: oneOf("certain", "likely", "possible"),
      name: words,
      message: words,
      evidence: members<InspectionVerdict["evidence"]>({ name: words, value: words }),
    }),
    2000,
  ),
});

/** What was written before these were told of does not have them. */
const later = ["libraries", "icon", "nativesUnread"] as const;

const inspection: Shape<AppInspection> = (value, where) => {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return known(value, where);
  const absent = later.filter((key) => !Object.hasOwn(value, key));
  const read: { -readonly [K in keyof AppInspection]: AppInspection[K] } = known(
    { ...Object.fromEntries(absent.map((key) => [key, null])), ...value },
    where,
  );
  for (const key of absent) delete read[key];
  return read;
};

const inspections = members<AppInspections>({
  schema: oneOf(appInspectionsSchema),
  engines: list(engine, 1000),
  missing: sentences,
  apps: list(inspection, 50_000),
});

/**
 * Reads what Candor wrote of the apps of a phone: every value of the kind it should be, and of each no more than there can be.
 *
 * @throws FormatError where it is not that document, or not whole.
 */
export function parseAppInspections(document: string): AppInspections {
  let parsed: unknown;
  try {
    parsed = JSON.parse(document);
  } catch {
    throw new FormatError("app-inspections", "it is no JSON");
  }
  return inspections(parsed, "the document");
}

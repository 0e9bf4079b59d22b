import * as z from "zod";
import { severities } from "../core/check.ts";
import { type AppInspections, appInspectionsSchema } from "../formats/app-inspections.ts";
import type { AppEngines, EngineUse } from "./app-engines.ts";
import type { AppsDocument } from "./app-list.ts";
import { appRecord } from "./app-record-schema.ts";
import type { AppViewDocument } from "./app-view.ts";
import { type AppFileRecord, appFileSchema, type ScanSummary } from "./scan-apps.ts";
import { confidence, count, day, digest, nullable, type Same, texts } from "./schema-parts.ts";

const engine = z.object({
  id: z.string(),
  about: z.string().describe("What is compared"),
  list: z.string(),
  origin: z.enum(["embedded", "updated", "file"]),
  date: day.describe("Of the list"),
  entries: count,
});

const verdict = z.object({
  engine: z.string(),
  list: z.string(),
  date: day,
  severity: z.enum(severities),
  confidence,
  name: z.string().describe("What the list calls it"),
  message: z.string(),
  evidence: z.object({ name: z.string(), value: z.string() }),
});

const reason = z.string().describe("A sentence");
const time = z.iso.datetime();

/** One file as looked into: a line of what `apps scan --ndjson` prints. */
export const appFile = z
  .object({
    schema: z.literal(appFileSchema),
    path: z.string(),
    size: nullable(count),
    modified: nullable(time),
    sha256: nullable(digest),
    state: z.enum(["read", "unread"]),
    code: z
      .enum([
        "not-an-app",
        "encrypted",
        "missing",
        "no-permission",
        "not-a-file",
        "empty",
        "io",
        "fault",
        "timeout",
        "memory",
        "crashed",
      ])
      .exactOptional()
      .describe("Why it could not be read; absent when read"),
    reason: reason.exactOptional(),
    kind: nullable(z.enum(["apk", "xapk", "apks", "apkm", "zip", "aab", "folder"])),
    apps: z.array(
      z.object({
        inside: nullable(z.string()).describe("Path inside the file; null for the file itself"),
        size: count,
        digests: z.object({
          sha256: digest.exactOptional(),
          sha1: z.string().exactOptional(),
          md5: z.string().exactOptional(),
        }),
        record: nullable(appRecord),
        reason: nullable(reason),
        verdicts: z.array(verdict),
      }),
    ),
    notes: texts,
    verdicts: z.array(verdict).describe("Against the file itself, where it is none of the apps"),
    engines: z.array(engine).describe("Where there is no verdict, nothing was found by these"),
    unjudged: texts.describe("What engines could not judge: none of it is a pass"),
  })
  .describe("One app file, container or folder with an app in parts, as looked into");

/** What `apps scan --json` prints. */
export const appScan = z
  .object({
    schema: z.literal("candor.app-scan/1"),
    candor: z.string().describe("Candor's version"),
    engines: z.array(engine),
    missing: texts.describe("Engines that could not work"),
    files: z.array(appFile),
    summary: z.object({
      read: count,
      unread: count,
      skipped: count,
      passedOver: count,
      bytes: count,
      stopped: z.boolean(),
    }),
  })
  .describe("All files of one scan");

const inspection = z.object({
  package: z.string(),
  label: nullable(z.string()),
  icon: nullable(
    z.object({
      fills: z.boolean().describe("It fills its tile to the edges: whoever shows it rounds the corners"),
      layers: z
        .array(z.object({ sha256: digest, box: z.array(z.number()).describe("Left, top, width, height in shares") }))
        .describe("The lowest first; the pictures are kept where the apps were looked into"),
    }),
  ).exactOptional(),
  versionName: nullable(z.string()),
  versionCode: nullable(z.string()),
  users: z.array(z.number()),
  system: nullable(z.boolean()),
  updated: nullable(z.boolean()),
  installer: nullable(z.string()),
  files: z.array(
    z.object({
      path: z.string(),
      split: nullable(z.string()).describe("null: the base"),
      size: nullable(count),
      sha256: nullable(digest).describe("As the phone computed it"),
    }),
  ),
  depth: z.enum(["code", "signer", "none"]),
  unread: texts.describe("What could not be read: none of it is a pass"),
  signers: z.array(
    z.object({
      sha256: digest,
      sha1: z.string(),
      md5: z.string(),
      subject: nullable(z.string()),
      knownAs: nullable(z.string()),
      debug: z.boolean(),
    }),
  ),
  platformSigned: nullable(z.boolean()),
  libraries: z
    .exactOptional(
      nullable(
        z.array(z.object({ name: z.string(), coordinate: nullable(z.string()), version: nullable(z.string()) })),
      ),
    )
    .describe(
      "Libraries of which the version is known, and those with known holes in some version; null or absent where they were not looked for",
    ),
  nativesUnread: z
    .exactOptional(nullable(count))
    .describe("Native libraries that were not looked through; null or absent where that was not counted"),
  trackers: nullable(
    z.array(
      z.object({
        name: z.string(),
        company: nullable(z.string()),
        country: nullable(z.string()),
        purposes: texts,
        grade: z.enum(["class-defined", "type-referenced", "host-only"]),
      }),
    ),
  ),
  dangerous: texts,
  cleartext: nullable(z.boolean()),
  packers: texts,
  loadsCode: nullable(z.boolean()),
  tampering: texts,
  standsOut: texts,
  verdicts: z.array(verdict),
});

/** What was found in the apps of a phone. */
export const appInspections = z
  .object({
    schema: z.literal(appInspectionsSchema),
    engines: z.array(engine),
    missing: texts.describe("What was not compared or asked, in sentences: none of it is a pass"),
    apps: z.array(inspection),
  })
  .describe("What Candor found in the apps of one phone, one entry a package");

const source = z.object({
  kind: z.string().describe("phone, capture, file …"),
  name: z.string(),
  takenAt: nullable(time),
});

/** What `apps --json` prints. */
export const appsDocument = z
  .object({
    schema: z.literal("candor.apps/1"),
    candor: z.string().describe("Candor's version"),
    source,
    complete: z.boolean().describe("False where the phone was lost on the way"),
    summary: z.object({
      apps: count,
      shown: count,
      added: count,
      system: count,
      withTrackers: count,
      withVerdict: count,
      unread: count.describe("Something of them could not be read: none of that is a pass"),
      undecided: count.describe("A filter could not say of them whether they pass; they are not shown"),
      folded: count,
      foldedBySigner: count,
      worst: nullable(z.enum(severities)),
    }),
    inspections: appInspections,
  })
  .describe("The apps of a phone, as many as were asked for, with counts");

/** What `apps show --json` prints. */
export const appViewDocument = z
  .object({
    schema: z.literal("candor.app-view/1"),
    candor: z.string().describe("Candor's version"),
    source,
    apps: z.array(
      z.object({
        inspection: nullable(inspection).describe("As the phone holds it; null for a file"),
        records: z.array(appRecord).describe("Of its files, the base first; none where only the inspection is there"),
        verdicts: z.array(verdict),
        engines: z.array(engine).describe("Where there is no verdict, nothing was found by these"),
        missing: texts.describe("What was not compared or asked, in sentences: none of it is a pass"),
        standsOut: texts,
        unread: texts.describe("What could not be read: none of it is a pass"),
        files: z.array(z.object({ name: z.string(), size: nullable(count), sha256: nullable(digest) })),
      }),
    ),
  })
  .describe("Everything about one app, or about the apps of one file");

/** Proof for the compiler alone: the schemas and the types say the same. */
export const documentsMatchTypes: [
  Same<z.infer<typeof appFile>, AppFileRecord>,
  Same<z.infer<typeof appInspections>, AppInspections>,
  Same<z.infer<typeof appsDocument>, AppsDocument>,
  Same<z.infer<typeof appViewDocument>, AppViewDocument>,
  Same<z.infer<typeof appScan>["summary"], ScanSummary>,
  Same<z.infer<typeof appScan>["engines"], readonly EngineUse[]>,
  Same<z.infer<typeof appScan>["missing"], AppEngines["missing"]>,
] = [true, true, true, true, true, true, true];

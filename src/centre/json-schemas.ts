import * as z from "zod";
import { appFile, appInspections, appScan, appsDocument, appViewDocument } from "./app-documents-schema.ts";
import { appRecord } from "./app-record-schema.ts";
import type { DocumentName } from "./document-names.ts";
import { report, snapshot } from "./schema.ts";

/** The published JSON Schemas, by name. */
export function jsonSchemas(): Readonly<Record<DocumentName, unknown>> {
  return {
    report: z.toJSONSchema(report),
    snapshot: z.toJSONSchema(snapshot),
    app: z.toJSONSchema(appRecord),
    "app-file": z.toJSONSchema(appFile, shared),
    "app-scan": z.toJSONSchema(appScan, shared),
    "app-inspections": z.toJSONSchema(appInspections),
    apps: z.toJSONSchema(appsDocument),
    "app-view": z.toJSONSchema(appViewDocument, shared),
  };
}

/** What stands in several places is written once. */
const shared = { reused: "ref" } as const;

import * as z from "zod";
import { appFile, appInspections, appScan, appsDocument, appViewDocument } from "./app-documents-schema.ts";
import { appRecord } from "./app-record-schema.ts";
import { assessmentComparisonDocument, assessmentDocument } from "./assessment-schema.ts";
import {
  changesDocument,
  driftDocument,
  fixesDocument,
  hiddenDocument,
  journalDocument,
  journalEntryDocument,
  journalVerdictDocument,
  resumedDocument,
  undoDocument,
} from "./change-documents-schema.ts";
import type { DocumentName } from "./document-names.ts";
import {
  checkpointDocument,
  consistencyDocument,
  evidenceDocument,
  evidenceVerdictDocument,
  inclusionDocument,
  keysDocument,
  proofVerdictDocument,
  signingKeysDocument,
} from "./proof-documents-schema.ts";
import {
  authoritiesDocument,
  letterDocument,
  rightsDeadlineDocument,
  rightsListDocument,
  rightsRequestDocument,
} from "./rights-documents-schema.ts";
import { report, snapshot } from "./schema.ts";
import { trafficComparisonDocument, trafficReportDocument } from "./traffic-documents-schema.ts";
import { updatesDocument } from "./updates-schema.ts";
import { vaultDocuments } from "./vault-documents-schema.ts";
import {
  accessDocument,
  guideDocument,
  lockDocument,
  networkDocument,
  optOutsDocument,
  permissionRulesDocument,
  permissionsDocument,
  preinstalledAppDocument,
  preinstalledDocument,
  selectionDocument,
  sensorsDocument,
} from "./view-documents-schema.ts";

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
    assessment: z.toJSONSchema(assessmentDocument, shared),
    "assessment-comparison": z.toJSONSchema(assessmentComparisonDocument, shared),
    authorities: z.toJSONSchema(authoritiesDocument, shared),
    "app-view": z.toJSONSchema(appViewDocument, shared),
    access: z.toJSONSchema(accessDocument, shared),
    changes: z.toJSONSchema(changesDocument, shared),
    checkpoint: z.toJSONSchema(checkpointDocument, shared),
    drift: z.toJSONSchema(driftDocument, shared),
    evidence: z.toJSONSchema(evidenceDocument, shared),
    "evidence-verdict": z.toJSONSchema(evidenceVerdictDocument, shared),
    fixes: z.toJSONSchema(fixesDocument, shared),
    guide: z.toJSONSchema(guideDocument, shared),
    hidden: z.toJSONSchema(hiddenDocument, shared),
    journal: z.toJSONSchema(journalDocument, shared),
    "journal-consistency": z.toJSONSchema(consistencyDocument, shared),
    "journal-entry": z.toJSONSchema(journalEntryDocument, shared),
    "journal-inclusion": z.toJSONSchema(inclusionDocument, shared),
    "journal-proof": z.toJSONSchema(proofVerdictDocument, shared),
    "journal-verdict": z.toJSONSchema(journalVerdictDocument, shared),
    keys: z.toJSONSchema(keysDocument, shared),
    letter: z.toJSONSchema(letterDocument, shared),
    lock: z.toJSONSchema(lockDocument, shared),
    network: z.toJSONSchema(networkDocument, shared),
    optouts: z.toJSONSchema(optOutsDocument, shared),
    "permission-rules": z.toJSONSchema(permissionRulesDocument, shared),
    permissions: z.toJSONSchema(permissionsDocument, shared),
    preinstalled: z.toJSONSchema(preinstalledDocument, shared),
    "preinstalled-app": z.toJSONSchema(preinstalledAppDocument, shared),
    resumed: z.toJSONSchema(resumedDocument, shared),
    "rights-deadline": z.toJSONSchema(rightsDeadlineDocument, shared),
    "rights-list": z.toJSONSchema(rightsListDocument, shared),
    "rights-request": z.toJSONSchema(rightsRequestDocument, shared),
    selection: z.toJSONSchema(selectionDocument, shared),
    sensors: z.toJSONSchema(sensorsDocument, shared),
    "traffic-comparison": z.toJSONSchema(trafficComparisonDocument, shared),
    "traffic-report": z.toJSONSchema(trafficReportDocument, shared),
    "signing-keys": z.toJSONSchema(signingKeysDocument, shared),
    undo: z.toJSONSchema(undoDocument, shared),
    updates: z.toJSONSchema(updatesDocument, shared),
    vault: z.toJSONSchema(vaultDocuments.vault, shared),
    vaults: z.toJSONSchema(vaultDocuments.vaults, shared),
    "vault-places": z.toJSONSchema(vaultDocuments["vault-places"], shared),
    "vault-snapshots": z.toJSONSchema(vaultDocuments["vault-snapshots"], shared),
    "vault-keys": z.toJSONSchema(vaultDocuments["vault-keys"], shared),
    "vault-put": z.toJSONSchema(vaultDocuments["vault-put"], shared),
    "vault-estimate": z.toJSONSchema(vaultDocuments["vault-estimate"], shared),
    "vault-pull": z.toJSONSchema(vaultDocuments["vault-pull"], shared),
    "vault-hide": z.toJSONSchema(vaultDocuments["vault-hide"], shared),
    "vault-restore": z.toJSONSchema(vaultDocuments["vault-restore"], shared),
    "vault-check": z.toJSONSchema(vaultDocuments["vault-check"], shared),
    "vault-forget": z.toJSONSchema(vaultDocuments["vault-forget"], shared),
    "vault-prune": z.toJSONSchema(vaultDocuments["vault-prune"], shared),
    "vault-copy": z.toJSONSchema(vaultDocuments["vault-copy"], shared),
  };
}

/** What stands in several places is written once. */
const shared = { reused: "ref" } as const;

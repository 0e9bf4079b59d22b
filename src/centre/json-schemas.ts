import * as z from "zod";
import { appAssessmentDocument } from "./app-assessment-schema.ts";
import { appFile, appInspections, appScan, appsDocument, appViewDocument } from "./app-documents-schema.ts";
import { appRecord } from "./app-record-schema.ts";
import { assessmentComparisonDocument, assessmentDocument } from "./assessment-schema.ts";
import {
  attestationDocument,
  attestationRequestDocument,
  hardwareDocument,
  phoneAttestationDocument,
} from "./attestation-documents-schema.ts";
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
import {
  choicesDocument,
  comparisonDocument,
  historyDocument,
  trafficDocument,
} from "./comparison-documents-schema.ts";
import { type DocumentName, documentNames } from "./document-names.ts";
import {
  checkpointDocument,
  consistencyDocument,
  evidenceDocument,
  evidenceVerdictDocument,
  inclusionDocument,
  journalWitnessDocument,
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

/** What `--json` prints and what Candor keeps, by name. */
const documents: Readonly<Record<DocumentName, z.ZodType>> = {
  report: report,
  snapshot: snapshot,
  app: appRecord,
  "app-file": appFile,
  "app-scan": appScan,
  "app-inspections": appInspections,
  apps: appsDocument,
  assessment: assessmentDocument,
  "assessment-comparison": assessmentComparisonDocument,
  attestation: attestationDocument,
  "attestation-request": attestationRequestDocument,
  "app-assessment": appAssessmentDocument,
  authorities: authoritiesDocument,
  "app-view": appViewDocument,
  access: accessDocument,
  changes: changesDocument,
  checkpoint: checkpointDocument,
  choices: choicesDocument,
  comparison: comparisonDocument,
  drift: driftDocument,
  evidence: evidenceDocument,
  "evidence-verdict": evidenceVerdictDocument,
  fixes: fixesDocument,
  guide: guideDocument,
  hardware: hardwareDocument,
  hidden: hiddenDocument,
  history: historyDocument,
  journal: journalDocument,
  "journal-consistency": consistencyDocument,
  "journal-entry": journalEntryDocument,
  "journal-inclusion": inclusionDocument,
  "journal-proof": proofVerdictDocument,
  "journal-verdict": journalVerdictDocument,
  "journal-witness": journalWitnessDocument,
  keys: keysDocument,
  letter: letterDocument,
  lock: lockDocument,
  network: networkDocument,
  optouts: optOutsDocument,
  "permission-rules": permissionRulesDocument,
  permissions: permissionsDocument,
  "phone-attestation": phoneAttestationDocument,
  preinstalled: preinstalledDocument,
  "preinstalled-app": preinstalledAppDocument,
  resumed: resumedDocument,
  "rights-deadline": rightsDeadlineDocument,
  "rights-list": rightsListDocument,
  "rights-request": rightsRequestDocument,
  selection: selectionDocument,
  sensors: sensorsDocument,
  traffic: trafficDocument,
  "traffic-comparison": trafficComparisonDocument,
  "traffic-report": trafficReportDocument,
  "signing-keys": signingKeysDocument,
  undo: undoDocument,
  updates: updatesDocument,
  ...vaultDocuments,
};

/** Of these nothing is used in several places often enough to be written once. */
const inline: ReadonlySet<DocumentName> = new Set(["report", "snapshot", "app", "app-inspections", "apps"]);

/** The published JSON Schemas, by name. */
export function jsonSchemas(): Readonly<Record<DocumentName, unknown>> {
  const schemas = documentNames.map((name) => [
    name,
    z.toJSONSchema(documents[name], inline.has(name) ? {} : { reused: "ref" }),
  ]);
  return Object.fromEntries(schemas) as Record<DocumentName, unknown>;
}

import { readFile } from "node:fs/promises";
import { DeviceError } from "../core/errors.ts";
import type { Report, ReportEvidence, ReportFinding } from "../core/report.ts";
import type { Answered } from "../profiles/judge-control.ts";
import type { ReportFlow, StandingKind, TrafficReport } from "../traffic/traffic-report.ts";
import { trafficReportDocument } from "./traffic-documents-schema.ts";

/**
 * Reads a report on traffic that `candor traffic report --json` printed.
 *
 * @throws DeviceError `unreadable` for anything else
 */
export async function readTrafficReport(path: string): Promise<TrafficReport> {
  const fault = (what: string) =>
    new DeviceError("unreadable", `${path} ${what}.`, "Make one with: candor traffic report RECORD --json > FILE");
  let parsed: unknown;
  try {
    parsed = JSON.parse(await readFile(path, "utf8"));
  } catch (error) {
    throw fault(error instanceof SyntaxError ? "is no JSON" : "cannot be read");
  }
  const result = trafficReportDocument.safeParse(parsed);
  if (!result.success) throw fault("is no report on traffic of this version");
  return result.data as TrafficReport;
}

/** What records of traffic say to the questions that controls ask of them. Nothing recorded answers nothing. Pure. */
export function trafficAnswers(report: TrafficReport, device: Report["device"]): readonly Answered[] {
  const maker = { ...report, flows: report.flows.filter(({ recipient }) => isMaker(recipient.company, device)) };
  return [
    encrypted("traffic:encrypted", report),
    encrypted("traffic:maker-encrypted", maker),
    consent("traffic:consent", report),
    consent("traffic:maker-consent", maker),
    region("traffic:region", report, ["inside", "adequate", "allowed"]),
    region("traffic:maker-region", maker, ["inside"]),
  ];
}

/** Brands that belong to a company of another name. */
const brandsOf: Readonly<Record<string, string>> = { redmi: "xiaomi", poco: "xiaomi", iqoo: "vivo" };

/** Whether a company bears the name of the phone's maker. */
function isMaker(company: string | null, device: Report["device"]): boolean {
  const brand = device["brand"]?.toLowerCase() ?? "";
  if (company === null || brand === "") return false;
  return company.toLowerCase().includes(brandsOf[brand] ?? brand);
}

function encrypted(check: string, { flows }: TrafficReport): Answered {
  const clear = flows.filter(({ encryption }) => encryption === "clear");
  const open = flows.filter(({ encryption }) => encryption === "unknown").length;
  const unclear = open === 0 ? null : `The records do not tell of ${open} connections whether they were encrypted.`;
  return answered(check, flows, clear, unclear, {
    pass: "Everything that the records show was encrypted",
    fail: "The records show connections without encryption",
  });
}

function consent(check: string, { flows, nothingChosen, marks }: TrafficReport): Answered {
  const wrong = flows.filter(
    ({ moment, recipient }) =>
      (moment === "before-choice" || moment === "after-refusal") && recipient.kind === "tracker",
  );
  const unclear = nothingChosen || marks.length > 0 ? null : "Nobody marked in the records when a choice was made.";
  return answered(check, flows, wrong, unclear, {
    pass: "Nothing went to a tracker before a choice or after a refusal, in these records",
    fail: "The records show connections to trackers before a choice or after a refusal",
  });
}

function region(check: string, { flows }: TrafficReport, good: readonly StandingKind[]): Answered {
  const unsure: readonly (StandingKind | null)[] = [null, "unknown", "adequate-in-part"];
  const outside = flows.filter(
    ({ standing }) => standing !== null && !unsure.includes(standing) && !good.includes(standing),
  );
  const open = flows.filter(({ standing }) => unsure.includes(standing)).length;
  const unclear =
    open === 0
      ? null
      : `It is not known of ${open} connections where the server stood, or whether the law's assurance covers it.`;
  return answered(check, flows, outside, unclear, {
    pass: "Every server that the records show stood where it should",
    fail: "The records show servers that stood elsewhere",
  });
}

function answered(
  check: string,
  flows: readonly ReportFlow[],
  wrong: readonly ReportFlow[],
  unclear: string | null,
  title: { readonly pass: string; readonly fail: string },
): Answered {
  if (wrong.length > 0) return { check, state: "fail", title: title.fail, findings: findingsOf(wrong) };
  if (flows.length === 0)
    return { check, state: "unknown", title: title.pass, reason: "The records of traffic hold no such connection." };
  if (unclear !== null) return { check, state: "unknown", title: title.pass, reason: unclear };
  return { check, state: "pass", title: title.pass };
}

/** One finding a host. */
function findingsOf(flows: readonly ReportFlow[]): readonly ReportFinding[] {
  const byHost = new Map<string, ReportFlow[]>();
  for (const flow of flows) {
    const name = flow.host ?? flow.address ?? "an unnamed server";
    byHost.set(name, [...(byHost.get(name) ?? []), flow]);
  }
  return [...byHost].map(([host, own]) => {
    const evidence: readonly ReportEvidence[] = [
      { kind: "value", fact: "traffic", name: "connections", value: String(own.length), from: ["records of traffic"] },
    ];
    const message = `${host}${own[0]?.recipient.company ? ` (${own[0].recipient.company})` : ""}: ${own.length} connections`;
    const subject = { kind: "host", host } as const;
    return { severity: "medium", confidence: "certain", subject, message, messageKey: "host", params: {}, evidence };
  });
}

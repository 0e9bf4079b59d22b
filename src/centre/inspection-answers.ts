import type { AppAnswer } from "../apps/answer-parts.ts";
import type { ReportFinding } from "../core/report.ts";
import { type AppVulnerabilities, holesOf } from "../feeds/app-vulnerabilities.ts";
import type { AppInspection } from "../formats/app-inspections.ts";

/**
 * What the summary of an app that an examination keeps answers to questions for apps, where its files are no longer at hand. What the summary
 * does not tell, and what it cannot tell to the end, is left unanswered.
 */
export function inspectionAnswers(app: AppInspection, holes: AppVulnerabilities): readonly AppAnswer[] {
  const trackers = (app.trackers ?? []).filter(({ grade }) => grade === "class-defined").map(({ name }) => name);
  const carried = (app.libraries ?? []).flatMap((library) => {
    const known = holesOf(library, holes) ?? [];
    return known.length === 0
      ? []
      : [`${library.name} ${library.version ?? ""}: ${known.map(({ id }) => id).join(", ")}`];
  });
  const publicKeys = app.signers.flatMap(({ knownAs }) => (knownAs === null ? [] : [knownAs]));
  const debug = app.signers.some((signer) => signer.debug);
  return [
    ...(app.cleartext === false
      ? [pass("app:encrypted-only", "Its rules demand encrypted connections")]
      : fail(app, "app:encrypted-only", "Its rules allow connections without encryption", "medium", [
          app.cleartext === true ? "Its rules let connections without encryption through." : "",
        ])),
    ...fail(app, "app:trackers", "It carries known trackers", "low", trackers),
    ...fail(app, "app:known-holes", "It carries libraries with known holes", "medium", carried),
    ...(app.loadsCode === false
      ? [pass("app:all-code-inside", "No code was found that loads further code")]
      : fail(app, "app:all-code-inside", "It loads code that is not part of what was signed and looked at", "medium", [
          app.loadsCode === true ? "Its code can load further code." : "",
        ])),
    ...fail(app, "app:own-key", "It is signed with a key that says nothing of who made it, or is short", "high", [
      ...publicKeys,
      debug ? "It is signed with a key for tests." : "",
    ]),
    ...fail(app, "app:sound-file", "Its file differs from what its formats ask", "medium", app.tampering),
  ];
}

function pass(check: string, title: string): AppAnswer {
  return { check, state: "pass", title };
}

/** One finding with what the summary lists; no answer where that is nothing. */
function fail(
  { package: name }: AppInspection,
  check: string,
  title: string,
  severity: ReportFinding["severity"],
  told: readonly string[],
): readonly AppAnswer[] {
  const items = told.filter((text) => text !== "");
  if (items.length === 0) return [];
  const finding: ReportFinding = {
    severity,
    confidence: "likely",
    subject: { kind: "app", package: name },
    message: items.slice(0, 5).join("; "),
    messageKey: check,
    params: {},
    evidence: [
      { kind: "list", fact: "app-inspections", name: check, items: items.slice(0, 20), from: ["candor apps"] },
    ],
  };
  return [{ check, state: "fail", title, findings: [finding] }];
}

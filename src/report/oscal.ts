import type { Assessment, Control, ControlResult } from "../core/assessment.ts";
import { countsInWords } from "./assessment-words.ts";
import { plainText } from "./plain-text.ts";
import { deviceName, evidenceText, sourceName } from "./wording.ts";

/** What a pure writer cannot know. */
export interface OscalOptions {
  /** A UUID of version 5 (RFC 9562 §5.5) of a text: the same for the same text. */
  readonly uuid: (text: string) => string;
  /** SHA-256 of a text, in hexadecimal. */
  readonly sha256: (text: string) => string;
  /** When the document is made, epoch milliseconds. */
  readonly at: number;
}

const oscalVersion = "1.2.1";
const namespace = "https://candor.invalid/ns/oscal";

/**
 * An assessment as OSCAL assessment-results (https://pages.nist.gov/OSCAL/). OSCAL knows a finding that is satisfied or not; what is not
 * determinable is written as not satisfied with the reason “other” and the property `state`, since it must not pass for satisfied.
 */
export function writeOscalResults(assessment: Assessment, options: OscalOptions): string {
  const { profile, takenAt, results, notice } = assessment;
  const time = takenAt ?? new Date(options.at).toISOString();
  const id = (text: string) =>
    options.uuid(`${assessment.source.name} ${time} ${profile.id} ${profile.version} ${text}`);
  const phone = id("phone");
  const reviewed = results.filter(({ state }) => state !== "not-applicable");
  const left = results.filter(({ state }) => state === "not-applicable");
  const failed = reviewed.filter(({ state }) => state === "not-satisfied");
  const selection = {
    // Lists are never empty in OSCAL: where nothing arises, all is selected and all of it left out.
    ...(reviewed.length === 0
      ? { "include-all": {} }
      : { "include-controls": reviewed.map((result) => ({ "control-id": token(result.id) })) }),
    ...some(
      "exclude-controls",
      left.map((result) => ({ "control-id": token(result.id) })),
    ),
  };
  const result = {
    uuid: id("result"),
    title: line(`Assessment against the profile “${profile.title}”`),
    description: line(`${countsInWords(assessment)} ${profile.scope}`),
    start: time,
    "local-definitions": {
      components: [
        {
          uuid: phone,
          type: "hardware",
          title: line(deviceName(assessment)),
          description: line(`Read from ${sourceName(assessment)}`),
          status: { state: "operational" },
        },
      ],
    },
    "reviewed-controls": { "control-selections": [selection] },
    ...some(
      "observations",
      reviewed.map((each) => observation(each, id, phone, time, options)),
    ),
    ...some(
      "risks",
      failed.map((each) => risk(each, id)),
    ),
    ...some(
      "findings",
      reviewed.map((each) => finding(each, id)),
    ),
    remarks: notice,
  };
  return text({
    "assessment-results": {
      uuid: id("document"),
      metadata: metadata(`Candor assessment of ${deviceName(assessment)}`, assessment.candor, options.at, [
        notice,
        ...profile.limits,
      ]),
      "import-ap": {
        href: "#",
        remarks: `Profile ${profile.id}, version ${profile.version}: candor profiles show ${profile.id} --oscal`,
      },
      results: [result],
    },
  });
}

/** A list where there is something in it, and nothing at all where not. */
function some(name: string, list: readonly unknown[]): Readonly<Record<string, readonly unknown[]>> {
  return list.length === 0 ? {} : { [name]: list };
}

/** A profile's controls as an OSCAL catalog. */
export function writeOscalCatalog(
  profile: {
    readonly id: string;
    readonly title: string;
    readonly version: number;
    readonly limits: readonly string[];
  },
  controls: readonly (Control & { readonly family: string; readonly level: string })[],
  candor: string,
  options: OscalOptions,
): string {
  const families = [...new Set(controls.map(({ family }) => family))];
  return text({
    catalog: {
      uuid: options.uuid(`catalog ${profile.id} ${profile.version} ${options.sha256(JSON.stringify(controls))}`),
      metadata: metadata(
        `Candor profile “${profile.title}”, version ${profile.version}`,
        candor,
        options.at,
        profile.limits,
      ),
      groups: families.map((family, i) => ({
        id: `group-${i + 1}`,
        title: family,
        controls: controls.filter((control) => control.family === family).map(catalogControl),
      })),
    },
  });
}

function catalogControl(control: Control & { readonly level: string }) {
  const references = control.references.map(({ document, edition, section }) =>
    property("reference", `${document} (${edition}): ${section}`),
  );
  return {
    id: token(control.id),
    title: line(control.title),
    props: [
      { name: "label", value: control.id },
      property("level", control.level),
      property("severity", control.severity),
      ...control.asks.map(({ check }) => property("check", check)),
      ...references,
    ],
    parts: [
      { id: `${token(control.id)}_smt`, name: "statement", prose: line(control.title) },
      { id: `${token(control.id)}_gdn`, name: "guidance", prose: line(control.why) },
      ...(control.question === undefined
        ? []
        : [{ id: `${token(control.id)}_obj`, name: "assessment-objective", prose: line(control.question) }]),
    ],
  };
}

function observation(
  result: ControlResult,
  id: (text: string) => string,
  phone: string,
  time: string,
  options: OscalOptions,
) {
  const evidence = result.evidence.map(({ check, state, title, reason, findings, more }) => {
    const seen = findings.flatMap(({ message, evidence }) => [message, ...evidence.map(evidenceText)]);
    const told = [title, reason, ...seen, more > 0 ? `and ${more} more findings` : null].filter(
      (each) => each !== null,
    );
    const from = [...new Set(findings.flatMap(({ evidence }) => evidence.flatMap((each) => each.from)))].slice(0, 5);
    return {
      description: line(told.join("; "), 4000),
      props: [
        property("check", check),
        property("outcome", state),
        property("sha256", options.sha256(JSON.stringify({ state, title, reason, findings }))),
        ...from.map((command) => property("command", command)),
      ],
    };
  });
  const byHand = result.basis === "person" && result.answer !== null;
  const answer = byHand
    ? [{ description: line(`Answer by hand: ${result.answer?.answer ?? ""}. ${result.answer?.note ?? ""}`) }]
    : [];
  const relevant = [...evidence, ...answer];
  return {
    uuid: id(`observation ${result.id}`),
    title: line(`${result.id} ${result.title}`),
    description: line(result.reason),
    methods: byHand ? ["INTERVIEW"] : evidence.length > 0 ? ["TEST"] : ["UNKNOWN"],
    types: ["control-objective"],
    subjects: [{ "subject-uuid": phone, type: "component" }],
    ...(relevant.length === 0 ? {} : { "relevant-evidence": relevant }),
    collected: time,
    remarks: line(result.rule),
  };
}

function finding(result: ControlResult, id: (text: string) => string) {
  const { state } = result;
  const status =
    state === "satisfied"
      ? { state: "satisfied", reason: "pass" }
      : { state: "not-satisfied", reason: state === "not-satisfied" ? "fail" : "other" };
  return {
    uuid: id(`finding ${result.id}`),
    title: line(`${result.id} ${result.title}`),
    description: line(state === "not-determinable" ? `Not determinable. ${result.reason}` : result.reason),
    props: [property("state", state), property("basis", result.basis), property("level", result.level)],
    target: { type: "objective-id", "target-id": `${token(result.id)}_obj`, status },
    "related-observations": [{ "observation-uuid": id(`observation ${result.id}`) }],
    ...(state === "not-satisfied" ? { "related-risks": [{ "risk-uuid": id(`risk ${result.id}`) }] } : {}),
  };
}

function risk(result: ControlResult, id: (text: string) => string) {
  return {
    uuid: id(`risk ${result.id}`),
    title: line(`${result.id} ${result.title}`),
    description: line(result.reason),
    statement: line(result.why),
    props: [property("severity", result.severity)],
    status: "open",
    "related-observations": [{ "observation-uuid": id(`observation ${result.id}`) }],
  };
}

function metadata(title: string, candor: string, at: number, remarks: readonly string[]) {
  return {
    title: line(title),
    "last-modified": new Date(at).toISOString(),
    version: line(candor),
    "oscal-version": oscalVersion,
    remarks: remarks.join("\n\n"),
  };
}

function property(name: string, value: string) {
  return { name, ns: namespace, value: line(value, 1000) };
}

/** One line without blanks at its ends, never empty: what OSCAL's `string` type asks. */
function line(value: string, limit = 2000): string {
  return plainText(value, limit).replace(/\s+/g, " ").trim() || "not told";
}

/** OSCAL's `token`: begins with a letter. */
function token(id: string): string {
  return id.toLowerCase();
}

function text(document: unknown): string {
  return `${JSON.stringify(document, null, 1)}\n`;
}

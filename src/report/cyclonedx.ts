/** What a bill of materials is made from. All texts may come from outside. */
export interface Bill {
  /** Version of Candor. */
  readonly candor: string;
  /** ISO 8601 time at which it is written. */
  readonly time: string;
  readonly subject: BillSubject;
  readonly components: readonly BillComponent[];
}

/** The app itself. */
export interface BillSubject {
  readonly name: string;
  readonly version: string | null;
  /** Lower-case hexadecimal; null where it is not known. */
  readonly sha256: string | null;
  readonly properties: readonly BillProperty[];
}

/** One part of it. */
export interface BillComponent {
  readonly type: "library" | "framework" | "file";
  readonly name: string;
  /** Such as the group in Maven's terms. */
  readonly group: string | null;
  readonly version: string | null;
  readonly purl: string | null;
  readonly publisher: string | null;
  /** SPDX id. */
  readonly licence: string | null;
  readonly sha256: string | null;
  /** 0 to 1. */
  readonly confidence: number;
  readonly evidence: readonly BillEvidence[];
  readonly properties: readonly BillProperty[];
}

/** How it is known; `technique` out of the words of CycloneDX. */
export interface BillEvidence {
  readonly technique: "binary-analysis" | "filename" | "manifest-analysis";
  /** Where: names of entries. */
  readonly location: string;
  /** What was seen there: a class, a text; null where it is the file itself. */
  readonly value: string | null;
}

/** A name with a value; names begin with `candor:`. */
export interface BillProperty {
  readonly name: string;
  readonly value: string;
}

/**
 * A bill of materials as a CycloneDX 1.6 document (ECMA-424), https://cyclonedx.org/docs/1.6/json/. The same bill gives the same text: the
 * serial number comes from the app's digest and not from chance. That the bill is not complete stands in it.
 */
export function writeCycloneDx(bill: Bill, indent = 2): string {
  const { subject, candor, time } = bill;
  const references = new Set<string>();
  const app = reference(references, `app:${subject.name}`, subject.version);
  const components = bill.components.map((component) => ({
    reference: reference(references, component.purl ?? `${component.type}:${component.name}`, component.version),
    component,
  }));
  const document = {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    ...(subject.sha256 === null ? {} : { serialNumber: `urn:uuid:${uuid(subject.sha256)}` }),
    version: 1,
    metadata: {
      timestamp: time,
      lifecycles: [{ phase: "post-build" }],
      tools: { components: [{ type: "application", name: "candor", version: candor }] },
      component: {
        type: "application",
        "bom-ref": app,
        name: subject.name,
        ...(subject.version === null ? {} : { version: subject.version }),
        ...hashes(subject.sha256),
        ...properties(subject.properties),
      },
    },
    components: components.map((each) => componentOf(each.reference, each.component)),
    dependencies: [
      { ref: app, dependsOn: components.map((each) => each.reference) },
      ...components.map((each) => ({ ref: each.reference })),
    ],
    compositions: [{ aggregate: "incomplete", assemblies: [app] }],
  };
  return `${JSON.stringify(document, null, indent).replace(/[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, escaped)}\n`;
}

function componentOf(ref: string, component: BillComponent) {
  const { type, name, group, version, purl, publisher, licence, sha256 } = component;
  return {
    type,
    "bom-ref": ref,
    ...(publisher === null ? {} : { publisher }),
    ...(group === null ? {} : { group }),
    name,
    ...(version === null ? {} : { version }),
    ...hashes(sha256),
    ...(licence === null ? {} : { licenses: [{ license: { id: licence } }] }),
    ...(purl === null ? {} : { purl }),
    ...evidenceOf(component),
    ...properties(component.properties),
  };
}

function evidenceOf({ evidence, confidence }: BillComponent) {
  if (evidence.length === 0) return {};
  const methods = evidence.map(({ technique, value, location }) => ({
    technique,
    confidence,
    value: value ?? location,
  }));
  const occurrences = [...new Set(evidence.map(({ location }) => location))].map((location) => ({ location }));
  return { evidence: { identity: [{ field: "name", confidence, methods }], occurrences } };
}

function hashes(sha256: string | null) {
  return sha256 === null ? {} : { hashes: [{ alg: "SHA-256", content: sha256 }] };
}

function properties(list: readonly BillProperty[]) {
  return list.length === 0 ? {} : { properties: list };
}

/** A name within the document; every one only once. */
function reference(taken: Set<string>, name: string, version: string | null): string {
  const plain = version === null || name.endsWith(`@${version}`) ? name : `${name}@${version}`;
  let free = plain;
  for (let n = 2; taken.has(free); n++) free = `${plain}#${n}`;
  taken.add(free);
  return free;
}

/** A UUID of version 8, RFC 9562 §5.8: the first bits of a digest, but for those that tell the version. */
function uuid(sha256: string): string {
  const variant = ((Number.parseInt(sha256.slice(16, 17), 16) & 3) | 8).toString(16);
  return [
    sha256.slice(0, 8),
    sha256.slice(8, 12),
    `8${sha256.slice(13, 16)}`,
    `${variant}${sha256.slice(17, 20)}`,
    sha256.slice(20, 32),
  ].join("-");
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

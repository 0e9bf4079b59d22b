import type {
  AppInspection,
  AppInspections,
  InspectedSigner,
  InspectedTracker,
  InspectionVerdict,
} from "../../facts/app-inspections.ts";

/** An app for the examples of checks: added from Google Play, looked into whole, nothing found; unless told otherwise. */
export function exampleApp(name: string, change: Partial<AppInspection> = {}): AppInspection {
  return {
    package: name,
    label: null,
    versionName: "1.0",
    versionCode: "1",
    users: [0],
    system: false,
    updated: false,
    installer: "com.android.vending",
    files: [{ path: `/data/app/${name}/base.apk`, split: null, size: 4096, sha256: "ab".repeat(32) }],
    depth: "code",
    unread: [],
    signers: [exampleSigner()],
    platformSigned: false,
    trackers: [],
    libraries: [],
    nativesUnread: 0,
    dangerous: [],
    cleartext: false,
    packers: [],
    loadsCode: false,
    tampering: [],
    standsOut: [],
    verdicts: [],
    ...change,
  };
}

/** A signer of whom nothing is known but the certificate. */
export function exampleSigner(change: Partial<InspectedSigner> = {}): InspectedSigner {
  return {
    sha256: "cd".repeat(32),
    sha1: "cd".repeat(20),
    md5: "cd".repeat(16),
    subject: "CN=Example",
    knownAs: null,
    debug: false,
    ...change,
  };
}

/** An app of the system image, of which the manifest and the signer were read. */
export function exampleImageApp(name: string, change: Partial<AppInspection> = {}): AppInspection {
  return exampleApp(name, {
    system: true,
    installer: null,
    files: [{ path: `/system/app/${name}/${name}.apk`, split: null, size: 4096, sha256: "ef".repeat(32) }],
    depth: "signer",
    platformSigned: true,
    trackers: null,
    loadsCode: null,
    ...change,
  });
}

/** What was found in these apps; an engine of each kind looked at them. */
export function exampleInspections(...apps: readonly AppInspection[]): { readonly appInspections: AppInspections } {
  const use = { origin: "embedded", date: "2026-11-01", entries: 3 } as const;
  const engines = ["stalkerware-samples", "known-signers", "heuristics"].map((id) => ({
    id,
    about: id,
    list: id,
    ...use,
  }));
  return {
    appInspections: {
      schema: "candor.app-inspections/1",
      engines,
      missing: [],
      apps,
    },
  };
}

/** What the engine of the examples says. */
export function exampleVerdict(change: Partial<InspectionVerdict> = {}): InspectionVerdict {
  return {
    engine: "stalkerware-samples",
    list: "stalkerware-samples",
    date: "2026-11-01",
    severity: "critical",
    confidence: "certain",
    name: "TheTruthSpy",
    message: "The file is a known sample of TheTruthSpy, which is made to watch whoever uses the phone.",
    evidence: { name: "SHA-256", value: "ab".repeat(32) },
    ...change,
  };
}

/** A tracker whose code is in the app. */
export function exampleTracker(company: string, change: Partial<InspectedTracker> = {}): InspectedTracker {
  return {
    name: `${company} Analytics`,
    company,
    country: "US",
    purposes: ["analytics"],
    grade: "class-defined",
    ...change,
  };
}

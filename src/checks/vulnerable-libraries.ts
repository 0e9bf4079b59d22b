import { defineCheck } from "../core/check.ts";
import { type AppInspection, appInspections } from "../facts/app-inspections.ts";
import {
  type AppVulnerabilities,
  appVulnerabilities,
  holesOf,
  type LibraryHole,
} from "../feeds/app-vulnerabilities.ts";
import { exampleApp, exampleImageApp, exampleInspections } from "./wording/app-examples.ts";
import { findingsOn, isOfTheImage, namesOf, unreadOf } from "./wording/inspected-apps.ts";
import { updateByHand } from "./wording/remedies.ts";

const exampleHoles: readonly LibraryHole[] = [
  {
    id: "CVE-2022-25647",
    severity: "high",
    library: "com.google.code.gson:gson",
    ranges: [{ introduced: "0", fixed: "2.8.9", last: null }],
  },
  {
    id: "CVE-2023-2976",
    severity: "moderate",
    library: "com.google.guava:guava",
    ranges: [{ introduced: "1.0", fixed: "32.0.0", last: null }],
  },
  {
    id: "CVE-2021-0341",
    severity: "high",
    library: "com.squareup.okhttp3:okhttp",
    ranges: [{ introduced: "0", fixed: "4.9.2", last: null }],
  },
];

export default defineCheck({
  id: "vulnerable-libraries",
  category: "apps",
  severity: "medium",
  question: "Does an added app carry libraries with known holes?",
  title: {
    pass: "No library with a hole from the list in use was found in an added app",
    fail: "An app carries libraries with known holes",
  },
  why: "Apps are put together from libraries of others. When a hole of one becomes known, every app must be made anew with a mended version. Only libraries whose version stands in the app can be compared, and whether an app uses the part that has the hole is not told by this.",
  advice: "Update the app. Where there is no newer version, ask its maker, or look for another app.",
  references: ["https://osv.dev/", "https://nvd.nist.gov/", "https://mas.owasp.org/MASWE/MASVS-CODE/MASWE-0076/"],
  messages: {
    grave: "{app} carries libraries with grave known holes: {libraries}.",
    graveTogether: "{count} apps carry libraries with grave known holes: {apps}.",
    some: "{app} carries libraries with known holes: {libraries}.",
    someTogether: "{count} apps carry libraries with known holes: {apps}.",
  },
  remedy: updateByHand,
  needs: { appInspections, appVulnerabilities },
  run: ({ appInspections: { apps }, appVulnerabilities: list }) => {
    const own = apps.filter((app) => !isOfTheImage(app));
    const judged = new Map(own.map((app) => [app, carriedHoles(app, list)] as const));
    const having = own.filter((app) => (judged.get(app)?.length ?? 0) > 0);
    const isGrave = (app: AppInspection) => judged.get(app)?.some(({ holes }) => holes.some(grave)) ?? false;
    const told = {
      params: (app: AppInspection) => ({
        libraries: namesOf(
          (judged.get(app) ?? []).map(({ name }) => name),
          5,
        ),
      }),
      name: "libraries with known holes",
      items: (app: AppInspection) =>
        (judged.get(app) ?? []).map(({ name, holes }) => `${name}: ${holes.map(({ id }) => id).join(", ")}`),
      confidence: "likely",
    } as const;
    return {
      findings: [
        ...findingsOn(having.filter(isGrave), {
          ...told,
          one: "grave",
          many: "graveTogether",
          few: 8,
          severity: "medium",
        }),
        ...findingsOn(
          having.filter((app) => !isGrave(app)),
          { ...told, one: "some", many: "someTogether", few: 3, severity: "low" },
        ),
      ],
      unread: [
        ...unreadOf(
          "The libraries of",
          own.filter(({ libraries }) => !libraries),
        ),
        ...notRead(own.filter(({ libraries, nativesUnread }) => libraries && nativesUnread !== 0)),
        ...untold(own.filter((app) => app.libraries?.some((library) => holesOf(library, list) === undefined))),
      ],
    };
  },
  examples: {
    pass: [
      {
        name: "a mended version, and a library of which none is known",
        given: given(
          app("com.example.notes", "com.squareup.okhttp3:okhttp", "4.12.0"),
          app("com.example.b", "a:b", "1"),
        ),
      },
      {
        name: "a part of the system that is judged by its signer",
        given: given(exampleImageApp("com.android.settings")),
      },
    ],
    fail: [
      {
        name: "a grave one and another",
        given: given(
          app("com.example.shop", "com.google.code.gson:gson", "2.8.6"),
          app("com.example.news", "com.google.guava:guava", "31.1-android"),
        ),
        findings: 2,
      },
    ],
    unknown: [
      {
        name: "native libraries that were not read",
        given: given(exampleApp("com.example.game", { nativesUnread: 3 })),
      },
      {
        name: "native libraries that were not counted",
        given: given(exampleApp("com.example.game", { nativesUnread: null })),
      },
      { name: "its libraries were not read", given: given(exampleApp("com.example.shop", { libraries: null })) },
      { name: "a version that is not told", given: given(app("com.example.shop", "com.google.code.gson:gson", null)) },
    ],
  },
});

/** Libraries of the app that have holes, named with their version. */
function carriedHoles({ libraries }: AppInspection, list: AppVulnerabilities) {
  return (libraries ?? []).flatMap((library) => {
    const holes = holesOf(library, list) ?? [];
    return holes.length === 0 ? [] : [{ name: `${library.name} ${library.version ?? ""}`, holes }];
  });
}

/** The sentence for apps whose native libraries were not all looked through, or not counted. */
function notRead(apps: readonly AppInspection[]): readonly string[] {
  if (apps.length === 0) return [];
  const names = namesOf(apps.map((app) => app.package));
  return [`Not all native libraries of these apps were read, so what is built into them is not known: ${names}.`];
}

/** The sentence for apps with libraries that have holes in some version, which they do not tell. */
function untold(apps: readonly AppInspection[]): readonly string[] {
  if (apps.length === 0) return [];
  const names = namesOf(apps.map((app) => app.package));
  return [`Some libraries that have known holes in some versions do not tell theirs: ${names}.`];
}

function grave({ severity }: LibraryHole): boolean {
  return severity === "critical" || severity === "high";
}

function app(name: string, coordinate: string, version: string | null): AppInspection {
  return exampleApp(name, { libraries: [{ name: coordinate, coordinate, version }] });
}

function given(...apps: readonly AppInspection[]) {
  return { ...exampleInspections(...apps), appVulnerabilities: { holes: exampleHoles } };
}

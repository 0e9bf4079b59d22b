import { defineCheck } from "../core/check.ts";
import { type AppInspection, appInspections, type InspectedTracker } from "../facts/app-inspections.ts";
import { exampleApp, exampleImageApp, exampleInspections, exampleTracker } from "./wording/app-examples.ts";
import { findingsOn, isOfTheImage, namesOf, unreadOf } from "./wording/inspected-apps.ts";
import { byHand } from "./wording/remedies.ts";

/** An app with the code of trackers of so many companies is told of by itself. */
const many = 4;
const companies = ["Google", "Meta", "AppsFlyer", "Adjust"].map((company) => exampleTracker(company));

export default defineCheck({
  id: "app-trackers",
  category: "collection",
  severity: "low",
  question: "Does an added app carry trackers?",
  title: {
    pass: "No tracker from the lists in use was found in an added app",
    fail: "An app carries trackers",
  },
  why: "A tracker tells its maker what is done in the app, with which phone, and often by whom. The same companies sit in many apps and can put what they learn together. That its code is there does not prove that it runs.",
  advice:
    "Prefer apps without trackers where there are some. Delete the advertising ID (Settings > Google > Ads), and take permissions from apps that do not need them.",
  references: [
    "https://reports.exodus-privacy.eu.org/en/trackers/",
    "https://arxiv.org/abs/1804.03603",
    "https://support.google.com/googleplay/android-developer/answer/10787469",
  ],
  messages: {
    many: "{app} carries trackers of {count} companies: {companies}.",
    manyTogether: "{count} apps carry trackers of 4 or more companies each: {apps}.",
    some: "{app} carries trackers of {companies}.",
    someTogether: "{count} apps carry trackers of 1 to 3 companies each: {apps}.",
    hints: "{app} names trackers or their hosts, without their code: {companies}.",
    hintsTogether: "{count} apps name trackers or their hosts, without their code: {apps}.",
  },
  remedy: byHand(
    "google-ads",
    "Open Settings > Google > All services > Ads, and choose “Delete advertising ID”.",
    "Ask of each app whether you need it; uninstall those that you do not, or look for one without trackers.",
    "Take permissions from the others that they do not need: candor permissions",
  ),
  needs: { appInspections },
  run: ({ appInspections: { apps } }) => {
    const tracked = apps.filter(({ trackers }) => trackers !== null && trackers.length > 0);
    const inside = (app: AppInspection) => companiesOf(app, true).length;
    const params = (app: AppInspection) => {
      const names = companiesOf(app, inside(app) > 0);
      return { companies: namesOf(names, 6), count: names.length };
    };
    const shared = { params, name: "trackers", items: trackersOf };
    const most = tracked.filter((app) => inside(app) >= many).sort((a, b) => inside(b) - inside(a));
    const some = tracked.filter((app) => inside(app) > 0 && inside(app) < many);
    const hints = tracked.filter((app) => inside(app) === 0);
    return {
      findings: [
        ...findingsOn(most, { ...shared, one: "many", many: "manyTogether", few: 12, severity: "low" }),
        ...findingsOn(some, { ...shared, one: "some", many: "someTogether", few: 3, severity: "info" }),
        ...findingsOn(hints, {
          ...shared,
          one: "hints",
          many: "hintsTogether",
          few: 1,
          severity: "info",
          confidence: "possible",
        }),
      ],
      unread: unreadOf(
        "The code of",
        apps.filter((app) => app.trackers === null && !isOfTheImage(app)),
      ),
    };
  },
  examples: {
    pass: [
      {
        name: "an added app without, and a part of the system that is judged by its signer",
        given: exampleInspections(exampleApp("com.example.notes"), exampleImageApp("com.android.settings")),
      },
    ],
    fail: [
      {
        name: "many companies in one, one in another, a mere host in a third",
        given: exampleInspections(
          exampleApp("com.example.shop", { trackers: companies }),
          exampleApp("com.example.news", { trackers: companies.slice(0, 1) }),
          exampleApp("com.example.game", { trackers: [exampleTracker("Adjust", { grade: "host-only" })] }),
        ),
        findings: 3,
      },
      {
        name: "few trackers in each of many apps are one matter",
        given: exampleInspections(
          ...["a.a", "b.b", "c.c", "d.d"].map((name) => exampleApp(name, { trackers: companies.slice(0, 2) })),
        ),
        findings: 1,
      },
    ],
    unknown: [
      {
        name: "its code could not be read",
        given: exampleInspections(exampleApp("com.example.shop", { trackers: null })),
      },
    ],
  },
});

/** Who gets the data, each once: of trackers whose code is in the app, or of all that it names. */
function companiesOf({ trackers }: AppInspection, inside: boolean): readonly string[] {
  const counted = (trackers ?? []).filter(({ grade }) => !inside || grade === "class-defined");
  return [...new Set(counted.map(maker))];
}

function maker({ company, name, country }: InspectedTracker): string {
  return country === null ? (company ?? name) : `${company ?? name} (${country})`;
}

const weaker = {
  "class-defined": "",
  "type-referenced": ", only referred to",
  "host-only": ", only its host",
} as const;

function trackersOf({ trackers }: AppInspection): readonly string[] {
  return (trackers ?? []).map(
    ({ name, company, purposes, grade }) =>
      `${name} [${[company ?? "maker not known", ...purposes].join(", ")}${weaker[grade]}]`,
  );
}

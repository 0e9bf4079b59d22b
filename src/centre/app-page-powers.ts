import type { ComponentFacts, ExportedComponent } from "../apps/app-components.ts";
import type { AskedPermission, PermissionFacts } from "../apps/app-permissions.ts";
import { type AppRecord, isUnread } from "../apps/app-record.ts";
import { frameworkPermission } from "../apps/permission-levels.ts";
import { androidName } from "./android-name.ts";
import type { AppView, PageItem, PageRow, PageSection } from "./app-page.ts";
import { counted, line, list, rowsOf } from "./page-row.ts";

/** What it may do once it is allowed. */
export function powersSection({ records, inspection }: AppView): PageSection {
  const title = "What it may do";
  const [base] = records;
  if (!base) return { title, rows: inspection ? fromInspection(inspection.dangerous, inspection.depth) : [] };
  return {
    title,
    rows: [
      ...rowsOf(base.permissions, "permissions", (facts) => permissionRows(facts, asked(records))),
      ...rowsOf(base.components, "powers", powerRows),
    ],
  };
}

function fromInspection(names: readonly string[], depth: string): readonly PageRow[] {
  if (depth === "none") return [line("permissions", "unknown: its files were not looked into", "warn")];
  if (names.length === 0) return [line("permissions", nothingAsked, "quiet")];
  return list(
    "may ask to",
    names.map((name) => inWords({ name, allows: frameworkPermission(name)?.allows ?? null })),
  );
}

/** API level of Android 7, the oldest that Candor examines: what is asked for on older ones only never counts. */
const oldest = 24;

const nothingAsked = "nothing that the phone asks its owner about";

/** Of all parts: a split may ask for more. */
function asked(records: readonly AppRecord[]): readonly AskedPermission[] {
  const byName = new Map<string, AskedPermission>();
  for (const { permissions } of records)
    if (!isUnread(permissions))
      for (const each of permissions.asked) if (!byName.has(each.name)) byName.set(each.name, each);
  return [...byName.values()];
}

function permissionRows({ implied }: PermissionFacts, all: readonly AskedPermission[]): readonly PageRow[] {
  const of = (...weights: readonly string[]) => all.filter(({ weight }) => weights.includes(weight));
  const [dangerous, special] = [of("dangerous"), of("special")];
  const known = new Set([...dangerous, ...special].map(({ name }) => name));
  const rest = all.filter(({ name }) => !known.has(name));
  const alongs = implied.filter(
    ({ weight, name, maxSdk }) => weight === "dangerous" && !known.has(name) && (maxSdk ?? oldest) >= oldest,
  );
  return [
    ...(dangerous.length + special.length === 0 ? [line("may ask to", nothingAsked, "quiet")] : []),
    ...list("may ask to", dangerous.map(inWords)),
    ...list("by settings", special.map(inWords)),
    ...list("comes along", alongs.map(inWords)),
    ...(rest.length > 0 ? [line("unasked", rest.map(({ name }) => shortName(name)).join(", "), "quiet")] : []),
  ];
}

function inWords({ name, allows, maxSdk }: { name: string; allows: string | null; maxSdk?: number | null }): string {
  const until = maxSdk === null || maxSdk === undefined ? "" : `, up to ${androidName(maxSdk)} only`;
  return allows === null ? `${name}${until}` : `${allows} (${shortName(name)}${until})`;
}

function shortName(name: string): string {
  return name.replace(/^android\.permission\./, "");
}

function powerRows({ powers, startsWithPhone, launcher, counts, queries }: ComponentFacts): readonly PageRow[] {
  const items = powers.map(({ power, component, allows, enabled, guarded }): PageItem => {
    const state = enabled ? "" : "; switched off in its manifest";
    const open = guarded ? "" : "; not declared as Android demands, so that Android does not take it";
    return { text: `${allows} (${power}: ${component}${state}${open})`, tone: enabled && guarded ? "warn" : "quiet" };
  });
  return [
    ...(items.length > 0 ? [{ label: "once allowed", items }] : []),
    ...(startsWithPhone.length > 0 ? [line("starts", "with the phone")] : []),
    ...(launcher.length === 0 && counts.activity > 0 ? [line("icon", "none on the home screen", "warn")] : []),
    ...(queries.all ? [line("sees", "which apps are on the phone, all of them")] : []),
    ...(queries.packages.length > 0
      ? [
          line(
            "looks for",
            queries.packages.slice(0, 40).join(", ") + (queries.packages.length > 40 ? ", …" : ""),
            "quiet",
          ),
        ]
      : []),
  ];
}

/** What other apps and web pages can start in it. */
export function doorsSection({ records: [base] }: AppView): PageSection {
  const title = "What others can start in it";
  if (!base) return { title, rows: [] };
  return {
    title,
    rows: rowsOf(base.components, "components", ({ counts, exported, links, more }) => {
      const all = Object.entries(counts).filter(([, count]) => count > 0);
      const open = exported.filter(({ guarded, enabled }) => enabled && guarded !== "yes");
      return [
        line(
          "parts",
          all.map(([kind, count]) => counted(count, kind, plurals[kind] ?? `${kind}s`)).join(", ") || "none",
          "quiet",
        ),
        ...(open.length === 0 ? [line("open", "nothing but what the phone itself may start", "quiet")] : []),
        ...list("open", open.map(doorWords)),
        ...list("links", linkWords(links)),
        ...(more > 0 ? [line("", `and ${more} more that are not listed`, "quiet")] : []),
      ];
    }),
  };
}

const plurals: Readonly<Record<string, string>> = { activity: "activities", "activity-alias": "activity aliases" };

function doorWords({ kind, name, permission, guarded, authorities, actions }: ExportedComponent): string {
  const guard =
    permission === null
      ? ""
      : guarded === "unlisted"
        ? ` to holders of ${permission}, which Candor does not know`
        : ` to holders of ${permission}, which any app can get`;
  const what = [...authorities, ...actions].slice(0, 3).map((text) => text.replace(/^android\.intent\.action\./, ""));
  return `${kind} ${name}${guard}${what.length > 0 ? ` [${what.join(", ")}]` : ""}`;
}

function linkWords(links: ComponentFacts["links"]): readonly string[] {
  const words = links.map(
    ({ scheme, host, verified }) => `${scheme}://${host ?? "…"}${verified ? " (asks the host)" : ""}`,
  );
  return [...new Set(words)];
}

/** How it is set up where that matters for safety. */
export function setupSection({ records: [base] }: AppView): PageSection {
  const title = "How it is set up";
  if (!base) return { title, rows: [] };
  return {
    title,
    rows: rowsOf(base.configuration, "set-up", ({ settings, unresolved }) => [
      ...settings
        .filter(({ id, value }) => value !== usual[id])
        .map(({ id, means }) => line(settingNames[id] ?? id, means, alarming.has(id) ? "warn" : undefined)),
      ...list("unresolved", unresolved, "quiet"),
    ]),
  };
}

/** What most apps have and nobody needs to be told. */
const usual: Readonly<Record<string, boolean>> = {
  debuggable: false,
  "test-only": false,
  "legacy-storage": false,
  "shared-user": false,
  "old-target": false,
  "has-code": true,
  profileable: false,
};
const settingNames: Readonly<Record<string, string>> = {
  "legacy-storage": "storage",
  "shared-user": "shared data",
  "test-only": "test build",
  "old-target": "old Android",
  "has-code": "code",
  profileable: "measurable",
};
const alarming: ReadonlySet<string> = new Set(["debuggable", "test-only", "old-target"]);

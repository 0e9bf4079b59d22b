import type { Confidence, Evidence, Finding, Remedy, Severity, Subject } from "../../core/check.ts";
import { type AppInspection, type AppInspections, appInspections } from "../../facts/app-inspections.ts";
import type { PackageDetails } from "../../facts/package-details.ts";
import { installOrigin, isSideloaded } from "./install-origin.ts";
import { installerKind } from "./installers.ts";

/** An app as messages name it: its label, which it chose itself, never without its package name. */
export function appName({ label, package: name }: Pick<AppInspection, "label" | "package">): string {
  if (label === null || label.trim() === "" || label === name) return name;
  return `${label.length > 40 ? `${label.slice(0, 40)}…` : label} (${name})`;
}

/** An app as the subject of a finding. */
export function appSubject({ label, package: name, users }: AppInspection): Subject {
  return {
    kind: "app",
    package: name,
    ...(label === null ? {} : { label }),
    ...(users.length === 1 ? { user: users[0] } : {}),
  };
}

/** Whether it came with the phone and was not updated since: what is in its files, its maker or the phone's put there. */
export function isOfTheImage({ system, updated }: AppInspection): boolean {
  return system === true && updated !== true;
}

/**
 * Whether it came neither with the phone nor from a store or a move from an old phone: by what the phone recorded of the installation,
 * else by the installer alone. An installer that Candor does not know counts as a store where it came with the phone.
 *
 * @param details undefined where they could not be read
 */
export function fromOutsideStores(
  app: AppInspection,
  { apps }: AppInspections,
  details: readonly PackageDetails[] | undefined,
): boolean {
  if (app.system === true) return false;
  const own = (name: string | null) => apps.some((other) => other.package === name && other.system === true);
  const known = details?.find(({ name }) => name === app.package);
  if (known) {
    const origin = installOrigin(known);
    return isSideloaded(origin) && !(origin.kind === "app" && own(origin.by));
  }
  const kind = app.installer === null ? "unknown" : installerKind(app.installer);
  return kind === undefined ? !own(app.installer) : isSideloaded({ kind, by: app.installer });
}

/** Names in a row: "a, b and 3 more". */
export function namesOf(names: readonly string[], shown = 4): string {
  const rest = names.length - shown;
  if (rest > 1) return `${names.slice(0, shown).join(", ")} and ${rest} more`;
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)}` : (names[0] ?? "");
}

/** A list as evidence of what was found in an app's files. */
export function inspected(name: string, items: readonly string[]): Evidence {
  return { kind: "list", fact: appInspections, name, items };
}

/** Digests of its files and of its signers' certificates, by which anybody can look it up. */
export function identity({ files, signers }: AppInspection): readonly Evidence[] {
  const digests = files.flatMap(({ path, sha256 }) => (sha256 === null ? [] : [`${sha256} (${path})`]));
  const certificates = signers.map(({ sha256, subject }) => `${sha256} (${subject ?? "no name in it"})`);
  return [
    ...(digests.length > 0 ? [inspected("SHA-256 of its files", digests.slice(0, 20))] : []),
    ...(certificates.length > 0 ? [inspected("SHA-256 of its certificates", certificates.slice(0, 20))] : []),
  ];
}

/** The sentence for apps of which something could not be told; empty where there are none. `what` begins it: "The code of". */
export function unreadOf(what: string, apps: readonly AppInspection[], end = "could not be read"): readonly string[] {
  if (apps.length === 0) return [];
  const few = apps.slice(0, 4).map((app) => app.package);
  const reason = apps.length === 1 ? apps[0]?.unread[0] : undefined;
  const named = apps.length > few.length ? `${apps.length} apps (${few.join(", ")}, …)` : namesOf(few);
  return [`${what} ${named} ${end}${reason === undefined ? "." : `: ${reason}`}`];
}

/** How apps of one kind are told of: each by itself while they are few, else all in one finding. */
export interface Telling<M extends string> {
  /** Message for one app; it gets `app` and what `params` gives. */
  readonly one: M;
  /** Message for many; it gets `apps` and `count`. */
  readonly many: M;
  /** Up to so many are told of one by one. */
  readonly few: number;
  readonly severity: Severity;
  readonly confidence?: Confidence;
  readonly params?: (app: AppInspection) => Readonly<Record<string, string | number>>;
  /** Name of the evidence, and what it was for an app. */
  readonly name: string;
  readonly items: (app: AppInspection) => readonly string[];
  readonly remedy?: Remedy;
}

/** Findings about apps of one kind: so many that each matters, or one that names them all. */
export function findingsOn<M extends string>(apps: readonly AppInspection[], telling: Telling<M>): Finding<M>[] {
  const { severity, confidence = "certain", name, items, params, remedy } = telling;
  const rest = { severity, confidence, ...(remedy ? { remedy } : {}) };
  if (apps.length <= telling.few)
    return apps.map((app) => ({
      ...rest,
      subject: appSubject(app),
      message: telling.one,
      params: { app: appName(app), ...params?.(app) },
      evidence: [inspected(name, items(app))],
    }));
  const all = apps.map((app) => [app.package, ...items(app)].join(": "));
  return [
    {
      ...rest,
      subject: { kind: "device" },
      message: telling.many,
      params: { count: apps.length, apps: namesOf(apps.map(appName)) },
      evidence: [inspected(name, all)],
    },
  ];
}

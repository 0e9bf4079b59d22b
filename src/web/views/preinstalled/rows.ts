import type { Preinstalled, PreinstalledApp, PreinstalledState } from "../../../centre/preinstalled.ts";
import type { Preset, Way } from "../../../centre/preinstalled-choice.ts";

/** Ready-made choices, from the one that takes least. */
export const presets = ["gentle", "private", "minimal"] as const satisfies readonly Preset[];

/** By which means an app is put away, the gentlest first. */
export const ways = ["disable", "uninstall", "suspend"] as const satisfies readonly Way[];

/** What came with a phone as the server gives it: with the names that each preset chooses. */
export type Told = Preinstalled & { readonly presets: Readonly<Record<Preset, readonly string[]>> };

/** Candor's advice, from what can go to what has to stay. */
export const levels = ["removable", "with-care", "expert", "never", "unlisted"] as const;
export type Level = (typeof levels)[number];

/** Which apps are shown. */
export interface Shown {
  /**
   * `advised`: those something can be done about; `away`: those that were put away; `sends`: those that are known to send unasked; `chosen`:
   * those that stand in `chosen`.
   */
  readonly filter: "advised" | "away" | "sends" | "chosen" | "all";
  readonly level: Level | null;
  /** Part of a package name, a label, a maker or of what an app does, in lower case. */
  readonly search: string;
}

/** Candor's advice on an app. */
export function levelOf({ listed }: Pick<PreinstalledApp, "listed">): Level {
  return listed?.removal ?? "unlisted";
}

/** How the app stands with a user; undefined where the phone does not know it for this user. */
export function stateFor({ states }: Pick<PreinstalledApp, "states">, user: number): PreinstalledState | undefined {
  return states.find((each) => each.user === user)?.state;
}

/** Whether the user, or somebody for them, put the app away. */
export function isAway(app: PreinstalledApp, user: number): boolean {
  const state = stateFor(app, user);
  return state === "disabled" || state === "suspended" || (state === "absent" && app.listed !== null);
}

/** The apps to show for a user: what can go first, and of that what sends; searched in what `doesOf` says that one does. Pure. */
export function shownApps(
  { apps }: Pick<Preinstalled, "apps">,
  user: number,
  shown: Shown,
  names: ReadonlyMap<string, string>,
  chosen: ReadonlySet<string> = new Set(),
  doesOf: (listed: NonNullable<PreinstalledApp["listed"]>) => string = ({ does }) => does,
): readonly PreinstalledApp[] {
  const matches = (app: PreinstalledApp) => {
    if (stateFor(app, user) === undefined) return false;
    if (shown.level !== null && levelOf(app) !== shown.level) return false;
    if (!(shown.filter === "chosen" ? chosen.has(app.name) : passes[shown.filter](app, user))) return false;
    const texts = [app.name, names.get(app.name) ?? "", app.listed?.maker ?? "", app.listed ? doesOf(app.listed) : ""];
    return texts.join("\n").toLowerCase().includes(shown.search);
  };
  return apps
    .filter(matches)
    .sort(
      (a, b) =>
        levels.indexOf(levelOf(a)) - levels.indexOf(levelOf(b)) ||
        Number(!sends(a)) - Number(!sends(b)) ||
        (a.name < b.name ? -1 : 1),
    );
}

/** What is lost, needed and not known when apps are put away for a user. */
export interface Losses {
  readonly rows: readonly PreinstalledApp[];
  /** Apps that stay and need one that goes. */
  readonly needing: readonly { readonly name: string; readonly other: string }[];
  /** Names of apps without which phones have not started, by the other list. */
  readonly unsafe: readonly string[];
  /** How many of them nobody can vouch for. */
  readonly unsure: number;
}

/** Works out what putting apps away comes to. Pure. */
export function lossesOf({ apps }: Pick<Preinstalled, "apps">, chosen: ReadonlySet<string>, user: number): Losses {
  const rows = apps.filter((app) => chosen.has(app.name) && stateFor(app, user) === "in-use");
  return {
    rows,
    needing: rows.flatMap(({ name, neededBy }) =>
      neededBy.filter((other) => !chosen.has(other)).map((other) => ({ name, other })),
    ),
    unsafe: rows.filter(({ uad }) => uad?.removal === "Unsafe").map(({ name }) => name),
    unsure: rows.filter((app) => ["expert", "unlisted"].includes(levelOf(app))).length,
  };
}

const sends = ({ listed }: PreinstalledApp): boolean => (listed?.collects ?? null) !== null;

const passes: Readonly<Record<Exclude<Shown["filter"], "chosen">, (app: PreinstalledApp, user: number) => boolean>> = {
  advised: (app, user) =>
    (["removable", "with-care", "expert"].includes(levelOf(app)) || isAway(app, user)) &&
    (stateFor(app, user) !== "absent" || app.listed !== null),
  away: isAway,
  sends,
  all: () => true,
};

import type { Preinstalled, PreinstalledApp, PreinstalledState } from "../centre/preinstalled.ts";
import { stateFor } from "../centre/preinstalled.ts";
import { type CsvCell, writeCsv } from "../report/csv.ts";
import { plainText, wrap } from "../report/plain-text.ts";
import { paint } from "./paint.ts";
import { type Column, layOut } from "./text-table.ts";

type Level = NonNullable<PreinstalledApp["listed"]>["removal"] | "unlisted";

/** Words of a level, and the letter before them: not by colour alone. */
export const levelWords: Readonly<Record<Level, string>> = {
  removable: "○ removable",
  "with-care": "◐ with care",
  expert: "● expert",
  never: "■ stays",
  unlisted: "? not listed",
};

export const stateWords: Readonly<Record<PreinstalledState, string>> = {
  "in-use": "in use",
  disabled: "disabled",
  suspended: "suspended",
  absent: "not there",
};

/** Candor's advice on an app. */
export function levelOf({ listed }: PreinstalledApp): Level {
  return listed?.removal ?? "unlisted";
}

/** Which apps to show. */
export interface PreinstalledView {
  readonly user: number;
  /** Also those that are not listed, that must stay, and that are not there. */
  readonly all: boolean;
}

/** The apps that a table shows: those something can be done about, unless all are wanted. */
export function shownApps({ apps }: Preinstalled, { user, all }: PreinstalledView): readonly PreinstalledApp[] {
  if (all) return apps.filter((app) => stateFor(app, user) !== undefined);
  return apps.filter(
    (app) =>
      stateFor(app, user) !== undefined &&
      (["removable", "with-care", "expert"].includes(levelOf(app)) ||
        stateFor(app, user) === "disabled" ||
        stateFor(app, user) === "suspended") &&
      (stateFor(app, user) !== "absent" || app.listed !== null),
  );
}

const order: readonly Level[] = ["removable", "with-care", "expert", "never", "unlisted"];

/** The table of what came with the phone. */
export function preinstalledTable(
  found: Preinstalled,
  view: PreinstalledView,
  { width, color }: { readonly width: number; readonly color: boolean },
): string {
  const rows = [...shownApps(found, view)].sort(
    (a, b) =>
      order.indexOf(levelOf(a)) - order.indexOf(levelOf(b)) ||
      Number(sendsNothing(a)) - Number(sendsNothing(b)) ||
      (a.name < b.name ? -1 : 1),
  );
  const columns: readonly Column<PreinstalledApp>[] = [
    { title: "Advice", value: (app) => levelWords[levelOf(app)], least: 12, most: 13 },
    { title: "App", value: ({ name }) => name, least: 22, most: 44, keepEnd: true },
    { title: "Now", value: (app) => stateWords[stateFor(app, view.user) ?? "absent"], least: 9, most: 9 },
    {
      title: "What it does",
      value: ({ listed }) => (listed ? doing(listed.does) : ""),
      least: 24,
      most: 90,
      priority: 3,
    },
    { title: "Sends", value: ({ listed }) => listed?.collects ?? "", least: 11, most: 16, priority: 2 },
    {
      title: "May see",
      value: ({ permissions }) => permissionWords(permissions),
      least: 10,
      most: 40,
      priority: 1,
    },
  ];
  const { head, lines } = layOut(columns, rows, width);
  const here = found.apps.filter((app) => stateFor(app, view.user) !== undefined);
  const hidden = here.length - rows.length;
  return `${[
    `${here.length} apps came with ${plainText(found.model ?? "this phone")} (user ${view.user}).`,
    "",
    paint(head, "bold", color),
    ...lines,
    "",
    ...(hidden > 0 ? [`${hidden} more must stay, are not on Candor's list, or are not there (--all shows them).`] : []),
    ...wrap(
      "○ nothing else needs it   ◐ something may stop working   ● the phone itself may need it   ■ Candor leaves it alone   ? Candor does not know it",
      width,
    ),
    "One app in full:                          candor preinstalled show APP",
    "Away with it, so that it can come back:   candor preinstalled remove APP",
  ].join("\n")}\n`;
}

/** "Gmail", "Collects how the phone is used": every column of a table counts. */
function doing(does: string): string {
  const words = does.replace(/^is (?:an? |the )?/, "");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** One app in full. */
export function preinstalledPage(found: Preinstalled, app: PreinstalledApp): string {
  const { listed, uad } = app;
  const evidence = {
    documented: "from its maker or its source code",
    reported: "from owners who removed it",
    "by-name": "judged from its name alone",
  } as const;
  const lines = [app.name, ""];
  if (listed)
    lines.push(
      `It ${listed.does}.`,
      `Made by:       ${listed.maker}`,
      `Advice:        ${levelWords[listed.removal]}`,
      `Without it:    ${listed.cost}`,
      `Sends unasked: ${listed.collects ?? "nothing of the kind is known"}`,
      `Known:         ${evidence[listed.evidence]} (${listed.source})`,
    );
  else lines.push("Candor does not know this app, and so does not advise to remove it.");
  lines.push(
    `Came:          ${app.system ? "as a part of the system" : "with the phone, as an app that was added at the factory"}`,
    `Needed by:     ${app.neededBy.length > 0 ? app.neededBy.join(", ") : "none that the lists name"}`,
    `May see:       ${app.permissions.length > 0 ? permissionWords(app.permissions) : "nothing that a permission guards"}`,
    `Network:       ${app.network ? "it may use the network" : "it may not use the network by itself"}`,
    "",
    ...app.states.map(({ user, state }) => `User ${user}: ${stateWords[state]}`),
    "",
    `Trackers and addresses inside of it: candor apps show ${app.name}`,
  );
  if (uad)
    lines.push(
      "",
      `Universal Android Debloater (${found.lists.find(({ id }) => id === "uad-packages")?.date ?? ""}): ${uad.removal}`,
      ...(uad.description === "" ? [] : [plainText(uad.description, 2000)]),
    );
  return `${lines.map((line) => plainText(line, 2000)).join("\n")}\n`;
}

function sendsNothing({ listed }: PreinstalledApp): boolean {
  return listed === null || listed.collects === null;
}

function permissionWords(permissions: readonly string[]): string {
  return permissions.map((each) => each.toLowerCase().replaceAll("_", " ")).join(", ");
}

/** The list as CSV, one app and user a line. */
export function preinstalledCsv(apps: readonly PreinstalledApp[], user: number | undefined): string {
  const head = [
    "package",
    "user",
    "state",
    "level",
    "maker",
    "does",
    "cost",
    "collects",
    "evidence",
    "source",
    "system",
    "network",
    "permissions",
    "needed_by",
    "uad",
  ];
  const rows = apps.flatMap((app): readonly CsvCell[][] =>
    app.states
      .filter((each) => user === undefined || each.user === user)
      .map(({ user: of, state }) => [
        app.name,
        of,
        state,
        levelOf(app),
        app.listed?.maker ?? null,
        app.listed?.does ?? null,
        app.listed?.cost ?? null,
        app.listed?.collects ?? null,
        app.listed?.evidence ?? null,
        app.listed?.source ?? null,
        app.system,
        app.network,
        app.permissions.join("; "),
        app.neededBy.join("; "),
        app.uad?.removal ?? null,
      ]),
  );
  return writeCsv([head, ...rows]);
}

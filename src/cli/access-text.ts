import type { SeenAccess, SeenHolder } from "../centre/special-access.ts";
import { plainText } from "../report/plain-text.ts";
import { layOut } from "./text-table.ts";

/** Apps of a kind that are named in the overview. */
const named = 3;

/** The overview: each kind of access, and who has it. */
export function accessLines(seen: readonly SeenAccess[], room: number): readonly string[] {
  const shown = seen.filter(({ kind }) => !kind.usual);
  const { head, lines } = layOut<SeenAccess>(
    [
      { title: "KIND", value: ({ kind }) => kind.id, least: 18, most: 20 },
      { title: "MAY", value: ({ kind }) => kind.may, least: 30, most: 56, priority: 1 },
      { title: "ADDED APPS", value: (each) => added(each), least: 20, most: 80 },
      { title: "SYSTEM", value: (each) => ofThePhone(each), least: 3, most: 12, priority: 2, align: "right" },
    ],
    shown,
    room,
  );
  return [
    head,
    ...lines,
    "",
    "SYSTEM: apps that came with the phone.",
    "Who has one of them:     candor access KIND",
    "Take it from an app:     candor access withdraw KIND APP",
    "Every app has, and can lose: " +
      seen
        .filter(({ kind }) => kind.usual)
        .map(({ kind }) => kind.id)
        .join(", "),
  ];
}

/** One kind: who has it, when it was last used, and how it is withdrawn. */
export function kindLines(
  seen: SeenAccess,
  { all, room }: { readonly all: boolean; readonly room: number },
): readonly string[] {
  const { kind } = seen;
  const lines = [`Apps that may ${kind.may}`, kind.why, ""];
  if (seen.state === "unknown") return [...lines, plainText(`It could not be read: ${seen.reason}`)];
  const rows = seen.holders.filter(({ system }) => all || system !== true);
  const left = seen.holders.length - rows.length;
  if (rows.length === 0) lines.push("No added app has it.");
  else {
    const table = layOut<SeenHolder>(
      [
        { title: "APP", value: (each) => each.package, least: 20, most: 48, keepEnd: true },
        { title: "USER", value: ({ user }) => (user === null ? "all" : String(user)), least: 4, most: 7 },
        { title: "LAST USE", value: ({ usedAgoMs }) => ago(usedAgoMs), least: 8, most: 14, priority: 2 },
        { title: "HOW", value: ({ what }) => what, least: 16, most: 70, priority: 1 },
        {
          title: "WITHDRAW",
          value: ({ withdraw }) => (withdraw === null ? "on the phone only" : "candor can"),
          least: 10,
          most: 17,
        },
      ],
      rows,
      room,
    );
    lines.push(table.head, ...table.lines);
  }
  if (left > 0) lines.push("", `${left} that came with the phone are not listed (--all).`);
  if (rows.some(({ withdraw }) => withdraw !== null)) lines.push("", `candor access withdraw ${kind.id} APP`);
  if (rows.some(({ withdraw }) => withdraw === null))
    lines.push("", `The screen on the phone: candor guide ${kind.screen}`);
  if (kind.watched && rows.length > 0) lines.push("", noticed);
  return lines;
}

/** What to think of before such access is taken. */
export const noticed = "If somebody may be watching you, get advice first: they may notice that it is gone.";

/** How long ago, for people. */
export function ago(ms: number | null): string {
  if (ms === null) return "not recorded";
  const days = Math.floor(ms / 86_400_000);
  if (days >= 1) return days === 1 ? "1 day ago" : `${days} days ago`;
  const hours = Math.floor(ms / 3_600_000);
  return hours >= 1 ? `${hours} h ago` : "under an hour";
}

function added(each: SeenAccess): string {
  if (each.state === "unknown") return "? could not be read";
  const names = [...new Set(each.holders.filter(({ system }) => system !== true).map((holder) => holder.package))];
  if (names.length === 0) return "none";
  const more = names.length > named ? ` and ${names.length - named} more` : "";
  return `${names.length}: ${names.slice(0, named).join(", ")}${more}`;
}

function ofThePhone(each: SeenAccess): string {
  if (each.state === "unknown") return "?";
  return String(new Set(each.holders.filter(({ system }) => system === true).map((holder) => holder.package)).size);
}

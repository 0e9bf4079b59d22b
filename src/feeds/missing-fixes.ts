import type { AndroidBulletins, BulletinFix } from "./android-bulletins.ts";
import { type BulletinPart, type BulletinSeverity, bulletinSeverities } from "./bulletin-table.ts";
import type { KnownExploited } from "./known-exploited.ts";

/** Who made the phone's chip, as its properties tell it. */
export type ChipMaker = "qualcomm" | "mediatek" | "other";

/** What the phone says of its fixes; null where it does not. Days as yyyy-mm-dd. */
export interface PatchLevels {
  /** Of Android itself: `ro.build.version.security_patch`. */
  readonly os: string | null;
  /** Of chips and drivers: `ro.vendor.build.security_patch`. */
  readonly vendor: string | null;
  /** Of the parts that the Play Store renews. */
  readonly playSystem: string | null;
  readonly sdk: number | null;
  readonly chip: ChipMaker | null;
}

/** A published fix that a level does not promise. */
export interface MissingFix {
  readonly id: string;
  /** The worst grade of the bulletins that name it. */
  readonly severity: BulletinSeverity | null;
  readonly part: BulletinPart;
  /** The first level beyond the phone's that promises it. */
  readonly level: string;
}

/** A missing fix of a hole that is known to have been used in attacks. */
export interface ExploitedFix extends Omit<MissingFix, "severity"> {
  /** yyyy-mm-dd on which it was added to the catalogue. */
  readonly added: string;
  readonly vendor: string;
  /** False where no bulletin at hand names the month. */
  readonly sure: boolean;
}

/** How one patch level stands against what was published; `missing` and `exploited` are lower bounds. */
export interface LevelStanding {
  readonly level: string | null;
  /** A sentence, where the level tells nothing: then the lists are empty and mean nothing. */
  readonly unknown: string | null;
  /** By level, then number. */
  readonly missing: readonly MissingFix[];
  readonly exploited: readonly ExploitedFix[];
}

export interface MissingFixes {
  /** yyyy-mm-dd of the examination. */
  readonly at: string;
  /** yyyy-mm: the last month that the list of bulletins has. */
  readonly until: string;
  /** The list ends so long before the examination that nothing missing does not mean: all there. */
  readonly stale: boolean;
  /** Framework, system, media, kernel, and what the Play Store renews. */
  readonly os: LevelStanding;
  /** Chips and drivers of all makers: which of these fixes concern this phone is not told. */
  readonly vendor: LevelStanding;
  /** yyyy-mm of bulletins between the lowest level and the examination of which the list may not have all. */
  readonly uncertain: readonly string[];
}

const dayLength = 24 * 60 * 60 * 1000;
/** Days after the last month of the list until a newer bulletin must be out. */
const staleAfter = 45;
/** Days that makers name a level ahead of its own day. */
const aheadOfItsDay = 60;
/** Huawei and Honor name this day in all builds from Android 9 to 13. */
const frozen = "2018-06-19";

/**
 * Which published fixes the phone's levels do not promise. Fixes are counted and not months: each once, however many bulletins name it.
 * Only what was published by the time of the examination counts. A newer level never misses more than an older one.
 *
 * @param at epoch milliseconds of the examination
 */
export function missingFixes(
  levels: PatchLevels,
  bulletins: AndroidBulletins,
  exploited: KnownExploited,
  at: number,
): MissingFixes {
  const today = new Date(at).toISOString().slice(0, 10);
  const added = new Map(exploited.holes.filter((hole) => hole.added <= today).map((hole) => [hole.cve, hole]));
  const applies = ({ sdks }: BulletinFix) =>
    !sdks || levels.sdk === null || !bulletins.sdks.includes(levels.sdk) || sdks.includes(levels.sdk);
  const published = bulletins.fixes.filter((fix) => fix.level <= today && applies(fix));
  const standing = (level: string | null, what: string, fixes: readonly BulletinFix[]): LevelStanding => {
    const unknown = whyUnknown(level, what, at);
    if (level === null || unknown !== null) return { level, unknown, missing: [], exploited: [] };
    const beyond = fixes.filter((fix) => fix.level > level);
    const open = joined(beyond).flatMap(({ id, part, level: first }): readonly ExploitedFix[] => {
      const hole = added.get(id);
      if (!hole || (part === "vendor" && isOfAnotherChip(hole.vendor, levels.chip))) return [];
      const sure = beyond.some((fix) => fix.id === id && !fix.unverified);
      return [{ id, part, level: first, added: hole.added, vendor: hole.vendor, sure }];
    });
    return { level, unknown, missing: joined(beyond.filter((fix) => !fix.unverified)), exploited: open };
  };
  const renewed = (fix: BulletinFix) =>
    fix.part === "play-system" && (levels.playSystem === null || fix.level <= levels.playSystem);
  const os = standing(
    levels.os,
    "Android",
    published.filter((fix) => fix.part !== "vendor" && fix.part !== "google-devices" && !renewed(fix)),
  );
  const vendor = standing(
    levels.vendor,
    "chips and drivers",
    published.filter((fix) => fix.part === "vendor"),
  );
  const known = [os, vendor].flatMap(({ level, unknown }) => (level !== null && unknown === null ? [level] : []));
  const lowest = known.sort()[0];
  return {
    at: today,
    until: bulletins.until,
    stale: at - Date.parse(`${bulletins.until}-01`) > (31 + staleAfter) * dayLength,
    os,
    vendor,
    uncertain:
      lowest === undefined ? [] : uncertainMonths(lowest.slice(0, 7), today.slice(0, 7), bulletins, levels.sdk),
  };
}

/** How many of them have each grade; `null` under "not-told". */
export function countBySeverity(fixes: readonly MissingFix[]): Readonly<Record<BulletinSeverity | "not-told", number>> {
  const counts = { critical: 0, high: 0, moderate: 0, low: 0, "not-told": 0 };
  for (const { severity } of fixes) counts[severity ?? "not-told"]++;
  return counts;
}

/** Why a level tells nothing, in one sentence; null where it does. */
function whyUnknown(level: string | null, what: string, at: number): string | null {
  if (level === null || level === "") return `The phone does not tell the level of its fixes for ${what}.`;
  const time = /^\d{4}-\d\d-\d\d$/.test(level) ? Date.parse(level) : Number.NaN;
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== level)
    return `The level of its fixes for ${what} is no day of the calendar.`;
  if (time - at > aheadOfItsDay * dayLength)
    return `The level of its fixes for ${what} is of a day long after this examination.`;
  if (level === frozen) return `The level of its fixes for ${what} is a day that its maker never changes.`;
  return null;
}

/** Each fix once: with its worst grade and the first level that promises it. */
function joined(fixes: readonly BulletinFix[]): readonly MissingFix[] {
  const found = new Map<string, MissingFix>();
  for (const { id, severity, part, level } of fixes) {
    const known = found.get(id);
    const first = !known || level < known.level;
    found.set(id, {
      id,
      severity: worse(known?.severity ?? null, severity),
      part: first ? part : known.part,
      level: first ? level : known.level,
    });
  }
  return [...found.values()].sort((a, b) =>
    a.level === b.level ? (a.id < b.id ? -1 : 1) : a.level < b.level ? -1 : 1,
  );
}

function worse(a: BulletinSeverity | null, b: BulletinSeverity | null): BulletinSeverity | null {
  return bulletinSeverities.find((each) => each === a || each === b) ?? null;
}

/** A maker of chips whose holes this phone cannot have, as far as its chip is told. Arm's graphics are in chips of MediaTek and others. */
function isOfAnotherChip(vendor: string, chip: ChipMaker | null): boolean {
  if (chip === null) return false;
  if (/^qualcomm$/i.test(vendor)) return chip !== "qualcomm";
  if (/^mediatek$/i.test(vendor)) return chip !== "mediatek";
  return /^arm$/i.test(vendor) && chip === "qualcomm";
}

/** The month of the level itself counts too: a level of its first day does not promise the rest. */
function uncertainMonths(
  from: string,
  to: string,
  { months, until, fixes, sdks }: AndroidBulletins,
  sdk: number | null,
): readonly string[] {
  // The publisher's lists are whole for their own API levels; of another one they may lack what concerns it alone.
  const covered = sdks.length === 0 || (sdk !== null && sdks.includes(sdk));
  const first = fixes.reduce((least, fix) => (fix.sdks && fix.level < least ? fix.level : least), "9999");
  const complete = new Set(
    months.filter((each) => each.complete && (covered || each.month < first.slice(0, 7))).map(({ month }) => month),
  );
  const found: string[] = [];
  let [year = 0, month = 0] = from.split("-").map(Number);
  for (let i = 0; i < 1200; i++) {
    const name = `${year}-${String(month).padStart(2, "0")}`;
    if (name > to || name > until) break;
    if (!complete.has(name)) found.push(name);
    month = month === 12 ? 1 : month + 1;
    if (month === 1) year++;
  }
  return found;
}

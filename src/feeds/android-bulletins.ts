import { FormatError } from "../core/errors.ts";
import { defineFeed, type FeedFile } from "../core/feed.ts";
import { type BulletinMonth, type BulletinPart, type BulletinSeverity, readBulletinTable } from "./bulletin-table.ts";
import { bulletinTable } from "./embedded/android-bulletins.ts";
import { parseSdkReport } from "./google-sdk-report.ts";
import { keptAdvisory, parseOsvAndroid } from "./osv-android.ts";

/** One fix that a bulletin published. */
export interface BulletinFix {
  /** CVE, or Google's own number where there is none: CVE-2024-43093, ASB-A-162980455. */
  readonly id: string;
  /** null where no source tells. */
  readonly severity: BulletinSeverity | null;
  readonly part: BulletinPart;
  /** yyyy-mm-dd: the security patch level that promises it. */
  readonly level: string;
  /** API levels whose list names it; absent where no source tells. */
  readonly sdks?: readonly number[];
  /** The month is known, but from no bulletin that was read: it counts in no sum. */
  readonly unverified?: true;
}

/** Versions of the long-term kernels that a patch level asks for. */
export interface KernelFloor {
  readonly level: string;
  /** For example 5.10.209. */
  readonly versions: readonly string[];
}

export interface AndroidBulletins {
  /** yyyy-mm: the last month with a fix in the list. */
  readonly until: string;
  readonly fixes: readonly BulletinFix[];
  readonly months: readonly BulletinMonth[];
  /** API levels of which the publisher's own list was read; empty for the list that comes with Candor. */
  readonly sdks: readonly number[];
  readonly kernels: readonly KernelFloor[];
}

/** The day up to which the list that comes with Candor was put together. */
const gathered = "2026-08-22";
let read: AndroidBulletins | undefined;

/** Fixes that Google's Android Security Bulletins published, each with the patch level that promises it. */
export const androidBulletins = defineFeed<AndroidBulletins>({
  id: "android-bulletins",
  version: 2,
  about: "Security fixes that Google published for Android, each with the patch level that promises it",
  publisher: "Google",
  licence: "Facts from pages under Apache-2.0 and CC0; Google names no licence for its lists",
  homepage: "https://source.android.com/docs/security/bulletin",
  files: { "android_sdk_34.json": sdkFile(34) },
  // A level that Google has no list for is left out.
  follow: () => ({
    ...Object.fromEntries([29, 30, 31, 32, 33, 35, 36, 37].map((sdk) => [`android_sdk_${sdk}.json`, sdkFile(sdk)])),
    [osvName]: osvFile,
  }),
  parse: (files) => joined(embedded(), files),
  count: ({ fixes }) => fixes.length,
  embedded: {
    date: gathered,
    get value() {
      return embedded();
    },
  },
});

const osvName = "osv-android.jsonl";
/** The same publisher's advisories in the format of OSV: they name fixes that the lists by API level leave out. */
const osvFile: FeedFile = {
  url: "https://storage.googleapis.com/osv-vulnerabilities/Android/all.zip",
  maxBytes: 200_000_000,
  zipped: { maxEntries: 100_000, maxEntryBytes: 16 * 1024 * 1024, keep: keptAdvisory },
  optional: true,
};

function sdkFile(sdk: number): FeedFile {
  return {
    url: `https://storage.googleapis.com/osv-android-api/v1/android_sdk_${sdk}.json`,
    maxBytes: 8_000_000,
  };
}

function embedded(): AndroidBulletins {
  read ??= readBulletinTable(bulletinTable);
  return read;
}

/** Google's lists begin in 2020; what is older stays as it comes with Candor. OSV adds fixes that they leave out. */
function joined(
  old: AndroidBulletins,
  { [osvName]: osv, ...files }: Readonly<Record<string, string>>,
): AndroidBulletins {
  const lists = Object.entries(files).map(([name, text]) => {
    const sdk = Number(/^android_sdk_(\d{2})\.json$/.exec(name)?.[1]);
    if (Number.isNaN(sdk)) throw new FormatError("android-bulletins", "a file of another name");
    return { sdk, ...parseSdkReport(text) };
  });
  const levels = lists.flatMap(({ fixes }) => fixes.map(({ level }) => level)).sort();
  const [first, last] = [levels[0]?.slice(0, 7) ?? "", levels.at(-1)?.slice(0, 7) ?? ""];
  const own = new Map<string, BulletinFix & { sdks: number[] }>();
  for (const { sdk, fixes } of lists)
    for (const fix of fixes) {
      const key = `${fix.id} ${fix.level} ${fix.part}`;
      const known = own.get(key);
      if (known) known.sdks.push(sdk);
      else own.set(key, { ...fix, sdks: [sdk] });
    }
  const months = new Set([...own.values()].map(({ id, level }) => `${id} ${level.slice(0, 7)}`));
  // A month before their first is not whole in them, nor one after their last: what OSV has of those would be taken for all there is.
  const added = (osv === undefined ? [] : parseOsvAndroid(osv)).filter(
    ({ id, level }) =>
      level.slice(0, 7) >= first && level.slice(0, 7) <= last && !months.has(`${id} ${level.slice(0, 7)}`),
  );
  return {
    until: last,
    fixes: [...old.fixes.filter(({ level }) => level.slice(0, 7) < first), ...own.values(), ...added],
    months: [...old.months.filter(({ month }) => month < first), ...monthsFrom(first, last)],
    sdks: lists.map(({ sdk }) => sdk).sort((a, b) => a - b),
    kernels: newest(lists.map(({ kernels }) => kernels)),
  };
}

function monthsFrom(first: string, last: string): readonly BulletinMonth[] {
  const months: BulletinMonth[] = [];
  for (let [year = 0, month = 0] = first.split("-").map(Number); months.length < 1200; month++) {
    if (month > 12) [year, month] = [year + 1, 1];
    const name = `${year}-${String(month).padStart(2, "0")}`;
    if (name > last) break;
    months.push({ month: name, complete: true });
  }
  return months;
}

/** The lists agree on kernels; the one that tells most is taken. */
function newest(all: readonly (readonly KernelFloor[])[]): readonly KernelFloor[] {
  return all.toSorted((a, b) => b.length - a.length)[0] ?? [];
}

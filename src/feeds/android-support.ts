import { FormatError } from "../core/errors.ts";
import { defineFeed } from "../core/feed.ts";

/** One version of Android. */
export interface AndroidVersion {
  /** API level. */
  readonly sdk: number;
  /** For example 8.1 or 12L. */
  readonly name: string;
  /** yyyy-mm-dd of the last bulletin with fixes for it, or the end that Google named; null where it had none on the list's day. */
  readonly ended: string | null;
}

export interface AndroidSupport {
  /** yyyy-mm-dd: the day on which the list was right. */
  readonly asOf: string;
  readonly versions: readonly AndroidVersion[];
}

const ended: readonly (readonly [sdk: number, name: string, ended: string | null])[] = [
  [21, "5.0", "2018-03-01"],
  [22, "5.1", "2018-03-01"],
  [23, "6", "2018-08-01"],
  [24, "7.0", "2019-10-01"],
  [25, "7.1", "2019-10-01"],
  [26, "8.0", "2021-01-01"],
  [27, "8.1", "2021-10-01"],
  [28, "9", "2022-01-01"],
  [29, "10", "2023-03-06"],
  [30, "11", "2024-02-05"],
  [31, "12", "2025-03-31"],
  [32, "12L", "2025-03-31"],
  [33, "13", "2026-03-02"],
  [34, "14", null],
  [35, "15", null],
  [36, "16", null],
];

const value: AndroidSupport = {
  asOf: "2026-04-29",
  versions: ended.map(([sdk, name, end]) => ({ sdk, name, ended: end })),
};

/** Which versions of Android Google's monthly bulletins still bring fixes for. Comes with Candor; not fetched. */
export const androidSupport = defineFeed<AndroidSupport>({
  id: "android-support",
  about: "Until when each version of Android got fixes from Google",
  publisher: "Candor, after the Android Security Bulletins and endoflife.date",
  licence: "Apache-2.0",
  homepage: "https://endoflife.date/android",
  files: {},
  parse: () => {
    throw new FormatError("android-support", "this list comes with Candor");
  },
  count: ({ versions }) => versions.length,
  embedded: { date: value.asOf, value },
});

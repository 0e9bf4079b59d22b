import { FormatError } from "../core/errors.ts";
import { defineFeed } from "../core/feed.ts";

/** One main version of Chromium, which WebView and Chrome are made from. */
export interface ChromiumMilestone {
  readonly version: number;
  /** yyyy-mm-dd of the first stable release, by the schedule; single releases came a day earlier or later. */
  readonly released: string;
}

export interface ChromiumMilestones {
  /** yyyy-mm-dd: the day up to which the list is complete. */
  readonly asOf: string;
  /** By version, ascending. */
  readonly milestones: readonly ChromiumMilestone[];
}

/** First version and its release days, one after the other; an empty day is a version that was left out. */
const first = 69;
const released = `
2018-09-04 2018-10-16 2018-12-04 2019-01-29 2019-03-12 2019-04-23 2019-06-04 2019-07-30 2019-09-10 2019-10-22 2019-12-10
2020-02-04 2020-04-07 - 2020-05-19 2020-07-14 2020-08-25 2020-10-06 2020-11-17 2021-01-19 2021-03-02 2021-04-14 2021-05-25
2021-07-20 2021-08-31 2021-09-21 2021-10-19 2021-11-15 2022-01-04 2022-02-01 2022-03-01 2022-03-29 2022-04-26 2022-05-24
2022-06-21 2022-08-02 2022-08-30 2022-09-27 2022-10-25 2022-11-29 2023-01-10 2023-02-07 2023-03-07 2023-04-04 2023-05-02
2023-05-30 2023-07-18 2023-08-15 2023-09-12 2023-10-10 2023-10-31 2023-12-05 2024-01-23 2024-02-20 2024-03-19 2024-04-16
2024-05-14 2024-06-11 2024-07-23 2024-08-20 2024-09-17 2024-10-15 2024-11-12 2025-01-14 2025-02-04 2025-03-04 2025-04-01
2025-04-29 2025-05-27 2025-06-24 2025-08-05 2025-09-02 2025-09-30 2025-10-28 2025-12-02 2026-01-13 2026-02-10 2026-03-10
2026-04-07 2026-05-05 2026-06-02 2026-06-30`;

const value: ChromiumMilestones = {
  asOf: "2026-07-01",
  milestones: released
    .trim()
    .split(/\s+/)
    .map((day, i) => ({ version: first + i, released: day }))
    .filter((milestone) => milestone.released !== "-"),
};

/** When the main versions of Chromium came out, to tell how old a WebView is. Comes with Candor; not fetched. */
export const chromiumMilestones = defineFeed<ChromiumMilestones>({
  id: "chromium-milestones",
  about: "When the main versions of Chromium came out",
  publisher: "Candor, after the release schedule of Chromium",
  licence: "Apache-2.0",
  homepage: "https://chromiumdash.appspot.com/schedule",
  files: {},
  parse: () => {
    throw new FormatError("chromium-milestones", "this list comes with Candor");
  },
  count: ({ milestones }) => milestones.length,
  embedded: { date: value.asOf, value },
});

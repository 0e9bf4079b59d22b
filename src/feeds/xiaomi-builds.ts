import { FormatError } from "../core/errors.ts";
import { defineFeed } from "../core/feed.ts";
import { xiaomiTable } from "./embedded/xiaomi-builds.ts";

/** The newest stable system that Xiaomi handed out for one model in one region, as far as it was seen. */
export interface XiaomiBuild {
  /** The model and its region as the phone itself names them in `ro.product.mod_device`: pipa_eea_global. */
  readonly model: string;
  /** For example OS2.0.14.0.UMZEUXM. */
  readonly version: string;
  /** yyyy-mm-dd on which it was seen or made. */
  readonly date: string;
}

export interface XiaomiBuilds {
  /** By model. */
  readonly builds: readonly XiaomiBuild[];
}

const name = "latest.yml";
const maxBuilds = 20_000;
let read: XiaomiBuilds | undefined;

/** Which system of Xiaomi is the newest for which model: model, version and day alone, without addresses and names. */
export const xiaomiBuilds = defineFeed<XiaomiBuilds>({
  id: "xiaomi-builds",
  about: "The newest system that Xiaomi handed out for each model and region",
  publisher: "XiaomiFirmwareUpdater, from Xiaomi's own update servers",
  licence: "Facts (model, version, day) from a repository under GPL-3.0",
  homepage: "https://github.com/XiaomiFirmwareUpdater/miui-updates-tracker",
  files: {
    [name]: {
      url: "https://raw.githubusercontent.com/XiaomiFirmwareUpdater/miui-updates-tracker/master/data/latest.yml",
      maxBytes: 8_000_000,
    },
  },
  parse: (files) => parseXiaomiBuilds(files[name] ?? ""),
  count: ({ builds }) => builds.length,
  embedded: {
    date: "2026-08-22",
    get value() {
      read ??= { builds: xiaomiTable.trim().split("\n").map(readLine) };
      return read;
    },
  },
});

/**
 * Reads the published list: a YAML list of flat maps, of which only stable builds count and of each model only the newest.
 *
 * @throws FormatError where no stable build is in it.
 */
export function parseXiaomiBuilds(text: string): XiaomiBuilds {
  const newest = new Map<string, XiaomiBuild>();
  for (const entry of text.split(/^- /m).slice(1, maxBuilds)) {
    const field = (key: string) => new RegExp(`^(?:  )?${key}: '?([^'\\n]{1,80})'?$`, "m").exec(entry)?.[1];
    const [model, version, date, branch] = [field("codename"), field("version"), field("date"), field("branch")];
    if (branch !== "Stable" || !model || !version || !date) continue;
    if (!/^\w{1,60}$/.test(model) || !/^[\w.]{3,40}$/.test(version) || !/^\d{4}-\d\d-\d\d$/.test(date)) continue;
    const known = newest.get(model);
    if (!known || compareXiaomiVersions(known.version, version) < 0) newest.set(model, { model, version, date });
  }
  if (newest.size === 0) throw new FormatError(name, "no stable build in it");
  return { builds: [...newest.values()].sort((a, b) => (a.model < b.model ? -1 : 1)) };
}

/**
 * Compares two versions of Xiaomi's systems: below zero where the first is older. HyperOS (OS1, A15) comes after all of MIUI (V14); then the
 * numbers count, one after the other, and last the letters, which name Android, model and region.
 */
export function compareXiaomiVersions(a: string, b: string): number {
  const [one, two] = [ranked(a), ranked(b)];
  for (let i = 0; i < Math.max(one.length, two.length); i++) {
    const difference = (one[i] ?? 0) - (two[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function ranked(version: string): readonly number[] {
  const [, kind = "", rest = ""] = /^([A-Z]{0,4})([\d.]*)/.exec(version) ?? [];
  const system = kind === "OS" ? 2 : kind === "V" ? 1 : kind === "A" ? 3 : 0;
  return [system, ...rest.split(".").filter(Boolean).map(Number)];
}

/** `pipa_eea_global OS2.0.14.0.UMZEUXM 2026-05-09`. */
function readLine(line: string): XiaomiBuild {
  const [model = "", version = "", date = ""] = line.split(" ");
  return { model, version, date };
}

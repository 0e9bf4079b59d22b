import { FormatError } from "../core/errors.ts";
import { defineFeed } from "../core/feed.ts";

/** Digests of known APKs, in one text: a list of thousands costs no object each. */
export interface StalkerwareSamples {
  /** SHA-256 in lower-case hexadecimal digits, 64 each, sorted, nothing between them. */
  readonly digests: string;
  /** By digest: its place in `apps`. */
  readonly owners: readonly number[];
  /** Names of the products. */
  readonly apps: readonly string[];
}

const file = "samples.csv";
const digits = 64;
const maxSamples = 200_000;

/** APKs of stalkerware and watchware that Echap has had in hand. */
export const stalkerwareSamples = defineFeed<StalkerwareSamples>({
  id: "stalkerware-samples",
  about: "Digests of app files made to watch a person in secret",
  publisher: "Echap",
  licence: "CC-BY-4.0",
  homepage: "https://github.com/AssoEchap/stalkerware-indicators",
  files: {
    [file]: {
      url: "https://raw.githubusercontent.com/AssoEchap/stalkerware-indicators/master/samples.csv",
      maxBytes: 16_000_000,
    },
  },
  parse: (files) => samplesOf(files[file] ?? ""),
  count: ({ owners }) => owners.length,
  embedded: null,
});

/**
 * The product that an APK belongs to; null when the list does not have it.
 *
 * @param digest SHA-256 of the whole file, hexadecimal digits in any case
 */
export function sampleApp({ digests, owners, apps }: StalkerwareSamples, digest: string): string | null {
  const wanted = digest.toLowerCase();
  let low = 0;
  let high = owners.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const found = digests.slice(middle * digits, (middle + 1) * digits);
    if (found === wanted) return apps[owners[middle] ?? -1] ?? null;
    if (found < wanted) low = middle + 1;
    else high = middle;
  }
  return null;
}

function samplesOf(text: string): StalkerwareSamples {
  const [header, ...lines] = text.split(/\r?\n/);
  const columns = (header ?? "").split(",").map((name) => name.trim().toLowerCase());
  const [hashColumn, appColumn] = [columns.indexOf("sha256"), columns.indexOf("app")];
  if (hashColumn < 0 || appColumn < 0) throw new FormatError(file, "no columns SHA256 and App");
  const rows = new Map<string, string>();
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const cells = line.split(",");
    const digest = (cells[hashColumn] ?? "").trim().toLowerCase();
    // The name comes last, so that one with a comma in it stays whole.
    const app = (appColumn === columns.length - 1 ? cells.slice(appColumn).join(",") : (cells[appColumn] ?? "")).trim();
    if (!/^[0-9a-f]{64}$/.test(digest)) throw new FormatError(`${file}, line ${index + 2}`, "no SHA-256");
    if (!/^[^\p{Cc}\p{Cf}]{1,200}$/u.test(app)) throw new FormatError(`${file}, line ${index + 2}`, "no name");
    if (rows.size >= maxSamples) throw new FormatError(file, `more than ${maxSamples} samples`);
    rows.set(digest, app);
  }
  const sorted = [...rows.keys()].sort();
  const apps = [...new Set(rows.values())].sort();
  const places = new Map(apps.map((app, place) => [app, place]));
  return { digests: sorted.join(""), owners: sorted.map((digest) => places.get(rows.get(digest) ?? "") ?? -1), apps };
}

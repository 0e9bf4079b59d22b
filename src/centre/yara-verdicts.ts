import type { Verdict } from "./app-engines.ts";
import { toldSeverity } from "./file-engine.ts";
import type { YaraHit } from "./yara-matcher.ts";
import { type YaraList, type YaraUnit, yaraOrigin } from "./yara-rules.ts";

/** Rules that matched in one file, put together: a rule is told of once for each APK, with all the parts that it matched in. */
export class YaraFindings {
  readonly #units: readonly YaraUnit[];
  readonly #lists: readonly YaraList[];
  readonly #found = new Map<
    string,
    { readonly inside: string | null; readonly hit: YaraHit; readonly parts: (string | null)[] }
  >();

  constructor(units: readonly YaraUnit[], lists: readonly YaraList[]) {
    this.#units = units;
    this.#lists = lists;
  }

  add(inside: string | null, entry: string | null, hits: readonly YaraHit[]): void {
    for (const hit of hits) {
      // A file that is read for itself and included by another gives the same rule twice.
      const key = JSON.stringify([inside, hit.rule, this.#origin(hit)]);
      const found = this.#found.get(key);
      if (found) {
        if (!found.parts.includes(entry)) found.parts.push(entry);
      } else this.#found.set(key, { inside, hit, parts: [entry] });
    }
  }

  verdicts(): { readonly inside: string | null; readonly verdict: Verdict }[] {
    return [...this.#found.values()].flatMap(({ inside, hit, parts }) => {
      const list = this.#lists[this.#units[hit.unit]?.list ?? -1];
      return list ? [{ inside, verdict: verdictOf(hit, parts, list, this.#origin(hit)) }] : [];
    });
  }

  #origin({ unit, line }: YaraHit): string {
    const of = this.#units[unit];
    return of ? yaraOrigin(of, line) : "";
  }
}

function verdictOf(hit: YaraHit, parts: readonly (string | null)[], list: YaraList, origin: string): Verdict {
  const told = (name: string) => hit.meta.find((each) => each.name.toLowerCase() === name)?.value.slice(0, 300);
  const [description, author] = [told("description"), told("author")];
  const where = parts[0] ?? "the file as a whole";
  const more = parts.length > 1 ? ` and ${parts.length - 1} more of its parts` : "";
  const published = list.origin === "updated";
  const rule = published ? `The published rule ${hit.rule}` : `The rule ${hit.rule} (${origin})`;
  const says = description === undefined ? "" : `: ${description.replace(/[\s.]+$/, "")}`;
  return {
    engine: "yara",
    list: list.name,
    date: list.date,
    severity: toldSeverity(hit.meta) ?? (published ? "critical" : "high"),
    // Rules look for what is typical, and that may be elsewhere too.
    confidence: "likely",
    name: hit.rule,
    message: `${rule} matches ${where}${more}${says}.`,
    evidence: {
      name: [
        `rule ${hit.rule}`,
        origin,
        where,
        ...(author === undefined ? [] : [`author ${author}`]),
        ...(hit.tags.length === 0 ? [] : [`tags ${hit.tags.slice(0, 10).join(" ")}`]),
      ].join(", "),
      value: hit.strings.map(stringText).join("; ") || "the condition holds without strings",
    },
  };
}

function stringText({ name, offset, shown, length }: YaraHit["strings"][number]): string {
  // Wide strings have a zero behind each character.
  const text = /^(?:[\x20-\x7e]\0)+[\x20-\x7e]?$/.test(shown) ? shown.replaceAll("\0", "") : shown;
  const bytes = () => [...shown].map((char) => char.charCodeAt(0).toString(16).padStart(2, "0")).join(" ");
  const more = length > shown.length ? "…" : "";
  return `${name} at 0x${offset.toString(16)}: ${/^[\x20-\x7e]+$/.test(text) ? JSON.stringify(text) : bytes()}${more}`;
}

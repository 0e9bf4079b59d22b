/** A locale as resources carry it: parts in their usual case, "" where they are not given. */
export interface ResLocale {
  /** Two or three small letters. */
  readonly language: string;
  /** Two capital letters or three digits. */
  readonly region: string;
  /** Four letters. */
  readonly script: string;
  readonly variant: string;
}

/** Codes that were replaced; Java kept the old ones for long, and so did resources. */
const replaced: ReadonlyMap<string, string> = new Map([
  ["iw", "he"],
  ["in", "id"],
  ["ji", "yi"],
  ["tl", "fil"],
]);

/** The code in use today of a language. */
export function canonicalLanguage(language: string): string {
  return replaced.get(language) ?? language;
}

/** A locale in the form of BCP 47, with the language code as the file has it. */
export function localeTag({ language, script, region, variant }: ResLocale): string {
  return [language, script, region, variant].filter((part) => part !== "").join("-");
}

/** Whether a text in `locale` (none: the default) may be shown to someone who wants `wanted` (none: the default only). */
export function localeMatches(locale: ResLocale | undefined, wanted: ResLocale | undefined): boolean {
  if (!locale) return true;
  if (!wanted || canonicalLanguage(locale.language) !== wanted.language) return false;
  const script = scriptOf(locale);
  const wantedScript = scriptOf(wanted);
  if (script !== "" && wantedScript !== "") return script === wantedScript;
  return locale.region === "" || locale.region === wanted.region;
}

/** Above 0 when `a` is nearer to `wanted` than `b`; both match it. */
export function bestLocale(a: ResLocale | undefined, b: ResLocale | undefined, wanted: ResLocale | undefined): number {
  if (!wanted || (!a && !b)) return 0;
  return nearness(a, wanted) - nearness(b, wanted);
}

/**
 * Regions by likeness: the same, the group of regions it belongs to, no region, another one. Texts without a language are
 * held to be in the English of the United States, so that they come before British texts there.
 */
function nearness(locale: ResLocale | undefined, wanted: ResLocale): number {
  if (!locale) return wanted.language === "en" && nearUnitedStates.has(wanted.region) ? 35 : 0;
  const variant = locale.variant.toLowerCase() === wanted.variant.toLowerCase() ? 1 : 0;
  if (locale.region === wanted.region) return 50 + variant;
  if (locale.region === regionGroup(wanted)) return 40 + variant;
  if (locale.region === "") return 38 + variant;
  return (regionGroup(locale) === regionGroup(wanted) ? 20 : 10) + variant;
}

/** Where the English of the United States is the nearest. */
const nearUnitedStates = new Set(["", "US", "AS", "BI", "GU", "MH", "MP", "PH", "PR", "UM", "VI"]);
const latinAmerica = new Set("AR BO BR BZ CL CO CR CU DO EC GT HN MX NI PA PE PR PY SV US UY VE".split(" "));

/** The UN M49 number that CLDR puts between a language and its regions: 419 Latin America, 001 the world. */
function regionGroup({ language, region }: ResLocale): string {
  if (language === "es") return latinAmerica.has(region) ? "419" : "";
  if (language === "en") return nearUnitedStates.has(region) ? "" : "001";
  if (language === "pt") return region === "BR" ? "" : "PT";
  return "";
}

const scripts = new Map<string, string>();

/** The script, written or by what is likely for language and region; "" when nothing is known of them. */
function scriptOf({ language, region, script }: ResLocale): string {
  if (script !== "") return script;
  const tag = region === "" ? language : `${language}-${region}`;
  let likely = scripts.get(tag);
  if (likely === undefined) {
    likely = likelyScript(tag);
    if (scripts.size < 1000) scripts.set(tag, likely);
  }
  return likely;
}

function likelyScript(tag: string): string {
  try {
    return new Intl.Locale(tag).maximize().script ?? "";
  } catch {
    // Letters that no locale has: a file may hold anything.
    return "";
  }
}

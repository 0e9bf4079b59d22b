import type { PreloadMetric, PreloadScore } from "../core/assessment.ts";
import { type PreloadBaseline, preloadBaselines } from "./preload-baselines.ts";
import { permissionWeights } from "./preload-weights.ts";

/** One package of the system image, as far as the score needs it. */
export interface PreloadedPackage {
  readonly name: string;
  /** Signed with the key of the package `android`. */
  readonly platformSigned: boolean;
  readonly hasCode: boolean;
  /** Permissions that are granted. */
  readonly granted: readonly string[];
}

/**
 * The risk score of pre-installed apps by the published method Uraniborg: each metric is its weight times the share of what is not in the
 * baseline. Cleartext traffic is not told by Android's package dump, so the sum is a range. Pure; a reason where it cannot be told.
 */
export function preloadScore(
  apiLevel: number,
  packages: readonly PreloadedPackage[],
): PreloadScore | { readonly reason: string } {
  const baseline = preloadBaselines.get(apiLevel);
  if (!baseline)
    return {
      reason: `The method has a baseline here only for API levels ${[...preloadBaselines.keys()].join(" and ")}.`,
    };
  const counted = packages.filter(({ name, hasCode }) => hasCode && !excluded.has(name));
  const platform = counted.filter(({ platformSigned }) => platformSigned);
  const others = counted.filter(({ platformSigned }) => !platformSigned);
  if (others.length === 0 || platform.length === 0)
    return { reason: "The phone's digests of keys do not tell the system's own apps from others." };
  const metrics = [
    metric("Apps signed with the system's own key", 6, platform, baseline.platform, () => 1),
    metric("Granted permissions of weight, in other apps", 3, others, baseline.all, ({ granted }) =>
      permissionScore(granted),
    ),
    { name: "Apps that may send without encryption", weight: 1, added: null, all: null, score: null },
  ];
  const lowest = metrics.reduce((sum, { score }) => sum + (score ?? 0), 0);
  const unknown = metrics.reduce((sum, { score, weight }) => sum + (score === null ? weight : 0), 0);
  return { ...aboutMethod(baseline), metrics, lowest, highest: lowest + unknown, outOf: 10 };
}

/** What the method leaves out on every phone. */
const excluded: ReadonlySet<string> = new Set(["android", "com.uraniborg.hubble"]);

function metric(
  name: string,
  weight: number,
  packages: readonly PreloadedPackage[],
  known: ReadonlySet<string>,
  points: (of: PreloadedPackage) => number,
): PreloadMetric {
  const suffixes = suffixesOf(known);
  const sum = (list: readonly PreloadedPackage[]) => list.reduce((so, each) => so + points(each), 0);
  const all = sum(packages);
  const added = sum(packages.filter((each) => !isKnown(each.name, known, suffixes)));
  return { name, weight, added, all, score: all === 0 ? 0 : (weight * added) / all };
}

/** Names of the baseline without `com.android` or `android`: the method takes a package that ends so for the same. */
function suffixesOf(known: ReadonlySet<string>): readonly string[] {
  return [...known].flatMap((name) =>
    ["com.android.", "android."].flatMap((prefix) =>
      name.startsWith(prefix) ? [`.${name.slice(prefix.length)}`] : [],
    ),
  );
}

function isKnown(name: string, known: ReadonlySet<string>, suffixes: readonly string[]): boolean {
  return known.has(name) || suffixes.some((suffix) => name.endsWith(suffix));
}

/** Of permissions for location, and of those for messages, only the heaviest counts. */
function permissionScore(granted: readonly string[]): number {
  let [location, sms, rest] = [0, 0, 0];
  for (const permission of new Set(granted)) {
    const weight = permissionWeights.get(permission) ?? 0;
    if (permission.includes("LOCATION")) location = Math.max(location, weight);
    else if (permission.includes("SMS")) sms = Math.max(sms, weight);
    else rest += weight;
  }
  return location + sms + rest;
}

function aboutMethod({ name }: PreloadBaseline) {
  return {
    method: "Uraniborg's preloaded app risk score, with Google's services counted",
    formula:
      "score = 6 × added/all (apps with the system's own key) + 3 × added/all (weights of granted permissions of other apps) + 1 × added/all (apps that may send without encryption); added is what the baseline has not. Weights of permissions: 100, 10, 7.5, 5, 2.5.",
    source: "https://github.com/android/security-certification-resources/tree/master/uraniborg",
    baseline: name,
    deviations: [
      "Only packages of the system image are counted, so that apps of the owner change nothing.",
      "Whether apps may send without encryption is not in Android's package dump: the score is a range.",
      "Permissions that are given by app-ops are not counted, and stores and safety information of makers are not left out.",
      "Whose key an app is signed with is told by the short digest that Android prints.",
    ],
  };
}

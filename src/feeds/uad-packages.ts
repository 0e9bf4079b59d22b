import { FormatError } from "../core/errors.ts";
import { defineFeed } from "../core/feed.ts";

/** One package as the Universal Android Debloater lists it. */
export interface UadPackage {
  readonly name: string;
  /** Oem, Google, Aosp, Carrier, Misc, Pending, as published. */
  readonly list: string;
  /** What its writers say of it, in their words; may be empty. Outside text. */
  readonly description: string;
  /** Their advice: Recommended, Advanced, Expert, Unsafe. */
  readonly removal: (typeof advice)[number];
  /** Packages that it needs, and that need it. Filled in for few. */
  readonly dependencies: readonly string[];
  readonly neededBy: readonly string[];
}

export interface UadPackages {
  readonly packages: readonly UadPackage[];
}

const advice = ["Recommended", "Advanced", "Expert", "Unsafe"] as const;
const file = "uad_lists.json";
const maxPackages = 50_000;
const maxDescription = 4_000;

/**
 * Pre-installed packages with the advice of those who removed them. Never part of Candor, whose licence is another: it is fetched by
 * `candor feeds update`, shown beside Candor's own list, and never the ground of an action by itself.
 */
export const uadPackages = defineFeed<UadPackages>({
  id: "uad-packages",
  about: "Pre-installed packages, with the advice of the Universal Android Debloater",
  publisher: "Universal Debloater Alliance",
  licence: "GPL-3.0-or-later",
  homepage: "https://github.com/Universal-Debloater-Alliance/universal-android-debloater-next-generation",
  files: {
    [file]: {
      url: "https://raw.githubusercontent.com/Universal-Debloater-Alliance/universal-android-debloater-next-generation/main/resources/assets/uad_lists.json",
      maxBytes: 8_000_000,
    },
  },
  parse: (files) => ({ packages: packagesOf(files[file] ?? "") }),
  count: ({ packages }) => packages.length,
  embedded: null,
});

/** Fields that are misspelt or that nobody knows are left out; an entry without a name or an advice that is known is none. */
function packagesOf(text: string): readonly UadPackage[] {
  const items = document(text);
  if (!isMap(items)) throw new FormatError(file, "no map of packages");
  const rows = Object.entries(items);
  if (rows.length > maxPackages) throw new FormatError(file, `more than ${maxPackages} packages`);
  const packages = rows.flatMap(([name, item]) => packageOf(name, item) ?? []);
  if (packages.length < rows.length / 2 || packages.length === 0)
    throw new FormatError(file, "most of its entries are no packages");
  return packages;
}

function packageOf(name: string, item: unknown): UadPackage | undefined {
  const removal = advice.find((each) => each === own(item, "removal"));
  if (removal === undefined || !isName(name)) return undefined;
  const list = own(item, "list");
  const description = own(item, "description");
  return {
    name,
    list: typeof list === "string" && /^[A-Za-z]{1,20}$/.test(list) ? list : "Misc",
    description: typeof description === "string" ? description.slice(0, maxDescription) : "",
    removal,
    dependencies: names(own(item, "dependencies")),
    neededBy: names(own(item, "neededBy")),
  };
}

function document(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new FormatError(file, "not JSON");
  }
}

function names(value: unknown): readonly string[] {
  return Array.isArray(value) ? (value as readonly unknown[]).slice(0, 100).filter(isName) : [];
}

function isName(value: unknown): value is string {
  return typeof value === "string" && value.length <= 255 && /^[A-Za-z0-9_]+(?:\.[A-Za-z0-9_]+)*$/.test(value);
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function own(map: unknown, key: string): unknown {
  return isMap(map) && Object.hasOwn(map, key) ? map[key] : undefined;
}

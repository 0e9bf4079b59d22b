// Packs the facts about security updates that come with Candor (src/feeds/embedded): `node scripts/run.mjs scripts/updates.ts FOLDER`, with
// asb-bulletins.json (schema asb-compact/1), kev-android.json and xiaomi-latest-stable.json in the folder. Facts alone: numbers, days,
// grades and parts; no sentence of any publisher.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { BulletinPart } from "../src/feeds/bulletin-table.ts";
import { compareXiaomiVersions } from "../src/feeds/xiaomi-builds.ts";

interface Row {
  readonly cve?: string;
  readonly asb?: string;
  readonly sev?: string;
  readonly comp?: string;
  readonly spl?: string;
}

interface Bulletins {
  readonly bulletins: Readonly<Record<string, readonly Row[]>>;
  readonly coverage: Readonly<Record<string, { readonly complete: boolean }>>;
}

interface Exploited {
  readonly cve: string;
  readonly added: string;
  readonly vendor: string;
  readonly product: string;
  readonly bulletins: readonly string[];
  readonly bulletin_src: string | null;
}

interface Builds {
  readonly devices: Readonly<Record<string, readonly { readonly v: string; readonly d: string }[]>>;
}

const embedded = join(import.meta.dirname, "..", "src", "feeds", "embedded");

/** The packed table of bulletins, with the months of exploited holes that no bulletin at hand names. */
export function packBulletins({ bulletins, coverage }: Bulletins, exploited: readonly Exploited[]): string {
  const lines: string[] = [];
  const months = new Set([...Object.keys(bulletins), ...exploited.flatMap((hole) => hole.bulletins)]);
  for (const month of [...months].sort()) {
    lines.push(`${month} ${coverage[month]?.complete ? "complete" : "part"}`);
    const groups = new Map<string, Set<string>>();
    const add = (key: string, id: string) => groups.set(key, (groups.get(key) ?? new Set()).add(id));
    for (const row of bulletins[month] ?? []) {
      // Google's own phones alone: no level of other makers promises it.
      if (row.asb?.startsWith("PUB-A-")) continue;
      const level = row.spl ?? `${month}-01`;
      const day = level.startsWith(month) ? level.slice(8) : level;
      add(`${day} ${partOf(row.comp)} ${row.sev ?? "-"}`, row.cve?.slice(4) ?? (row.asb ?? "").slice(4));
    }
    for (const { cve, vendor, product, bulletins: named, bulletin_src } of exploited) {
      if (bulletin_src !== "curated-unverified" || !named.includes(month)) continue;
      const part = /Linux/.test(vendor) ? "kernel" : /Framework/.test(product) ? "framework" : undefined;
      add(
        `${part === "framework" ? "01" : "05"} ${part ?? (vendor === "Google" ? "system" : "vendor")} -`,
        `${cve.slice(4)}?`,
      );
    }
    for (const [key, ids] of [...groups].sort()) lines.push(`${key} ${shortened([...ids].sort())}`);
  }
  return lines.join("\n");
}

function shortened(ids: readonly string[]): string {
  let year = "";
  const short = ids.map((id) => {
    if (id.startsWith("A-")) return id;
    const own = id.slice(0, 4);
    const text = own === year ? id.slice(5) : id;
    year = own;
    return text;
  });
  return short.join(" ");
}

const vendors =
  /vendor|qualcomm|mediatek|nvidia|broadcom|synaptics|htc|\blg\b|imgtk|imagination|unisoc|\barm\b|mali|motorola|dolby|goodix|stmicro|realtek|driver|bootloader|trustzone|codec$/i;

/** Bulletins name parts in many ways, those of 2015 and 2016 by the title of each hole. */
export function partOf(component: string | undefined): BulletinPart {
  if (component === undefined) return "not-told";
  if (/modulemetadata/.test(component)) return "play-system";
  if (/google device/i.test(component)) return "google-devices";
  if (/^(?:update: )?(?:media|meida) ?fram/i.test(component)) return "media";
  if (vendors.test(component)) return "vendor";
  if (/kernel/i.test(component)) return "kernel";
  if (/media|stagefright|audio|sonivox|mpeg|mp4|3gpp|esds/i.test(component)) return "media";
  if (/framework|activitymanager|appwidget|package ?manager|settings|setup wizard|getrecenttasks/i.test(component))
    return "framework";
  return "system";
}

function packBuilds({ devices }: Builds): string {
  const lines = Object.entries(devices).flatMap(([model, builds]) => {
    const newest = [...builds].sort((a, b) => compareXiaomiVersions(b.v, a.v))[0];
    return newest ? [`${model} ${newest.v} ${newest.d}`] : [];
  });
  return lines.sort().join("\n");
}

function write(file: string, about: string, constant: string, text: string): void {
  writeFileSync(
    join(embedded, file),
    `/** ${about} Written by scripts/updates.ts. */\nexport const ${constant} = \`\n${text}\n\`;\n`,
  );
}

const folder = process.argv[2];
if (folder !== undefined) {
  const load = <T>(file: string) => JSON.parse(readFileSync(join(folder, file), "utf8")) as T;
  const exploited = load<readonly Exploited[]>("kev-android.json");
  const bulletins = packBulletins(load<Bulletins>("asb-bulletins.json"), exploited);
  write(
    "android-bulletins.ts",
    "Fixes of the Android Security Bulletins, packed as `readBulletinTable` reads them.",
    "bulletinTable",
    bulletins,
  );
  const holes = exploited.map(
    ({ cve, added, vendor, product }) => `${cve} ${added} ${vendor.trim()}|${product.trim()}`,
  );
  write(
    "known-exploited.ts",
    "Holes of Android and its chips in CISA's catalogue: number, day, maker and product.",
    "exploitedTable",
    holes.join("\n"),
  );
  write(
    "xiaomi-builds.ts",
    "The newest stable build of each model of Xiaomi and region: model, version, day.",
    "xiaomiTable",
    packBuilds(load<Builds>("xiaomi-latest-stable.json")),
  );
}

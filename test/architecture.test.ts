import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { updateRegistries } from "../scripts/registries.ts";

const root = join(import.meta.dirname, "..");
const pure = ["core", "formats", "facts", "feeds", "apps", "traffic", "checks", "actions", "profiles", "report"];
const below = [...pure, "device", "vault"];

/** The import table: what each folder of src may import besides itself. docs/ARCHITECTURE.md explains it. */
const table: Readonly<Record<string, readonly string[]>> = {
  core: [],
  formats: ["core"],
  facts: ["core", "formats"],
  feeds: ["core", "formats"],
  apps: ["core", "formats", "feeds"],
  traffic: ["core", "formats", "feeds"],
  checks: ["core", "facts", "feeds", "apps", "traffic"],
  actions: ["core", "facts"],
  profiles: ["core", "checks"],
  report: ["core", "traffic"],
  device: ["core", "formats"],
  vault: ["core", "formats"],
  phone: ["core", "formats"],
  centre: [...below, "phone"],
  cli: ["centre", "core", "report", "server"],
  server: ["centre", "core", "report"],
  web: ["centre", "core", "report", ...pure],
  fleet: ["centre", "core", "report"],
};

/** Folders that a later step of the design adds; everything else in the table must exist and hold files. */
const notYet = ["fleet"];

const files = sources(join(root, "src"));

test("every folder of the table exists and holds files, and there is no other", () => {
  const standing = readdirSync(join(root, "src")).sort();
  expect(standing).toEqual(
    Object.keys(table)
      .filter((folder) => !notYet.includes(folder))
      .sort(),
  );
  for (const folder of standing)
    expect(files.filter((file) => file.startsWith(`${folder}/`)).length).toBeGreaterThan(0);
});

test.each(files)("%s imports only what the table allows", (file) => {
  const folder = file.split("/")[0] ?? "";
  for (const target of imports(file)) {
    if (!target.startsWith(".")) {
      if (pure.includes(folder)) expect(allowedPackages[folder] ?? [], `${file} imports ${target}`).toContain(target);
      continue;
    }
    const path = join("/", file, "..", target).slice(1).replaceAll("\\", "/");
    const into = path.split("/")[0] ?? "";
    if (into !== folder) expect(table[folder], `${file} imports ${target}`).toContain(into);
  }
});

/** Libraries that pure folders may use: portable, without disk, network, clock or chance. */
const allowedPackages: Readonly<Record<string, readonly string[]>> = { formats: ["yaml"], traffic: ["tldts"] };

test.each(files.filter((file) => pure.includes(file.split("/")[0] ?? "")))(
  "%s reads no clock and takes no chance",
  (file) => {
    const text = read(file);
    expect(text).not.toMatch(/Date\.now\(|new Date\(\)|Math\.random\(|\bimport\(/);
  },
);

test("no check is named outside of checks: a new one must not need a change elsewhere", () => {
  const ids = readdirSync(join(root, "src", "checks"))
    .filter((file) => file.endsWith(".ts") && file !== "index.ts")
    .map((file) => file.slice(0, -3));
  // Translations go by the id: a check without them is shown in English.
  const elsewhere = files.filter(
    (file) => /^(core|centre|cli|report|server|web)\//.test(file) && !file.startsWith("web/messages/checks/"),
  );
  // A fact and a check may share a name; only names with a dash are unmistakable.
  const facts = readdirSync(join(root, "src", "facts")).map((file) => file.replace(/\.ts$/, ""));
  for (const id of ids.filter((id) => id.includes("-") && !facts.includes(id)))
    for (const file of elsewhere) expect(read(file), `${file} names ${id}`).not.toContain(`"${id}"`);
});

test("the registries are as the generator writes them", () => {
  expect(updateRegistries(root, true)).toEqual([]);
});

test("docs/ARCHITECTURE.md shows the same table", () => {
  const text = readFileSync(join(root, "docs", "ARCHITECTURE.md"), "utf8");
  for (const folder of Object.keys(table).filter((name) => !notYet.includes(name)))
    expect(text).toContain(`src/${folder}`);
});

function sources(folder: string): readonly string[] {
  expect(existsSync(folder)).toBe(true);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    )
    .sort();
}

function read(file: string): string {
  return readFileSync(join(root, "src", file), "utf8");
}

/** Specifiers of imports and re-exports; the formatter has put each on a line of its own. */
function imports(file: string): readonly string[] {
  const text = read(file);
  return [
    ...text.matchAll(
      /^\s*(?:import|export)\b[^"'`]*?\bfrom\s+["']([^"']+)["']|^\s*import\s+["']([^"']+)["']|\bimport\(\s*["'`]([^"'`]+)["'`]/gm,
    ),
  ].map(([, a, b, c]) => a ?? b ?? c ?? "");
}

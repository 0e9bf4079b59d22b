// `npm run new check <id>` (also fact, feed): writes the scaffold of one and puts it into its registry.
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { updateRegistries } from "./registries.ts";

const root = join(import.meta.dirname, "..");
const [kind = "", id = ""] = process.argv.slice(2);
const scaffolds: Readonly<Record<string, (id: string) => string>> = { check, fact };
const scaffold = scaffolds[kind];

if (!scaffold || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) {
  console.error("Usage: npm run new check my-new-check   (or: npm run new fact my-new-fact); ids are kebab-case.");
  process.exit(2);
}
const path = join(root, "src", `${kind}s`, `${id}.ts`);
if (existsSync(path)) {
  console.error(`${path} is there already; nothing was written.`);
  process.exit(1);
}
writeFileSync(path, scaffold(id));
updateRegistries(root, false);
console.log(`Written: ${path}\nNext: fill it in, then npm test. docs/adding-a-check.md tells how.`);

function check(name: string): string {
  return `import { defineCheck } from "../core/check.ts";
import { globalSettings } from "../facts/global-settings.ts";
import { byHand } from "./wording/remedies.ts";

export default defineCheck({
  id: "${name}",
  category: "device",
  severity: "medium",
  question: "Is … ?",
  title: { pass: "…", fail: "…" },
  why: "… .",
  advice: "… .",
  references: ["https://"],
  messages: { found: "… is {value}." },
  remedy: byHand("security", "Open Settings > … ."),
  needs: { globalSettings },
  run: ({ globalSettings: settings }) => {
    const value = settings["…"];
    if (value !== "1") return [];
    return [
      {
        subject: { kind: "device" },
        message: "found",
        params: { value },
        evidence: [{ kind: "value", fact: globalSettings, name: "…", value }],
      },
    ];
  },
  examples: {
    pass: [{ name: "off", given: { globalSettings: { "…": "0" } } }],
    fail: [{ name: "on", given: { globalSettings: { "…": "1" } }, findings: 1 }],
  },
});
`;
}

function fact(name: string): string {
  const camel = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return `import { FormatError } from "../core/errors.ts";
import { defineFact } from "../core/fact.ts";

/** … */
export const ${camel} = defineFact({
  id: "${name}",
  about: "…",
  read: () => [["dumpsys", "…"]],
  parse: ([text = ""]) => {
    const match = /^…: (.*)$/m.exec(text);
    if (!match) throw new FormatError("dumpsys …", "no … found");
    return { value: match[1] as string };
  },
});
`;
}

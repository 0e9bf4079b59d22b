// npm run bench NAME [arguments]: runs one benchmark; without a name, lists them.
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const benchmarks: Readonly<Record<string, { readonly about: string; readonly files: readonly string[] }>> = {
  examine: {
    about: "start to report: a bug report beside inflating and decoding it once; the virtual phone, near and far",
    files: ["examine.ts", "live.ts"],
  },
  apps: {
    about: "whole apps: beside inflating their code and SHA-256, and the tools that are installed; the apps of a phone",
    files: ["apps.ts", "phone-apps.ts"],
  },
  signatures: {
    about: "verifying APK signatures: beside SHA-256 over the file, and apksigner",
    files: ["signatures.ts"],
  },
  changes: {
    about: "many permissions withdrawn, verified and taken back: beside bare commands, near and far",
    files: ["changes.ts"],
  },
  dex: {
    about: "class tables, tracker signatures and literals in DEX, beside inflating it and beside dexdump",
    files: ["dex.ts"],
  },
  page: {
    about: "the page in Chromium: what its first view loads, how soon it paints, how a table of 2,000 apps scrolls",
    files: ["page.ts"],
  },
  age: {
    about: "one large file sealed and opened: beside Debian's age",
    files: ["age.ts"],
  },
  traffic: {
    about: "a capture of 600 MB into flows: beside reading it once, and tshark for the same fields",
    files: ["traffic.ts"],
  },
  vault: {
    about:
      "a vault of 1 GiB (or of so many MiB): put, check and restore beside restic, and beside hashing and sealing alone; a pull",
    files: ["vault.ts", "vault-pull.ts"],
  },
};

const [name = "", ...rest] = process.argv.slice(2);
const benchmark = Object.hasOwn(benchmarks, name) ? benchmarks[name] : undefined;
if (!benchmark) {
  for (const [each, { about }] of Object.entries(benchmarks)) console.log(`${each}: ${about}`);
  process.exit(name === "" ? 0 : 2);
}
for (const file of benchmark.files) {
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, file), ...rest], { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}

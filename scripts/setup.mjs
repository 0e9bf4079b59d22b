// Makes a fresh clone ready: installs what package-lock.json names, once, and says nothing when there is nothing to do.
// Needs only Node ≥ 20 and npm. Everything it says goes to standard error: standard output belongs to results.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { installedNode, isNewEnough, required, root, suitableNode } from "./node.mjs";

const stamp = join(root, "node_modules", ".candor-setup");

if (Number(process.versions.node.split(".")[0]) < 20)
  fail(`Node 20 or newer is needed to set up; this is ${process.versions.node}.`);
const wanted = fingerprint();
if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== wanted) install();
if (!isNewEnough() && !installedNode())
  fail(
    `Node ${required} or newer is needed; this is ${process.versions.node}, and npm installed none for ${process.platform} ${process.arch}.`,
    'Allow optional packages (npm config set omit=""), delete node_modules and run this again, or install a current Node from https://nodejs.org.',
  );

buildPage();

/** Builds the page where its sources are newer than what was built: about a second, once. */
function buildPage() {
  const built = join(root, "dist", "page", "index.html");
  const newest = (folder) =>
    readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .reduce((time, entry) => Math.max(time, statSync(join(entry.parentPath ?? entry.path, entry.name)).mtimeMs), 0);
  const sources = Math.max(newest(join(root, "src", "web")), statSync(join(root, "vite.config.ts")).mtimeMs);
  if (existsSync(built) && statSync(built).mtimeMs >= sources) return;
  const result = spawnSync(suitableNode(), [join(root, "scripts", "page.ts")], { cwd: root, stdio: ["ignore", 2, 2] });
  if (result.status !== 0) fail("the page could not be built (the words above tell why).");
}

/** What node_modules must match: the lock file, the platform (its packages differ) and the layout of this script. */
function fingerprint() {
  const lock = readFileSync(join(root, "package-lock.json"));
  return createHash("sha256").update(lock).update(`${process.platform} ${process.arch} 1`).digest("hex");
}

function install() {
  process.stderr.write("candor: first run, installing what package-lock.json names …\n");
  // npm runs this script, so npm's own JavaScript is known; that avoids npm.cmd and shells on Windows.
  const npm = process.env["npm_execpath"];
  const args = [
    "ci",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
    "--include=dev",
    "--include=optional",
    "--ignore-scripts",
  ];
  const [command, rest] = npm?.endsWith("js") ? [process.execPath, [npm, ...args]] : ["npm", args];
  const result = spawnSync(command, rest, {
    cwd: root,
    stdio: ["ignore", 2, 2],
    shell: command === "npm" && process.platform === "win32",
  });
  if (result.status !== 0)
    fail(
      "npm ci failed (its own words are above).",
      "Check the network connection, then run this again. Nothing else was changed.",
    );
  writeFileSync(stamp, wanted);
}

function fail(what, next = "") {
  process.stderr.write(`candor: ${what}\n${next ? `What to do: ${next}\n` : ""}`);
  process.exit(2);
}

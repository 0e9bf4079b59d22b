#!/usr/bin/env node
// The entry of the command line. Plain JavaScript, so that an old Node gets a sentence instead of a syntax error.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import * as nodeModule from "node:module";
import { constants, homedir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const sources = join(root, "src", "cli", "main.ts");
const built = join(root, "dist", "cli", "main.js");
const required = 24;

if (Number(process.versions.node.split(".")[0]) >= required) {
  // Compiling some 250 small modules is half of a short run; the cache lies in the user's own folder, never in a shared one.
  nodeModule.enableCompileCache(join(process.env["XDG_CACHE_HOME"] || join(homedir(), ".cache"), "candor", "compiled"));
  const { main } = await import(pathToFileURL(existsSync(sources) ? sources : built).href);
  await main(process.argv.slice(2));
} else {
  await onNewerNode();
}

/** In a checkout, npm has installed a newer Node: hand over to it. An installed package has none: say what to do. */
async function onNewerNode() {
  const finder = join(root, "scripts", "node.mjs");
  if (!existsSync(finder)) {
    process.stderr.write(
      `candor needs Node ${required} or newer; this is ${process.versions.node}.\nWhat to do: install a current Node from https://nodejs.org and run candor again.\n`,
    );
    process.exit(2);
  }
  const { suitableNode } = await import(pathToFileURL(finder).href);
  const child = spawn(suitableNode(), process.argv.slice(1), { stdio: "inherit" });
  // Ctrl-C reaches both: what ends, and with which code, is for the one that works to say.
  process.on("SIGINT", () => {});
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.once("error", (error) => {
    process.stderr.write(`candor cannot start a newer Node: ${error.message}\n`);
    process.exitCode = 2;
  });
  child.once("exit", (code, signal) => {
    process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0);
  });
}

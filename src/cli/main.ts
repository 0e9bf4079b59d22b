import { buildApplication, buildRouteMap, run } from "@stricli/core";
import { dataFolder } from "../centre/data-folder.ts";
import { version } from "../centre/version.ts";
import { accessRoutes, networkRoutes, sensorsRoutes } from "./access-commands.ts";
import { appsRoutes } from "./apps-commands.ts";
import { assessRoutes, profilesRoutes } from "./assess-commands.ts";
import { attestRoutes } from "./attest-commands.ts";
import { type Context, exitCodes, mayColor } from "./context.ts";
import { evidenceRoutes } from "./evidence-commands.ts";
import { captureCommand, checkCommand, compareCommand, devicesCommand, factsCommand } from "./examine-commands.ts";
import { explainCommand, schemaCommand } from "./explain-commands.ts";
import { feedsRoutes } from "./feeds-commands.ts";
import { fixCommand, guideCommand } from "./fix-commands.ts";
import { hiddenCommand, hideCommand, unhideCommand } from "./hide-commands.ts";
import { journalRoutes, undoCommand } from "./journal-commands.ts";
import { keyRoutes } from "./key-commands.ts";
import { lockRoutes, unlockCommand } from "./lock-commands.ts";
import { driftCommand, optoutRoutes } from "./optout-commands.ts";
import { permissionsRoutes } from "./permissions-commands.ts";
import { phoneRoutes } from "./phone-commands.ts";
import { preinstalledRoutes, rescueCommand, restoreCommand } from "./preinstalled-commands.ts";
import { rightsRoutes } from "./rights-commands.ts";
import { receiveCommand, shareCommand } from "./share-commands.ts";
import { openCommand, startCommand } from "./start-commands.ts";
import { trafficRoutes } from "./traffic-commands.ts";
import { updatesCommand } from "./updates-commands.ts";
import { vaultRoutes } from "./vault-commands.ts";
import { historyCommand, watchCommand } from "./watch-commands.ts";

const application = buildApplication(
  buildRouteMap({
    routes: {
      start: startCommand,
      open: openCommand,
      check: checkCommand,
      facts: factsCommand,
      devices: devicesCommand,
      capture: captureCommand,
      compare: compareCommand,
      watch: watchCommand,
      history: historyCommand,
      assess: assessRoutes,
      profiles: profilesRoutes,
      attest: attestRoutes,
      explain: explainCommand,
      schema: schemaCommand,
      apps: appsRoutes,
      permissions: permissionsRoutes,
      optout: optoutRoutes,
      drift: driftCommand,
      undo: undoCommand,
      fix: fixCommand,
      guide: guideCommand,
      journal: journalRoutes,
      evidence: evidenceRoutes,
      share: shareCommand,
      receive: receiveCommand,
      key: keyRoutes,
      access: accessRoutes,
      sensors: sensorsRoutes,
      network: networkRoutes,
      preinstalled: preinstalledRoutes,
      restore: restoreCommand,
      rescue: rescueCommand,
      feeds: feedsRoutes,
      hide: hideCommand,
      hidden: hiddenCommand,
      unhide: unhideCommand,
      lock: lockRoutes,
      unlock: unlockCommand,
      updates: updatesCommand,
      traffic: trafficRoutes,
      vault: vaultRoutes,
      rights: rightsRoutes,
      phone: phoneRoutes,
    },
    docs: { brief: "Candor: a phone security and privacy centre whose every answer can be checked" },
  }),
  {
    name: "candor",
    versionInfo: { currentVersion: version },
    scanner: { caseStyle: "allow-kebab-for-camel" },
    documentation: { caseStyle: "convert-camel-to-kebab", disableAnsiColor: !mayColor(process.stdout, process.env) },
  },
);

/** Runs the command line and sets the process's exit code. */
export async function main(argv: readonly string[]): Promise<void> {
  const stop = new AbortController();
  let asked = false;
  process.on("SIGINT", () => {
    if (asked) process.exit(exitCodes.stopped);
    asked = true;
    stop.abort();
  });
  process.on("SIGTERM", () => stop.abort());
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    // A reader that closes early (`| head`) is no fault; nor was everything said, so the code is that of a closed pipe.
    if (error.code === "EPIPE") process.exit(exitCodes.pipeClosed);
    process.stderr.write(`The output cannot be written: ${error.message}\n`);
    process.exit(exitCodes.unreadable);
  });
  // Nobody reads what is said besides: the examination goes on.
  process.stderr.on("error", () => {});
  const context: Context = {
    process: process as Context["process"],
    now: () => Date.now(),
    signal: stop.signal,
    dataFolder: dataFolder(),
  };
  await runOn(context, argv);
}

/** Runs the command line for a context, whose process gets the exit code. */
export async function runOn(context: Context, argv: readonly string[]): Promise<void> {
  await run(application, inputs(argv), context);
  // stricli's own codes for what it could not understand are negative; scripts get the usual 2.
  const code = context.process.exitCode;
  if (typeof code === "number" && (code < 0 || code > 250)) context.process.exitCode = exitCodes.usage;
}

/** No command means `start`; flags alone are flags of `start`, except those that ask about Candor itself. */
function inputs(argv: readonly string[]): readonly string[] {
  const [first] = argv;
  if (first === undefined) return ["start"];
  const asks = ["-h", "--help", "-v", "--version"].includes(first);
  return first.startsWith("-") && !asks ? ["start", ...argv] : argv;
}

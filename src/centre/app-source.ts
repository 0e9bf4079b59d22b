import type { Source } from "../core/source.ts";
import { type InspectOptions, inspectApps } from "./inspect-apps.ts";

/** The pseudo-command that asks what Candor found in the apps of a phone. */
export const appsCommand = ["candor", "apps"] as const;

/**
 * A phone that also answers `["candor", "apps"]`: its apps are looked into when that is asked for, and the answer is the JSON of
 * `AppInspections`. Everything else is passed on. The time limit of that command is its asker's; stopping is `signal` of the options or
 * of the command.
 */
export function withApps(source: Source, options: InspectOptions): Source {
  return {
    kind: source.kind,
    name: source.name,
    takenAt: source.takenAt,
    async run(command, limits) {
      if (command.length !== 2 || command[0] !== "candor" || command[1] !== "apps")
        return await source.run(command, limits);
      const found = await inspectApps(source, { ...options, signal: limits.signal ?? options.signal });
      return { stdout: new TextEncoder().encode(`${JSON.stringify(found)}\n`), stderr: new Uint8Array(), exitCode: 0 };
    },
    close: () => source.close(),
  };
}

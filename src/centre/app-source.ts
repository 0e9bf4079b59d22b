import type { Output, Source } from "../core/source.ts";
import { type InspectOptions, inspectApps } from "./inspect-apps.ts";

/** The pseudo-command that asks what Candor found in the apps of a phone. */
export const appsCommand = ["candor", "apps"] as const;

/** Commands whose long answers both the apps and the facts ask for. */
const shared: ReadonlySet<string> = new Set(["dumpsys package"]);

/**
 * A phone that also answers `["candor", "apps"]`: its apps are looked into when that is asked for, and the answer is the JSON of
 * `AppInspections`. Everything else is passed on, `dumpsys package` once for all who ask. What is no phone is given back as it is: it answers
 * from what it holds. The time limit of that command does not count, as looking into apps takes minutes and shows how far it is; it ends by
 * `signal`, of the options or of the command.
 */
export function withApps(source: Source, options: InspectOptions): Source {
  if (source.kind !== "phone") return source;
  const asked = new Map<string, Promise<Output>>();
  const phone: Source = {
    kind: source.kind,
    name: source.name,
    takenAt: source.takenAt,
    async run(command, limits) {
      const line = command.join(" ");
      if (!shared.has(line)) return await source.run(command, limits);
      const running = asked.get(line) ?? source.run(command, limits);
      asked.set(line, running);
      // A failure is told to those who wait for it; whoever asks later may have more luck.
      running.catch(() => asked.delete(line));
      return await running;
    },
    close: () => source.close(),
  };
  return {
    ...phone,
    async run(command, limits) {
      if (command.join(" ") !== appsCommand.join(" ")) return await phone.run(command, limits);
      const found = await inspectApps(phone, { ...options, signal: eitherOf(options.signal, limits.signal) });
      const stdout = new TextEncoder().encode(`${JSON.stringify(found)}\n`);
      return { stdout, stderr: new Uint8Array(), exitCode: 0 };
    },
  };
}

function eitherOf(one: AbortSignal | undefined, other: AbortSignal | undefined): AbortSignal | undefined {
  return one && other ? AbortSignal.any([one, other]) : (one ?? other);
}

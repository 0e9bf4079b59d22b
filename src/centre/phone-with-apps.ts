import { setTimeout as pause } from "node:timers/promises";
import type { Source } from "../core/source.ts";
import { loadEngines } from "./app-engines.ts";
import { appsCommand, withApps } from "./app-source.ts";
import type { InspectProgress } from "./inspect-apps.ts";

/** How the apps of a phone are looked into. */
export interface AppsOptions {
  readonly onProgress?: ((progress: InspectProgress) => void) | undefined;
}

/** Milliseconds without a question after which nobody asks any more: what facts need of each other is asked for at once. */
const quietMs = 20;

/**
 * A phone that also tells what is in its apps, once all other questions are answered: that can take long, and where the cable is pulled
 * meanwhile, everything else was read.
 */
export async function phoneWithApps(
  phone: Source,
  {
    dataFolder,
    signal,
    onProgress,
  }: AppsOptions & { readonly dataFolder: string; readonly signal?: AbortSignal | undefined },
): Promise<Source> {
  const source = withApps(phone, { dataFolder, engines: await loadEngines(dataFolder, []), signal, onProgress });
  const running = new Set<Promise<unknown>>();
  const othersDone = async () => {
    do {
      await Promise.allSettled(running);
      await pause(quietMs);
    } while (running.size > 0);
  };
  return {
    kind: source.kind,
    name: source.name,
    takenAt: source.takenAt,
    async run(command, options) {
      if (command.join(" ") === appsCommand.join(" ")) {
        await othersDone();
        return await source.run(command, options);
      }
      const answer = source.run(command, options);
      running.add(answer);
      try {
        return await answer;
      } finally {
        running.delete(answer);
      }
    },
    close: () => source.close(),
  };
}

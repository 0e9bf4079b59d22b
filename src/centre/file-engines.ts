import { DeviceError } from "../core/errors.ts";
import type { AppEngines } from "./app-engines.ts";
import { loadClamdEngine } from "./clamd-engine.ts";
import type { FileEngine } from "./file-engine.ts";
import { loadYaraEngine } from "./yara-engine.ts";

export interface FileEngineOptions {
  /** Where updated lists lie. */
  readonly dataFolder: string;
  /** Rule files and folders of them. */
  readonly yara: readonly string[];
  /** Whether a running clamd is asked, and where: the usual places are tried where it is true. */
  readonly clamd: string | boolean;
  readonly signal: AbortSignal;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * The engines with those that read files themselves: YARA rules, published and the person's own, and clamd where it is asked for.
 *
 * @throws DeviceError when something that the person named is of no use at all; the operating system's error when it cannot be read.
 */
export async function withFileEngines(engines: AppEngines, options: FileEngineOptions): Promise<AppEngines> {
  const { dataFolder, yara, clamd, signal, now } = options;
  const { engine, problems } = await loadYaraEngine({ dataFolder, paths: yara, signal });
  const unused = yara.find((path) => !signal.aborted && !engine?.uses.some(({ list }) => list === path));
  if (unused !== undefined)
    throw new DeviceError("unreadable", `No rule in ${unused} can be used. ${problems.slice(0, 10).join(" ")}`.trim());
  const fileEngines: FileEngine[] = engine ? [engine] : [];
  if (clamd !== false && clamd !== "" && !signal.aborted) {
    const address = clamd === true ? undefined : clamd;
    const loaded = await loadClamdEngine({ address, signal, now });
    if ("reason" in loaded) throw new DeviceError("unreadable", loaded.reason);
    fileEngines.push(loaded);
  }
  return { ...engines, missing: [...engines.missing, ...problems], fileEngines };
}

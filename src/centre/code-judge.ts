import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Verdict } from "./app-engines.ts";
import { type FileEngine, type FileEngineLane, openFileEngines } from "./file-engine.ts";

/** What engines that read bytes say of the code of one app. */
export interface CodeJudgement {
  readonly verdicts: readonly Verdict[];
  /** What they were not asked about, in sentences: none of it is a pass. */
  readonly unjudged: readonly string[];
}

/** Asks engines that read files about DEX that is in memory, one at a time, by way of a file of its own that is gone at once. */
export class CodeJudge {
  readonly #lane: FileEngineLane;
  readonly #folder: Promise<string>;
  #before: Promise<unknown> = Promise.resolve();

  constructor(engines: readonly FileEngine[], signal: AbortSignal) {
    this.#lane = openFileEngines(engines, signal);
    this.#folder = mkdtemp(join(tmpdir(), "candor-code-"));
    // A folder that cannot be made is met when it is needed.
    this.#folder.catch(() => {});
  }

  /** The bytes are no longer needed when it has answered. @throws The operating system's error where there is no room for the file. */
  async look(entry: string, bytes: Uint8Array): Promise<CodeJudgement> {
    const answer = this.#before.then(async () => {
      const path = join(await this.#folder, "code.dex");
      try {
        await writeFile(path, bytes, { mode: 0o600 });
        return await this.#lane.look({ path, size: bytes.length, name: entry });
      } finally {
        await rm(path, { force: true });
      }
    });
    this.#before = answer.catch(() => {});
    const { verdicts, unjudged } = await answer;
    return { verdicts: verdicts.map(({ verdict }) => verdict), unjudged };
  }

  async close(): Promise<void> {
    await this.#before;
    await this.#lane.close();
    await rm(await this.#folder, { recursive: true, force: true });
  }
}

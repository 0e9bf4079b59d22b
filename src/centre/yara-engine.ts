import { FormatError } from "../core/errors.ts";
import type { Feed } from "../core/feed.ts";
import { stalkerwareRules } from "../feeds/stalkerware-rules.ts";
import { readYaraSource } from "../formats/yara-source.ts";
import type { EngineUse } from "./app-engines.ts";
import { compileCache } from "./compile-cache.ts";
import type { FileEngine, FileEngineLane, FileJudgement, LookedAt } from "./file-engine.ts";
import { listInUse } from "./list-in-use.ts";
import { Lane } from "./scan-pool.ts";
import { readYaraFiles, withoutParts, type YaraList, type YaraUnit, yaraOrigin, yaraUnitOf } from "./yara-rules.ts";
import { YaraFindings } from "./yara-verdicts.ts";
import type { YaraJob, YaraReply, YaraWorkerData } from "./yara-worker.ts";

export interface YaraOptions {
  /** Where updated lists lie; no published rules where left out. */
  readonly dataFolder?: string;
  /** Rule files and folders of them. */
  readonly paths: readonly string[];
  readonly signal: AbortSignal;
  /** Milliseconds for a file of so many bytes; for tests. */
  readonly timeLimit?: (size: number) => number;
  /** Bytes of one part that rules are asked about; for tests. */
  readonly maxBytes?: number;
}

/** An engine of rules; none where there is no rule. Each problem is a sentence, with file and line where a rule is faulty. */
export interface LoadedYara {
  readonly engine: FileEngine | null;
  readonly problems: readonly string[];
}

/** libyara copies what it looks at. */
const usualBytes = 64 * 1024 * 1024;
const maxMemory = 512 * 1024 * 1024;
/** It gives no memory back: a worker that holds so much is replaced. */
const spentMemory = 192 * 1024 * 1024;
const compileLimit = 60_000;
const maxRounds = 20;
const maxFaults = 3;

/** Beside the sources it is TypeScript, in the published package JavaScript. */
const entry = new URL(`./yara-worker.${import.meta.url.endsWith(".ts") ? "ts" : "js"}`, import.meta.url);

/**
 * The engine of the rules in use. Faulty rules are named and left out, and the others go on.
 *
 * @throws The operating system's error where a path cannot be read.
 */
export async function loadYaraEngine(options: YaraOptions): Promise<LoadedYara> {
  const [units, problems, lists]: [YaraUnit[], string[], YaraList[]] = [[], [], []];
  for (const path of options.paths) {
    const read = await readYaraFiles(path, lists.length);
    lists.push({ name: path, origin: "file", date: read.date });
    units.push(...read.units);
    problems.push(...read.problems);
  }
  if (options.dataFolder !== undefined) await addPublished(options.dataFolder, lists, units, problems);
  const good = await compiled(units, options, problems);
  const uses = usesOf(good, lists);
  if (uses.length === 0) return { engine: null, problems };
  return { engine: { uses, open: (signal) => new YaraLane(good, lists, { ...options, signal }) }, problems };
}

async function addPublished(
  dataFolder: string,
  lists: YaraList[],
  units: YaraUnit[],
  problems: string[],
): Promise<void> {
  const { id } = stalkerwareRules;
  const { loaded, problem } = await listInUse(dataFolder, stalkerwareRules as Feed<unknown>);
  if (problem) problems.push(`${id}: ${problem}`);
  if (!loaded) return void problems.push(`${id}: the list comes with an update (candor feeds update ${id}).`);
  try {
    const { text } = loaded.value as { readonly text: string };
    units.push(yaraUnitOf(id, text, lists.length));
    lists.push({ name: id, origin: "updated", date: loaded.date });
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    problems.push(`${error.message}.`);
  }
}

function usesOf(units: readonly YaraUnit[], lists: readonly YaraList[]): readonly EngineUse[] {
  return lists.flatMap(({ name, origin, date }, list) => {
    const entries = units
      .filter((unit) => unit.list === list)
      .reduce((sum, { text }) => sum + readYaraSource(text).rules.length, 0);
    const about = origin === "updated" ? "published YARA rules" : `YARA rules in ${name}`;
    return entries === 0 ? [] : [{ id: "yara", about, list: name, origin, date, entries }];
  });
}

/** The units without the rules that cannot be compiled. */
async function compiled(units: readonly YaraUnit[], options: YaraOptions, problems: string[]): Promise<YaraUnit[]> {
  const lane = laneOf([], options.signal, usualBytes);
  try {
    const good: YaraUnit[] = [];
    for (const unit of units) {
      const kept = await compiledUnit(unit, lane, problems);
      if (kept) good.push(kept);
    }
    return good;
  } finally {
    await lane.close();
  }
}

/** A rule that needs a faulty one, or a module that libyara does not have, is faulty in the next round. */
async function compiledUnit(
  unit: YaraUnit,
  lane: Lane<YaraReply, YaraJob>,
  problems: string[],
): Promise<YaraUnit | undefined> {
  let current = unit;
  for (let round = 0; round < maxRounds; round++) {
    const outcome = await lane.run({ do: "compile", text: current.text });
    if (outcome.state === "stopped") return undefined;
    if (outcome.state === "lost") {
      problems.push(`${unit.path}: its rules could not be compiled: ${outcome.reason}.`);
      return undefined;
    }
    const { answer } = outcome;
    if (answer.memory > spentMemory) await lane.close();
    if (answer.state !== "compiled") return undefined;
    if (answer.errors.length === 0) return current;
    const { rules, imports } = readYaraSource(current.text);
    const faulty = answer.errors.flatMap(({ line }) => [
      ...rules.filter((rule) => rule.line <= line && line <= rule.lastLine),
      ...imports.filter((each) => each.line === line),
    ]);
    for (const { line, message } of answer.errors.slice(0, 20)) problems.push(`${yaraOrigin(unit, line)}: ${message}.`);
    if (faulty.length === 0) return undefined;
    current = withoutParts(current, faulty);
  }
  problems.push(`${unit.path}: too many of its rules need one another, and one of them is faulty.`);
  return undefined;
}

function laneOf(units: readonly YaraUnit[], signal: AbortSignal, maxBytes: number): Lane<YaraReply, YaraJob> {
  const data: YaraWorkerData = { units, maxBytes, maxMemory, compileCache: compileCache() };
  const timeLimit = (job: YaraJob) => (job.do === "look" ? job.milliseconds : compileLimit);
  return new Lane({ entry, data, timeLimit, heapMegabytes: 512, signal });
}

/** Twenty seconds, and one for each further megabyte. */
const usualLimit = (size: number) => 20_000 + size / 1000;

class YaraLane implements FileEngineLane {
  readonly #units: readonly YaraUnit[];
  readonly #lists: readonly YaraList[];
  readonly #options: YaraOptions;
  readonly #lane: Lane<YaraReply, YaraJob>;

  constructor(units: readonly YaraUnit[], lists: readonly YaraList[], options: YaraOptions) {
    this.#units = units;
    this.#lists = lists;
    this.#options = options;
    this.#lane = laneOf(units, options.signal, options.maxBytes ?? usualBytes);
  }

  async look({ path, size, name: called }: LookedAt): Promise<FileJudgement> {
    const findings = new YaraFindings(this.#units, this.#lists);
    const unjudged: string[] = [];
    const limit = (this.#options.timeLimit ?? usualLimit)(size);
    let [left, faults, last] = [limit, 0, called ?? "the file as a whole"];
    for (let part = 0; ; part++) {
      const begun = performance.now();
      const outcome = await this.#lane.run({ do: "look", path, part, milliseconds: Math.max(left, 1) });
      left -= performance.now() - begun;
      if (outcome.state === "stopped") break;
      if (outcome.state === "lost") {
        const which = part === 0 ? last : `the part behind ${last}`;
        if (outcome.loss === "timeout") {
          unjudged.push(`YARA rules took longer than ${seconds(limit)} s: ${which} and all behind it were not judged.`);
          break;
        }
        unjudged.push(`YARA rules broke off at ${which}, which was not judged: ${outcome.reason}.`);
        if (++faults < maxFaults) continue;
        unjudged.push("YARA rules broke off too often: the rest was not judged.");
        break;
      }
      const { answer } = outcome;
      if (answer.state === "unreadable") unjudged.push(`YARA rules could not be asked: ${answer.reason}.`);
      if (answer.state !== "looked") break;
      const { inside, entry: name, reason, unasked, hits } = answer;
      last = [inside, name].filter((each) => each !== null).join("!/") || (called ?? "the file as a whole");
      if (reason !== null) unjudged.push(`YARA rules were not asked about ${last}: ${reason}.`);
      if (unasked > 0)
        unjudged.push(
          `${unasked} YARA rule${unasked === 1 ? " was" : "s were"} not asked about ${last}: it is too large.`,
        );
      findings.add(inside, name ?? called ?? null, hits);
      if (answer.memory > spentMemory) await this.#lane.close();
    }
    return { verdicts: findings.verdicts(), unjudged: unjudged.slice(0, 20) };
  }

  async close(): Promise<void> {
    await this.#lane.close();
  }
}

function seconds(milliseconds: number): number {
  return Math.round(milliseconds / 100) / 10;
}

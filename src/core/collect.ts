import { DeviceError, FormatError, NotReported } from "./errors.ts";
import { type Command, type Fact, notAnswered, type Reading } from "./fact.ts";
import type { Need } from "./needs.ts";
import { refusal, type TextAnswer } from "./refusal.ts";
import { type ReadFact, type Snapshot, snapshotSchema, type UnreadCode } from "./snapshot.ts";
import { commandLine, commandName, type Source } from "./source.ts";
import { decodeText } from "./text.ts";

/** What is being done, for progress displays. `done` and `total` count facts. */
export interface CollectProgress {
  readonly fact: string;
  readonly about: string;
  readonly done: number;
  readonly total: number;
}

export interface CollectOptions {
  /** Candor's own version, written into the snapshot. */
  readonly version: string;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: CollectProgress) => void) | undefined;
  /** Commands at the same time; the round trips overlap. */
  readonly parallel?: number;
  /** Milliseconds a command may take where its fact does not say. */
  readonly timeoutMs?: number;
  /** Bytes a command may answer where its fact does not say. */
  readonly maxBytes?: number;
  /** Bytes that all answers may have together: they are kept until the examination ends. */
  readonly maxTotalBytes?: number;
}

const mebibyte = 1024 * 1024;

/**
 * Limits for commands whose fact names none, and for all of them: a package dump of a large phone is about 25 MB, everything else
 * together less.
 */
export const defaultLimits = {
  parallel: 8,
  timeoutMs: 30_000,
  maxBytes: 12 * mebibyte,
  maxTotalBytes: 96 * mebibyte,
} as const;

/**
 * Reads facts from a source into a snapshot. Each command runs once however many facts share it; what cannot be read is
 * `unknown` with the reason, and the rest goes on.
 */
export async function collect(
  source: Source,
  facts: readonly Fact<unknown>[],
  options: CollectOptions,
): Promise<Snapshot> {
  const collector = new Collector(source, options);
  let done = 0;
  const entries = await Promise.all(
    facts.map(async (fact) => {
      const read = await collector.fact(fact);
      done++;
      options.onProgress?.({ fact: fact.id, about: fact.about, done, total: facts.length });
      return [fact.id, read] as const;
    }),
  );
  return {
    schema: snapshotSchema,
    candor: options.version,
    source: { kind: source.kind, name: source.name },
    takenAt: source.takenAt === null ? null : new Date(source.takenAt).toISOString(),
    facts: Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** One examination: remembers each command's answer and each fact's value. */
class Collector {
  readonly #source: Source;
  readonly #options: CollectOptions;
  readonly #facts = new Map<string, Promise<ReadFact>>();
  readonly #answers = new Map<string, Promise<TextAnswer>>();
  readonly #waiting: (() => void)[] = [];
  #running = 0;
  #kept = 0;

  constructor(source: Source, options: CollectOptions) {
    this.#source = source;
    this.#options = options;
  }

  fact(fact: Fact<unknown>): Promise<ReadFact> {
    let read = this.#facts.get(fact.id);
    if (!read) {
      read = this.#firstThatReads(fact);
      this.#facts.set(fact.id, read);
    }
    return read;
  }

  async #firstThatReads(fact: Fact<unknown>): Promise<ReadFact> {
    const failures: Extract<ReadFact, { state: "unknown" }>[] = [];
    for (const way of fact.readings) {
      const read = await this.#read(way);
      if (read.state === "read") return read;
      failures.push(read);
    }
    return mostTelling(failures);
  }

  async #read(way: Reading<unknown>): Promise<ReadFact> {
    const from: string[] = [];
    try {
      const values: Record<string, unknown> = {};
      for (const [key, need] of Object.entries(way.needs)) values[key] = await this.#value(need, from);
      const commands = way.read(values as never);
      const outputs = await this.#outputs(commands, from);
      return { state: "read", value: way.parse(outputs, values as never), from: unique(from) };
    } catch (error) {
      return unread(error, unique(from));
    }
  }

  async #value(need: Need, from: string[]): Promise<unknown> {
    if (need.kind === "time") {
      if (this.#source.takenAt === null) throw new Unread("needs", "the capture does not say when it was taken");
      return this.#source.takenAt;
    }
    if (need.kind === "feed") throw new Error(`fact needs feed ${need.id}: facts are read from sources alone`);
    const read = await this.fact(need);
    if (read.state === "unknown") throw new Unread(read.code, read.reason);
    from.push(...read.from);
    return read.value;
  }

  async #outputs(commands: readonly Command[], from: string[]): Promise<readonly string[]> {
    // All are awaited and looked at in their order: which answer comes first may not change what is said.
    const places = commands.map((): string[] => []);
    const results = await Promise.allSettled(commands.map((command, i) => this.#text(command, places[i] ?? [])));
    from.push(...places.flat());
    let refused: unknown;
    const outputs = results.map((result, i) => {
      if (result.status === "fulfilled") return result.value;
      const command = commands[i];
      if (!(command && "run" in command && command.optional) || !isRefusal(result.reason)) throw result.reason;
      refused ??= result.reason;
      return notAnswered;
    });
    if (refused !== undefined && outputs.every((output) => output === notAnswered)) throw refused;
    return outputs;
  }

  async #text(command: Command, from: string[]): Promise<string> {
    const { run, exitCodes = [], complete, nuls = false, ...limits } = "run" in command ? command : { run: command };
    const line = commandLine(run);
    const answer = await this.#answer(run, line, limits);
    from.push(answer.origin === undefined ? line : `${line} (${answer.origin})`);
    const refused = refusal(answer, run, exitCodes, complete, nuls);
    if (refused) throw new Unread(refused.code, `"${commandName(run)}": ${refused.reason}`);
    return answer.text;
  }

  #answer(
    run: readonly string[],
    line: string,
    limits: { timeoutMs?: number; maxBytes?: number },
  ): Promise<TextAnswer> {
    let answer = this.#answers.get(line);
    if (!answer) {
      answer = this.#inTurn(async () => {
        const { stdout, stderr, exitCode, origin } = await this.#source.run(run, {
          timeoutMs: limits.timeoutMs ?? this.#options.timeoutMs ?? defaultLimits.timeoutMs,
          maxBytes: limits.maxBytes ?? this.#options.maxBytes ?? defaultLimits.maxBytes,
          signal: this.#options.signal,
        });
        const total = this.#options.maxTotalBytes ?? defaultLimits.maxTotalBytes;
        if (this.#kept + stdout.length + stderr.length > total)
          throw new DeviceError("too-large", `All answers together are larger than the limit of ${total} bytes.`);
        this.#kept += stdout.length + stderr.length;
        return { text: decodeText(stdout), errors: decodeText(stderr), exitCode, origin };
      });
      this.#answers.set(line, answer);
    }
    return answer;
  }

  /** At most `parallel` commands run at once; the others wait in order. */
  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running >= (this.#options.parallel ?? defaultLimits.parallel))
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#running++;
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running--;
    }
  }
}

/** The phone, or the capture, has no answer to this one command; not that the whole examination broke off. */
function isRefusal(error: unknown): boolean {
  return (
    (error instanceof Unread || error instanceof DeviceError) && (error.code === "refused" || error.code === "absent")
  );
}

/** Inside the engine: a fact cannot be read, and why. */
class Unread extends Error {
  readonly code: UnreadCode;

  constructor(code: UnreadCode, reason: string) {
    super(reason);
    this.code = code;
  }
}

function unread(error: unknown, from: readonly string[]): Extract<ReadFact, { state: "unknown" }> {
  if (error instanceof Unread || error instanceof DeviceError)
    return { state: "unknown", code: error.code, reason: error.message, from };
  if (error instanceof FormatError) return { state: "unknown", code: "unknown-layout", reason: error.message, from };
  if (error instanceof NotReported) return { state: "unknown", code: "absent", reason: error.message, from };
  throw error;
}

/** Of several failed ways the one that says most: a refusal or unknown layout before "this capture does not hold it". */
function mostTelling(failures: readonly Extract<ReadFact, { state: "unknown" }>[]): ReadFact {
  return (
    failures.find((failure) => failure.code !== "absent") ??
    failures[0] ?? { state: "unknown", code: "absent", reason: "there is no way to read it", from: [] }
  );
}

function unique(items: readonly string[]): readonly string[] {
  return [...new Set(items)];
}

// What a worker for YARA rules runs: rules are compiled to see whether they can be, and files are looked at, one part after the other.
import { enableCompileCache } from "node:module";
import { parentPort, workerData } from "node:worker_threads";
import { FormatError } from "../core/errors.ts";
import { type OpenFile, openFile } from "../device/file.ts";
import type { WorkerMessage } from "./scan-pool.ts";
import { loadYaraLibrary, type YaraLibrary } from "./yara-library.ts";
import { type YaraAnswer, yaraMatcher } from "./yara-matcher.ts";
import type { YaraUnit } from "./yara-rules.ts";
import { type YaraView, yaraViews } from "./yara-views.ts";

/** What a worker is started with. */
export interface YaraWorkerData {
  readonly units: readonly YaraUnit[];
  /** Bytes of one part that rules are asked about. */
  readonly maxBytes: number;
  /** Bytes of memory that libyara may take. */
  readonly maxMemory: number;
  readonly compileCache: string | undefined;
}

export type YaraJob =
  | { readonly do: "compile"; readonly text: string }
  /** `part` counts the parts of the file from 0; they are asked for in their order, but for those that are left out. */
  | { readonly do: "look"; readonly path: string; readonly part: number; readonly milliseconds: number };

/** `memory`: bytes that the worker's libyara holds, of which it never gives any back. */
export type YaraReply = { readonly memory: number } & (
  | { readonly state: "compiled"; readonly errors: readonly { readonly line: number; readonly message: string }[] }
  /** `reason`: why the part could not be read. */
  | ({
      readonly state: "looked";
      readonly inside: string | null;
      readonly entry: string | null;
      readonly reason: string | null;
    } & YaraAnswer)
  | { readonly state: "end" }
  | { readonly state: "unreadable"; readonly reason: string }
);

const { units, maxBytes, maxMemory, compileCache } = workerData as YaraWorkerData;
if (compileCache) enableCompileCache(compileCache);

let library: YaraLibrary | undefined;
const match = yaraMatcher(units, async () => (library ??= await loadYaraLibrary(maxMemory)), maxBytes);

/** The file that is being looked at. */
let current:
  | { readonly path: string; readonly file: OpenFile; readonly views: AsyncGenerator<YaraView>; next: number }
  | undefined;

async function compile(text: string): Promise<YaraReply> {
  library ??= await loadYaraLibrary(maxMemory);
  const { errors } = library.run(new Uint8Array(), text);
  return { state: "compiled", errors, memory: library.memory() };
}

async function look(path: string, part: number): Promise<YaraReply> {
  const memory = () => library?.memory() ?? 0;
  try {
    const view = await viewAt(path, part);
    if (!view) {
      await letGo();
      return { state: "end", memory: memory() };
    }
    const { inside, entry, open } = view;
    const answer = await open().then(match, (error: unknown) => {
      if (!(error instanceof FormatError)) throw error;
      return error.message;
    });
    const read = typeof answer === "string" ? { hits: [], unasked: 0, reason: answer } : { ...answer, reason: null };
    return { state: "looked", inside, entry, ...read, memory: memory() };
  } catch (error) {
    if (!(error instanceof FormatError || (error instanceof Error && "syscall" in error))) throw error;
    await letGo();
    return { state: "unreadable", reason: error.message, memory: memory() };
  }
}

async function viewAt(path: string, part: number): Promise<YaraView | undefined> {
  if (current && (current.path !== path || current.next > part)) await letGo();
  if (!current) {
    const file = await openFile(path, true);
    current = { path, file, views: yaraViews(file), next: 0 };
  }
  for (;;) {
    const { value, done } = await current.views.next();
    if (done) return undefined;
    if (current.next++ === part) return value;
  }
}

async function letGo(): Promise<void> {
  await current?.file.close();
  current = undefined;
}

parentPort?.on("message", (job: YaraJob) => {
  const work = job.do === "compile" ? compile(job.text) : look(job.path, job.part);
  // What is thrown here ends the worker, which is then replaced.
  void work.then((answer) => parentPort?.postMessage({ answer } satisfies WorkerMessage<YaraReply>));
});
parentPort?.postMessage({ ready: true } satisfies WorkerMessage<YaraReply>);

import {
  type ClamdAddress,
  type ClamdAnswer,
  clamdAddress,
  clamdPlace,
  clamdScan,
  clamdSockets,
  clamdVersion,
} from "../device/clamd.ts";
import { openFile } from "../device/file.ts";
import type { EngineUse, Verdict } from "./app-engines.ts";
import type { FileEngine, FileJudgement } from "./file-engine.ts";

export interface ClamdOptions {
  /** As the person wrote it; the usual places are tried where left out. */
  readonly address?: string | undefined;
  readonly signal: AbortSignal;
  /** Epoch milliseconds: a clamd that does not tell how old its signatures are is as of the day it was asked. */
  readonly now: number;
  /** Milliseconds for a file of so many bytes; for tests. */
  readonly timeLimit?: (size: number) => number;
}

/** Two minutes, and two seconds for each megabyte: it unpacks all that is in a file. */
const usualLimit = (size: number) => 120_000 + size / 500;

/** The engine of a running clamd, to which whole files are sent; or why there is none, in a sentence. */
export async function loadClamdEngine(options: ClamdOptions): Promise<FileEngine | { readonly reason: string }> {
  const found = await reach(options);
  if ("reason" in found) return found;
  const { address, version } = found;
  const use = useOf(address, version, options.now);
  const limit = options.timeLimit ?? usualLimit;
  return {
    uses: [use],
    open: (signal) => ({
      look: async ({ path, size }) => judgement(use, await scanned(address, path, signal, limit(size))),
      close: async () => {},
    }),
  };
}

async function reach({ address: text, signal }: ClamdOptions) {
  if (text !== undefined) {
    const address = clamdAddress(text);
    if (!address) return { reason: `${JSON.stringify(text)} is no address of a clamd: name a socket, or HOST:PORT.` };
    const answer = await clamdVersion(address, signal);
    return "reason" in answer ? answer : { address, version: answer.version };
  }
  let refused: string | undefined;
  for (const address of clamdSockets) {
    const answer = await clamdVersion(address, signal, 3000);
    if ("version" in answer) return { address, version: answer.version };
    if (/permission/.test(answer.reason)) refused = answer.reason;
  }
  return { reason: refused ?? "No clamd listens at any of the usual places: name its address (--clamd-address)." };
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `ClamAV 1.4.6/27500/Tue Jan 14 09:34:15 2025`: its own version, that of its signatures, and their time. */
function useOf(address: ClamdAddress, version: string, now: number): EngineUse {
  const [program = "ClamAV", signatures, time] = version.split("/");
  const told = /^\w{3} (\w{3}) +(\d{1,2}) [\d:]+ (\d{4})$/.exec(time ?? "");
  const month = months.indexOf(told?.[1] ?? "") + 1;
  const two = (number: number | string) => String(number).padStart(2, "0");
  const date = told && month > 0 ? `${told[3]}-${two(month)}-${two(told[2] ?? "")}` : undefined;
  return {
    id: "clamd",
    about: `ClamAV's signatures, by the clamd at ${clamdPlace(address)}`,
    list: `${program}${signatures === undefined ? "" : `, signatures ${signatures}`}${date === undefined ? ", of unknown age" : ""}`,
    origin: "file",
    date: date ?? new Date(now).toISOString().slice(0, 10),
    // It does not tell how many signatures it has.
    entries: 0,
  };
}

async function scanned(address: ClamdAddress, path: string, signal: AbortSignal, limit: number): Promise<ClamdAnswer> {
  try {
    const file = await openFile(path, true);
    try {
      return await clamdScan(address, file, signal, limit);
    } finally {
      await file.close();
    }
  } catch (error) {
    return { state: "unanswered", reason: `It could not be read: ${error instanceof Error ? error.message : ""}.` };
  }
}

function judgement(use: EngineUse, answer: ClamdAnswer): FileJudgement {
  if (answer.state === "nothing") return { verdicts: [], unjudged: [] };
  if (answer.state === "unanswered") return { verdicts: [], unjudged: [`Not judged by clamd: ${answer.reason}`] };
  // https://docs.clamav.net/manual/Signatures/SignatureNames.html: what is unwanted by some, and what only looks like something.
  const weak = /^(?:PUA|Heuristics)\./.test(answer.name);
  const verdict: Verdict = {
    engine: use.id,
    list: use.list,
    date: use.date,
    severity: weak ? "medium" : "high",
    confidence: weak ? "possible" : "likely",
    name: answer.name,
    message: `ClamAV knows the file, or something in it, as ${answer.name}.`,
    evidence: { name: "signature", value: answer.name },
  };
  return { verdicts: [{ inside: null, verdict }], unjudged: [] };
}

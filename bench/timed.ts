// How benchmarks time a program and its rivals: by turns, so that whatever else the machine does falls on both, and by the median.
import { spawnSync } from "node:child_process";

/** What one run of a program took. */
export interface Timed {
  readonly seconds: number;
  /** Seconds of processor, of all its threads. */
  readonly cpu: number;
  /** What it printed. */
  readonly output: string;
}

/**
 * Runs a program to its end; null where it is not installed. What earlier runs wrote is brought to the disk first, or this one would wait for it.
 * The shell counts the processor's time: Node has no count of its children's.
 */
export function timed(program: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): Timed | null {
  spawnSync("sync");
  const began = performance.now();
  const ran = spawnSync("sh", ["-c", '"$@" && times >&2', "sh", program, ...args], { env, encoding: "utf8" });
  const seconds = (performance.now() - began) / 1000;
  if (ran.status === 127) return null;
  if (ran.status !== 0) throw new Error(`${program} failed: ${ran.stderr}`);
  const children = ran.stderr.trim().split("\n").at(-1) ?? "";
  const cpu = [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce((sum, [, m, s]) => sum + Number(m) * 60 + Number(s), 0);
  return { seconds, cpu, output: ran.stdout };
}

/** The value in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

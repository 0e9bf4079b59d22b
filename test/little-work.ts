import { expect } from "vitest";

/**
 * Does work on input that is made to cost, and fails when it cost more seconds of processors than a sound reading ever does. What blows up
 * takes minutes. Not a clock: on a busy machine work takes longer and costs the same.
 */
export async function littleWork<T>(work: () => T | Promise<T>, mostSeconds = 5): Promise<T> {
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1e6, "seconds of processors").toBeLessThan(mostSeconds);
  return result;
}

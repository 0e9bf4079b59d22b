// Loaded before a program: ends its process in the moment before the n-th call that changes a disk, in whichever thread (CANDOR_KILL_AT=n).
// Without a number it only counts, and says "calls <n>" at the end. What the power does, as far as a process can.
import fs from "node:fs";
import promises from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { getEnvironmentData, isMainThread, setEnvironmentData } from "node:worker_threads";

const shared = isMainThread ? new SharedArrayBuffer(4) : (getEnvironmentData("calls") as SharedArrayBuffer);
if (isMainThread) setEnvironmentData("calls", shared);
const calls = new Int32Array(shared);
const killAt = Number(process.env["CANDOR_KILL_AT"] ?? 0);

/** Each with what makes `promisify` of it give what it gives. */
function counted<T extends (...args: never[]) => unknown>(original: T): T {
  const before = (...args: Parameters<T>) => {
    if (Atomics.add(calls, 0, 1) + 1 === killAt) process.kill(process.pid, "SIGKILL");
    return original(...args);
  };
  return Object.defineProperties(before, Object.getOwnPropertyDescriptors(original)) as unknown as T;
}

for (const name of ["openSync", "writeSync", "renameSync", "rmSync", "mkdirSync"] as const)
  Object.assign(fs, { [name]: counted(fs[name] as never) });
for (const name of ["open", "write", "fsync", "rename", "rm", "mkdir"] as const)
  Object.assign(fs, { [name]: counted(fs[name] as never) });
for (const name of ["open", "rename", "rm", "mkdir"] as const)
  Object.assign(promises, { [name]: counted(promises[name] as never) });
syncBuiltinESMExports();

if (isMainThread && killAt === 0) process.on("exit", () => process.stdout.write(`calls ${calls[0]}\n`));

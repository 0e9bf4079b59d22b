import { existsSync, readFileSync } from "node:fs";

/** The most memory that this process had, in megabytes. Where there is /proc: what Node tells holds that of the process that started this one. */
export function mostMemory(): number {
  const status = existsSync("/proc/self/status") ? readFileSync("/proc/self/status", "utf8") : "";
  const kilobytes = /^VmHWM:\s*(\d+) kB$/m.exec(status)?.[1];
  return (kilobytes === undefined ? process.resourceUsage().maxRSS : Number(kilobytes)) / 1024;
}

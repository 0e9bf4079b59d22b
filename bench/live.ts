// A live examination of the virtual HyperOS phone over TCP: at once, and with 5 ms added to every round trip. What the distance
// costs is given in round trips: commands overlap, so it is far less than one a command.
//
//   npm run bench examine
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { examine } from "../src/centre/examine.ts";
import { openSource } from "../src/centre/open-source.ts";
import { startVirtualPhone } from "../src/centre/virtual-phone.ts";
import { latencyProxy } from "./latency-proxy.ts";

const roundTripMs = 5;
const runs = 5;

const home = mkdtempSync(join(tmpdir(), "candor-bench-"));
const phone = await startVirtualPhone("hyperos", { now: Date.now });
const proxy = await latencyProxy(phone.port, roundTripMs);
try {
  await examined(phone.port);
  const near: number[] = [];
  const far: number[] = [];
  for (let i = 0; i < runs; i++) {
    near.push(await examined(phone.port));
    far.push(await examined(proxy.port));
  }
  const [a, b] = [median(near), median(far)];
  console.log(`live     ${a.toFixed(0).padStart(6)} ms  connected, read and judged, over TCP on this computer`);
  console.log(
    `live     ${b.toFixed(0).padStart(6)} ms  with ${roundTripMs} ms a round trip: ${((b - a) / roundTripMs).toFixed(0)} round trips' worth of latency`,
  );
} finally {
  await proxy.close();
  await phone.close();
  rmSync(home, { recursive: true, force: true });
}

async function examined(port: number): Promise<number> {
  const before = performance.now();
  const source = await openSource(
    { address: `127.0.0.1:${port}` },
    { dataFolder: home, now: Date.now(), env: process.env },
  );
  const { report } = await examine(source, { dataFolder: home });
  await source.close();
  if (report.summary.checks.pass === 0) throw new Error("nothing was examined");
  return performance.now() - before;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((x, y) => x - y)[numbers.length >> 1] ?? Number.NaN;
}

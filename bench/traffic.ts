// What reading a capture costs, beside reading the file once, which no reader can do without, and beside tshark for the same fields.
//
//   npm run bench traffic [megabytes, 600 unless said] [runs, 3 unless said]
//
// The capture is made in the folder for temporary files and deleted afterwards. Each reader runs in a process of its own, so that its memory
// is its own; the fastest of the runs counts, tshark runs once.
import { spawnSync } from "node:child_process";
import { closeSync, openSync, readSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nodePacketCrypto } from "../src/device/node-crypto.ts";
import { createCaptureReader } from "../src/traffic/capture-flows.ts";
import { type WrittenCapture, writeCapture } from "./traffic-capture.ts";

const chunkSize = 1024 * 1024;
/** Those that tell who talked to whom, when, how much, and by which name. */
const fields = [
  ...["frame.time_epoch", "frame.len", "ip.src", "ip.dst", "tcp.srcport", "tcp.dstport", "udp.srcport", "udp.dstport"],
  ...["tls.handshake.extensions_server_name", "http.host", "http.request.uri", "dns.qry.name", "dns.a"],
];

interface Measured {
  readonly milliseconds: number;
  readonly megabytes: number;
  readonly found: string;
}

function readChunks(path: string, take: (chunk: Uint8Array) => void): void {
  const file = openSync(path, "r");
  const chunk = new Uint8Array(chunkSize);
  for (let length = readSync(file, chunk); length > 0; length = readSync(file, chunk)) take(chunk.subarray(0, length));
  closeSync(file);
}

function measure(kind: string, path: string): Measured {
  const before = performance.now();
  let found = "";
  if (kind === "candor") {
    const reader = createCaptureReader("capture.pcap", nodePacketCrypto);
    readChunks(path, (chunk) => reader.push(chunk));
    const { flows, questions, unread } = reader.end();
    const of = (protocol: string) => flows.filter((flow) => flow.protocol === protocol && flow.host !== null).length;
    found = `${of("tls")} TLS, ${of("quic")} QUIC, ${of("http")} HTTP, ${questions.length} questions, ${unread.length} gaps`;
  } else {
    let bytes = 0;
    readChunks(path, (chunk) => {
      bytes += chunk.length;
    });
    found = `${bytes} bytes`;
  }
  const milliseconds = performance.now() - before;
  return { milliseconds, megabytes: process.resourceUsage().maxRSS / 1024, found };
}

function inProcess(kind: string, path: string, runs: number): Measured {
  const all = Array.from({ length: runs }, () => {
    const { stdout, status } = spawnSync(process.execPath, [import.meta.filename, "--measure", kind, path], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
    });
    if (status !== 0) throw new Error(`${kind} could not read the capture`);
    return JSON.parse(stdout) as Measured;
  });
  return all.reduce((best, each) => (each.milliseconds < best.milliseconds ? each : best));
}

function tshark(path: string): Measured | undefined {
  // GNU time tells the memory where it is installed.
  const command = ["tshark", "-r", path, "-T", "fields", ...fields.flatMap((field) => ["-e", field])];
  const shell = `if [ -x /usr/bin/time ]; then /usr/bin/time -f %M "$@" | wc -l; else "$@" | wc -l; fi`;
  const before = performance.now();
  const { stdout, stderr, status } = spawnSync("sh", ["-c", shell, "sh", ...command], { encoding: "utf8" });
  const milliseconds = performance.now() - before;
  if (status !== 0 || Number(stdout) === 0) return undefined;
  const memory = Number(stderr.trim().split("\n").at(-1)) / 1024;
  return { milliseconds, megabytes: memory, found: `${Number(stdout)} lines` };
}

function line(name: string, { milliseconds, megabytes, found }: Measured, floor: number): void {
  const memory = Number.isFinite(megabytes) ? `${megabytes.toFixed(0)} MB` : "memory not known";
  const ratio = (milliseconds / floor).toFixed(1);
  console.log(
    `${name.padEnd(28)} ${milliseconds.toFixed(0).padStart(7)} ms  ${ratio.padStart(6)} × reading  ${memory.padStart(8)}  ${found}`,
  );
}

function main(megabytes: number, runs: number): void {
  const path = join(tmpdir(), `candor-bench-${process.pid}.pcap`);
  try {
    const made: WrittenCapture = writeCapture(path, megabytes * 1e6);
    console.log(
      `${(made.bytes / 1e6).toFixed(0)} MB, ${made.packets} packets; written: ${made.tls} TLS, ${made.quic} QUIC, ${made.http} HTTP`,
    );
    const floor = inProcess("read", path, runs);
    const own = inProcess("candor", path, runs);
    const other = tshark(path);
    line("reading the file once", floor, floor.milliseconds);
    line("candor", own, floor.milliseconds);
    if (!other) console.log("tshark is not installed");
    else {
      line("tshark -T fields", other, floor.milliseconds);
      console.log(`candor is ${(other.milliseconds / own.milliseconds).toFixed(1)} × as fast as tshark`);
    }
  } finally {
    rmSync(path, { force: true });
  }
}

const [first = "600", second = "3", third = ""] = process.argv.slice(2);
if (first === "--measure") process.stdout.write(JSON.stringify(measure(second, third)));
else main(Number(first), Number(second));

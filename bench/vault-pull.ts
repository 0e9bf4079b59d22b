// Photos and videos pulled from a phone into a vault: time and memory of the pull, beside fetching the same bytes and keeping nothing. The phone is
// the virtual one, in a process of its own, behind the real ADB protocol over TCP; its files lie on the disk.
//
//   (with npm run bench vault) vault-pull.ts [MIB]
import { type ChildProcess, spawn } from "node:child_process";
import { randomFillSync } from "node:crypto";
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openLink } from "../src/centre/phone-link.ts";
import { phoneReader } from "../src/centre/phone-read.ts";
import { pull } from "../src/centre/vault-pull.ts";
import { findOnPhone, pullRequest } from "../src/centre/vault-request.ts";
import { openTcpPhone } from "../src/device/adb-tcp.ts";
import { createPhone } from "../src/phone/models/index.ts";
import { startPhone } from "../src/phone/start.ts";
import { folderPlace } from "../src/vault/folder-place.ts";
import { initRepository } from "../src/vault/repository.ts";
import { timed } from "./timed.ts";

const [mode = "1024", folder = "", argument = ""] = process.argv.slice(2);
if (mode === "--phone") await serveFiles(folder, Number(argument));
else if (mode === "--pull" || mode === "--read") await fetchAll(mode, folder, Number(argument));
else await compare(Number(mode));

async function compare(mebibytes: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "candor-bench-pull-"));
  const phone = spawn(process.execPath, [import.meta.filename, "--phone", folder, String(mebibytes)], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  try {
    const port = await said(phone);
    for (const [name, verb] of [
      ["fetched, and nothing kept", "--read"],
      ["pulled into a vault", "--pull"],
    ] as const) {
      const ran = timed(process.execPath, [import.meta.filename, verb, folder, port]);
      const { megabytes, bytes } = JSON.parse(ran?.output ?? "{}") as { megabytes: number; bytes: number };
      const seconds = ran?.seconds ?? 0;
      console.log(
        `${name.padEnd(28)} ${seconds.toFixed(2).padStart(6)} s ${(bytes / 2 ** 20 / seconds).toFixed(0).padStart(5)} MiB/s  ${ran?.cpu.toFixed(2)} s of processor, ${megabytes.toFixed(0)} MB`,
      );
    }
  } finally {
    phone.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

function said({ stdout }: ChildProcess): Promise<string> {
  return new Promise((resolve) => stdout?.once("data", (text) => resolve(String(text).trim())));
}

/** A virtual phone with so much in its camera's folder: nine photos of three mebibytes, then a video of 64. */
async function serveFiles(folder: string, mebibytes: number): Promise<void> {
  const phone = createPhone("hyperos", { now: () => Date.now() });
  for (let left = mebibytes, n = 0; left > 0; n++) {
    const size = Math.min(left, n % 10 === 9 ? 64 : 3);
    left -= size;
    const path = join(folder, `${n}`);
    writeFileSync(path, randomFillSync(Buffer.alloc(size * 2 ** 20)));
    const body = {
      size: size * 2 ** 20,
      open: (offset: number) => createReadStream(path, { start: offset, highWaterMark: 256 * 1024 }),
    };
    const name = n % 10 === 9 ? `VID_${n}.mp4` : `IMG_${n}.jpg`;
    phone.state.files.plant(`/storage/emulated/0/DCIM/Bench/${name}`, { body, mode: 0o660, mtime: Date.now() - n });
  }
  const { port } = await startPhone(phone);
  process.stdout.write(`${port}\n`);
}

async function fetchAll(mode: "--pull" | "--read", folder: string, port: number): Promise<void> {
  const takenAt = Date.now();
  const open = () => openTcpPhone({ address: `127.0.0.1:${port}`, keys: { ownKey: join(folder, "adb key") }, takenAt });
  const link = await openLink({ open, patienceMs: 10_000, pauseMs: 100 });
  const request = pullRequest(["files", "/sdcard/DCIM/Bench"]);
  if (request === null) throw new Error("no request");
  const found = await findOnPhone(link, request, { now: takenAt });
  const bytes = Number(found.bytes);
  if (mode === "--read") {
    const reader = phoneReader(link);
    for (const { item } of found.items) for await (const _ of reader.entryOf(item).open?.(undefined) ?? []);
  } else {
    const path = join(folder, "vault");
    const place = folderPlace(path);
    const repository = await initRepository(place, "only for measuring", { created: new Date() });
    const vault = { place, address: { kind: "folder", path } as const, known: null, unlisted: true };
    const desk = { dataFolder: join(folder, "data"), now: () => Date.now(), process: { env: {} } };
    const outcome = await pull(desk, { ...vault, credentials: null, repository }, link, found, () => {});
    if (outcome.left.length > 0) throw new Error(JSON.stringify(outcome.left));
  }
  await link.close();
  console.log(JSON.stringify({ bytes, megabytes: process.resourceUsage().maxRSS / 1000 }));
}

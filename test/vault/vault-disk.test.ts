import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as rest } from "node:timers/promises";
import { expect, test } from "vitest";
import { checkRepository } from "../../src/vault/check.ts";
import { partialName } from "../../src/vault/cut-uploads.ts";
import { readSnapshots } from "../../src/vault/restic-snapshot.ts";
import { tool, withFound, withTool } from "../tools.ts";
import { newFolder, newVault, openVault, passphrase, putFolder, runRestic } from "./repository-tools.ts";
import { noise } from "./tree-maker.ts";

const child = join(import.meta.dirname, "put-child.ts");
const env = { ...process.env, CANDOR_PASSPHRASE: passphrase };

/** Slowly: a thread writes the packs while they are filled. */
const paces = ["", "slowly"] as const;

function source(files: number, bytes: number): string {
  const folder = newFolder();
  for (let n = 0; n < files; n++) writeFileSync(join(folder, `file ${n}`), noise(bytes, `${n}`));
  return folder;
}

withTool("restic")(
  "a process that is killed at any moment leaves a vault that is whole, without help",
  async (restic) => {
    const { folder } = await newVault();
    const from = source(20, 150_000);
    const [done, forgotten] = [new Set<string>(), new Set<string>()];
    for (let round = 0; round < 12; round++) {
      const running = spawn(process.execPath, [child, folder, from, "50", paces[round % 2] as string], {
        env,
        stdio: ["ignore", "pipe", "inherit"],
      });
      let said = "";
      running.stdout.on("data", (text: Buffer) => (said += text.toString()));
      const ended = new Promise((resolve) => running.on("close", resolve));
      while (said === "") await rest(5);
      await rest((round * 211) % 1300);
      running.kill("SIGKILL");
      await ended;
      for (const line of said.split("\n")) {
        const [what = "", id = ""] = line.split(" ");
        // The lock of the killed process is no obstacle to the next.
        expect(["done", "forget", ""]).toContain(what);
        if (id !== "") (what === "done" ? done : forgotten).add(id);
      }
      const repository = await openVault(folder);
      const { problems } = await checkRepository(repository, { readData: true });
      expect(problems.filter(({ grade }) => grade === "error")).toEqual([]);
      const kept = (await readSnapshots(repository)).map(({ id }) => id);
      for (const id of done) if (!forgotten.has(id)) expect(kept).toContain(id);
    }
    writeFileSync(join(folder, "data", partialName()), "of another that was killed");
    runRestic(restic, folder, ["unlock"]);
    expect(runRestic(restic, folder, ["check", "--read-data"])).toContain("no errors were found");
  },
  180_000,
);

test("a process that is killed before any one call to the disk leaves a vault that is whole", async () => {
  const [{ folder }, from] = [await newVault(), source(3, 150_000)];
  await putFolder(await openVault(folder), from);
  const preload = join(import.meta.dirname, "..", "kill-at-call.ts");
  const put = async (vault: string, files: string, killAt: number) => {
    const running = spawn(process.execPath, ["--import", preload, child, vault, files, "1", "slowly"], {
      env: { ...env, CANDOR_KILL_AT: `${killAt}` },
      stdio: ["ignore", "pipe", "inherit"],
    });
    let said = "";
    running.stdout.on("data", (text: Buffer) => (said += text.toString()));
    await new Promise((resolve) => running.on("close", resolve));
    return said;
  };
  const fresh = () => {
    const copy = newFolder();
    for (const [name, path] of Object.entries({ vault: folder, files: from }))
      cpSync(path, join(copy, name), { recursive: true });
    return { vault: join(copy, "vault"), files: join(copy, "files") };
  };
  const whole = fresh();
  const calls = Number(/^calls (\d+)$/m.exec(await put(whole.vault, whole.files, 0))?.[1]);
  expect(calls).toBeGreaterThan(60);
  let next = 1;
  const kill = async () => {
    for (let at = next++; at <= calls; at = next++) {
      const { vault, files } = fresh();
      const [, done] = /^done (\w{64})$/m.exec(await put(vault, files, at)) ?? [];
      const repository = await openVault(vault);
      const errors = (await checkRepository(repository, { readData: true })).problems.filter(
        ({ grade }) => grade === "error",
      );
      expect([at, errors]).toEqual([at, []]);
      const kept = (await readSnapshots(repository)).map(({ id }) => id);
      if (done) expect(kept).toContain(done);
      expect(kept.length).toBeGreaterThan(0);
      await putFolder(repository, files);
      expect([at, (await checkRepository(repository, { readData: true })).problems]).toEqual([at, []]);
      rmSync(join(vault, ".."), { recursive: true });
    }
  };
  // Most of the time each of them waits.
  await Promise.all([kill(), kill(), kill(), kill()]);
}, 300_000);

const mounted = withFound(mounter(), "needs unshare(1), and user namespaces");

function mounter(): string | undefined {
  const path = tool("unshare");
  try {
    if (path) execFileSync(path, ["-rm", "sh", "-c", "mount -t tmpfs -o size=64k none /tmp"], { stdio: "ignore" });
    return path;
  } catch {
    return undefined;
  }
}

/** Runs a put with the vault on a disk of its own; what it says, and the vault as it is afterwards, copied back. */
function onDisk(
  unshare: string,
  options: {
    readonly size: string;
    readonly readOnly: boolean;
    readonly vault: string;
    readonly from: string;
    readonly pace?: string;
  },
): string {
  const script = [
    'mkdir "$OUT/disk"; mount -t tmpfs -o "size=$SIZE" none "$OUT/disk"; cp -a "$VAULT/." "$OUT/disk/"',
    options.readOnly ? 'mount -o remount,ro "$OUT/disk"' : "true",
    `"${process.execPath}" "${child}" "$OUT/disk" "$FROM" 1 "${options.pace ?? ""}"`,
    'cp -a "$OUT/disk/." "$OUT/after/"',
  ].join("\n");
  const out = newFolder();
  mkdirSync(join(out, "after"));
  const said = execFileSync(unshare, ["-rm", "sh", "-c", script], {
    env: { ...env, OUT: out, SIZE: options.size, VAULT: options.vault, FROM: options.from },
    encoding: "utf8",
  });
  return `${said.trim()} ${join(out, "after")}`;
}

mounted(
  "a full disk is said to be full, what was there stays whole, and nothing half is left",
  async (unshare) => {
    for (const pace of paces) await fillDisk(unshare, pace);
  },
  60_000,
);

async function fillDisk(unshare: string, pace: string): Promise<void> {
  const { folder, repository } = await newVault();
  await putFolder(repository, source(3, 10_000));
  const [said, after = ""] = onDisk(unshare, {
    size: "2m",
    readOnly: false,
    vault: folder,
    from: source(30, 150_000),
    pace,
  }).split(" ");
  expect(said).toBe("unwritable");
  const { problems, snapshots } = await checkRepository(await openVault(after), { readData: true });
  expect(problems.filter(({ grade }) => grade === "error")).toEqual([]);
  expect(snapshots).toBe(1);
  expect(execFileSync("find", [after, "-name", "*.part"], { encoding: "utf8" })).toBe("");
}

mounted(
  "a disk that takes no writing is said to be so",
  async (unshare) => {
    const { folder } = await newVault();
    const said = onDisk(unshare, { size: "2m", readOnly: true, vault: folder, from: source(1, 10_000) });
    expect(said.split(" ")[0]).toBe("unwritable");
  },
  60_000,
);

import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as rest } from "node:timers/promises";
import { expect } from "vitest";
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

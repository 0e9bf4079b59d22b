import { execFile } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect } from "vitest";
import { root } from "../cli/run.ts";
import { type RealPhone, realPhone, trixie, withTrixie } from "./trixie.ts";

// The vault and the real adbd: what its sync service sends, and what its shell hashes and deletes.

const run = promisify(execFile);
const folder = "/data/local/tmp/secret";
const files: ReadonlyMap<string, Buffer> = new Map([
  ["plain.jpg", randomBytes(1_500_000)],
  ["empty", Buffer.alloc(0)],
  ["-rf $(x) 'quoted\"\n\u{1f600}", randomBytes(70_000)],
  ["deep/er/x", randomBytes(65_536)],
]);
let home = "";
let real: RealPhone;

beforeAll(async () => {
  if (trixie === undefined) return;
  home = await mkdtemp(join(tmpdir(), "candor-adbd-"));
  real = await realPhone(trixie);
  const made = [`mkdir -p ${folder}/deep/er ${folder}/hollow ${folder}/closed`, `ln -s /nowhere ${folder}/link`];
  await shell(made.join(" && "));
  for (const [name, bytes] of files) await shell(`cat > ${quoted(`${folder}/${name}`)}`, bytes);
  await shell(
    `touch -d 2020-02-02T02:02:02Z ${folder}/plain.jpg; chmod 640 ${folder}/plain.jpg; chmod 0 ${folder}/closed`,
  );
});
afterAll(async () => {
  await real?.close();
  if (home) await rm(home, { recursive: true, force: true });
});

async function shell(script: string, input?: Buffer): Promise<void> {
  const answer = await real.client.run(["-s", real.serial, "shell", "-T", script], input);
  expect(answer, script).toMatchObject({ code: 0, stderr: "" });
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** Candor in the network of the real phone; its exit code and JSON. */
async function vault(...args: readonly string[]) {
  const env = {
    ...process.env,
    HOME: home,
    CANDOR_HOME: join(home, "candor"),
    CANDOR_PASSPHRASE: "nine tin whistles in a wooden drawer",
    ANDROID_ADB_SERVER_PORT: String(real.client.port),
  };
  const enter = [`--net=/proc/${real.pid}/ns/net`, process.execPath, join(root, "bin", "candor.mjs"), "vault", ...args];
  const { stdout, code } = await run("nsenter", enter, { env, maxBuffer: 1e8 }).then(
    (ran) => ({ ...ran, code: 0 }),
    (error: { readonly stdout: string; readonly code: number }) => error,
  );
  return { code, document: stdout.startsWith("{") ? (JSON.parse(stdout) as Record<string, unknown>) : {} };
}

withTrixie(
  "pulls from the real adbd byte for byte, and deletes there what is the same on both sides",
  async () => {
    await vault("init", join(home, "vault"));
    const pulled = await vault("pull", "files", folder, "--serial", real.serial, "--json");
    expect(pulled.code).toBe(1);
    expect(pulled.document).toMatchObject({
      files: files.size,
      left: [{ path: `${folder}/closed`, reason: "the phone does not let the folder be read" }],
    });
    await vault("restore", "--to", join(home, "out"));
    const out = join(home, "out", folder);
    for (const [name, bytes] of files) {
      const hash = (data: Uint8Array) => createHash("sha256").update(data).digest("hex");
      expect(hash(await readFile(join(out, name))), name).toBe(hash(bytes));
    }
    const { mtimeMs, mode } = await stat(join(out, "plain.jpg"));
    expect({ mtimeMs, mode: mode & 0o777 }).toEqual({ mtimeMs: Date.UTC(2020, 1, 2, 2, 2, 2), mode: 0o640 });
    expect(await readdir(join(out, "hollow"))).toEqual([]);
    const again = await vault("pull", "files", folder, "--serial", real.serial, "--json");
    expect(again.document["transferred"]).toBe(0);
    const hidden = await vault("hide", "files", folder, "--delete", "--serial", real.serial, "--json");
    expect(hidden.document).toMatchObject({ verified: files.size, deleted: files.size });
    await shell(`[ -z "$(find ${folder} -type f 2>/dev/null)" ]`);
  },
  60_000,
);

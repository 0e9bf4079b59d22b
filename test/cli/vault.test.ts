import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { journalWitnessDocument } from "../../src/centre/proof-documents-schema.ts";
import { vaultDocuments } from "../../src/centre/vault-documents-schema.ts";
import { serve } from "../../src/phone/daemon.ts";
import { type Listener, listen } from "../../src/phone/listen.ts";
import { createPhone } from "../../src/phone/models/index.ts";
import { phoneServices } from "../../src/phone/services.ts";
import { withTool } from "../tools.ts";
import { rcloneServer } from "../vault/place-servers.ts";
import { candor, candorHere, type Ran } from "./run.ts";

// The command line on vaults, with the real restic beside it.

const run = promisify(execFile);
// Every opening costs scrypt's time, on a machine that others use, too.
vi.setConfig({ testTimeout: 120_000 });
const passphrase = "seven slow herons over wet slate roofs";
let home = "";
let tree = "";

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "candor-vault-"));
  tree = join(home, "tree");
  await mkdir(join(tree, "sub", "deep"), { recursive: true });
  await writeFile(join(tree, "planted.txt"), "planted plaintext ".repeat(4000));
  await writeFile(join(tree, "sub", "name with \u001b[31m and ü.bin"), Buffer.alloc(700_000, 7));
  await writeFile(join(tree, "sub", "deep", "empty"), "");
  await symlink("/etc/passwd", join(tree, "sub", "link"));
  await utimes(join(tree, "planted.txt"), 1_600_000_000, 1_600_000_000);
});
afterAll(() => rm(home, { recursive: true, force: true }));

/** A data folder of its own, and the vault's passphrase. */
const env = (name: string, more: NodeJS.ProcessEnv = {}) => ({
  CANDOR_HOME: join(home, "data", name),
  XDG_RUNTIME_DIR: home,
  CANDOR_PASSPHRASE: passphrase,
  ...more,
});

async function fine(args: readonly string[], given: NodeJS.ProcessEnv): Promise<Ran> {
  const ran = await candorHere(["vault", ...args], given);
  expect(ran, args.join(" ")).toMatchObject({ code: 0 });
  if (args.includes("--json")) fits(ran.out);
  return ran;
}

/** What is printed for programs is as its published schema says. */
function fits(text: string): void {
  const document = JSON.parse(text) as { schema: string };
  const name = /^candor\.(.+)\/1$/.exec(document.schema)?.[1] ?? "";
  const schema = vaultDocuments[name as keyof typeof vaultDocuments];
  expect(schema.safeParse(document).error?.issues, name).toBeUndefined();
}

async function made(
  name: string,
  ...flags: readonly string[]
): Promise<{ readonly place: string; readonly given: NodeJS.ProcessEnv }> {
  const place = join(home, `place-${name}`);
  const given = env(name);
  await fine(["init", place, ...flags], given);
  return { place, given };
}

/** SHA-256 of each file below a folder, by its path. */
async function digests(folder: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const each of await readdir(folder, { recursive: true, withFileTypes: true }))
    if (each.isFile()) {
      const path = join(each.parentPath, each.name);
      found[path.slice(folder.length + 1)] = createHash("sha256")
        .update(await readFile(path))
        .digest("hex");
    }
  return found;
}

test("keeps, lists, finds and restores; the place and Candor's folder hold nothing readable", async () => {
  const { place, given } = await made("life", "--name", "life");
  const put = JSON.parse((await fine(["put", tree, "--json"], given)).out) as {
    summary: { totalFiles: number };
    left: unknown[];
  };
  expect(put).toMatchObject({ schema: "candor.vault-put/1", summary: { totalFiles: 3 }, left: [] });
  const again = JSON.parse((await fine(["put", tree, "--json"], given)).out) as {
    summary: { filesUnmodified: number };
  };
  expect(again.summary.filesUnmodified).toBe(3);
  const listed = await fine(["list", "--vault", "life"], given);
  expect(listed.out.split("\n").filter((line) => line.includes(tree))).toHaveLength(2);
  const files = (await fine(["list", "latest"], given)).out;
  expect(files).toContain("deep/empty");
  expect(files).not.toContain("\u001b");
  expect(files).toContain("link -> /etc/passwd");
  expect((await fine(["find", "planted.*"], given)).out.split("\n").filter(Boolean)).toHaveLength(2);
  expect((await candorHere(["vault", "find", "nothing*"], given)).code).toBe(1);
  await fine(["restore", "--to", join(home, "out"), "--include", tree.slice(1)], given);
  expect(await digests(join(home, "out", tree))).toEqual(await digests(tree));
  expect((await stat(join(home, "out", tree, "planted.txt"))).mtimeMs).toBe(1_600_000_000_000);
  expect((await fine(["check", "--read-data"], given)).out).toContain("Nothing that the snapshots need is missing");
  for (const folder of [place, given["CANDOR_HOME"] ?? ""])
    for (const path of Object.keys(await digests(folder))) {
      const bytes = await readFile(join(folder, path), "latin1");
      expect(bytes).not.toContain(passphrase);
      expect(bytes).not.toContain("planted plaintext");
      if (folder === place) expect(bytes).not.toContain("planted");
    }
  const journal = (await candorHere(["journal", "list", "--json"], { CANDOR_HOME: given["CANDOR_HOME"] })).out;
  expect(journal).toContain("Restored 3 files");
  expect(journal).toContain("Kept 3 files");
});

test("the wrong passphrase, a damaged pack and a missing vault are told apart", async () => {
  const { place, given } = await made("wrong");
  await fine(["put", tree], given);
  const wrong = await candorHere(["vault", "list", "latest"], { ...given, CANDOR_PASSPHRASE: "another one" });
  expect(wrong).toMatchObject({ code: 3, err: expect.stringContaining("not the passphrase") });
  expect((await candorHere(["vault", "list", "--vault", join(home, "nowhere")], given)).code).toBe(3);
  expect((await candorHere(["vault", "list", "--vault", "unknown"], given)).err).toContain(
    "There is no vault called unknown",
  );
  const [pack = ""] = Object.keys(await digests(join(place, "data")));
  const path = join(place, "data", pack);
  const bytes = await readFile(path);
  bytes[40] = (bytes[40] ?? 0) ^ 1;
  await rm(path, { force: true });
  await writeFile(path, bytes);
  const checked = await candorHere(["vault", "check", "--read-data"], given);
  expect(checked.code).toBe(1);
  expect(checked.out).toContain("DAMAGED");
  expect(checked.out).toContain(pack.slice(-64));
});

test("keys: one more, another, one less; the recovery key opens, and is proved", async () => {
  const sheet = join(home, "sheet.html");
  const { place, given } = await made("keys", "--sheet", sheet);
  const key = /class="key">([0-9A-Z-]{44})</.exec(await readFile(sheet, "utf8"))?.[1] ?? "";
  await writeFile(join(home, "key.txt"), `${key.toLowerCase()}\n`);
  await writeFile(join(home, "wrong.txt"), `${key.slice(0, -1)}${key.endsWith("0") ? "1" : "0"}\n`);
  expect((await fine(["key", "prove", "--recovery-file", join(home, "key.txt")], given)).out).toContain(
    "It opens the vault",
  );
  expect(
    (await candorHere(["vault", "key", "prove", "--recovery-file", join(home, "wrong.txt")], given)).err,
  ).toContain("mistyped");
  await fine(["list", "--vault", place], { ...given, CANDOR_PASSPHRASE: key.replaceAll("-", " ") });
  const other = "two brass lanterns under the old pier";
  await fine(["key", "add"], { ...given, CANDOR_NEW_PASSPHRASE: other });
  const theirs = { ...given, CANDOR_PASSPHRASE: other };
  const keys = JSON.parse((await fine(["key", "list", "--json"], theirs)).out) as {
    keys: { name: string; current: boolean }[];
  };
  expect(keys.keys).toHaveLength(3);
  expect(
    (await candorHere(["vault", "key", "remove", keys.keys.find(({ current }) => current)?.name ?? ""], theirs)).code,
  ).toBe(3);
  await fine(["key", "change"], { ...given, CANDOR_NEW_PASSPHRASE: "four iron kettles on a tin stove" });
  expect((await candorHere(["vault", "key", "list"], given)).code).toBe(3);
  const removed = JSON.parse((await fine(["key", "list", "--json"], theirs)).out) as {
    keys: { name: string; current: boolean }[];
  };
  for (const { name, current } of removed.keys) if (!current) await fine(["key", "remove", name.slice(0, 12)], theirs);
  expect((await candorHere(["vault", "key", "list"], { ...given, CANDOR_PASSPHRASE: key })).code).toBe(3);
});

test("forgets by rule and by name, asks before, and frees the room", async () => {
  const { given } = await made("forget");
  for (const round of ["a", "b", "c"]) {
    await writeFile(join(tree, "changing"), round.repeat(300_000));
    await fine(["put", tree], given);
  }
  await rm(join(tree, "changing"));
  const forget = (...more: readonly string[]) => candorHere(["vault", "forget", ...more], given);
  expect((await forget()).code).toBe(2);
  expect((await forget("--keep-last", "1", "abcd")).code).toBe(2);
  expect((await forget("--keep-last", "0")).code).toBe(3);
  expect(await forget("--keep-last", "1")).toMatchObject({ code: 2, err: expect.stringContaining("nobody to ask") });
  expect((await forget("--keep-last", "2", "--dry-run")).out.match(/^goes/gm)).toHaveLength(1);
  expect((await fine(["list", "--vault", "place-forget", "--json"], given)).out.match(/"parent"/g)).toHaveLength(3);
  expect((await forget("--keep-last", "2", "--yes", "--prune")).out).toContain("1 snapshot removed");
  expect((await forget("latest", "--yes")).code).toBe(0);
  const pruned = JSON.parse((await fine(["prune", "--json"], given)).out) as { bytesFreed: number };
  expect(pruned.bytesFreed).toBeGreaterThan(0);
  expect((await fine(["check", "--read-data"], given)).out).toContain("1 snapshot,");
});

test("a rule never lets a snapshot go that files were hidden in; somebody who names it is told", async () => {
  const { given } = await made("hidden");
  const hyperos = ["--from", "virtual:hyperos", "--json"];
  const hidden = JSON.parse((await fine(["hide", "photos", "--delete", ...hyperos], given)).out) as {
    snapshot: string;
  };
  for (let i = 0; i < 2; i++) await fine(["pull", "photos", ...hyperos], given);
  const rule = (await fine(["forget", "--keep-last", "1", "--dry-run"], given)).out.split("\n");
  expect(rule.map((line) => line.slice(0, 5))).toEqual(["stays", "goes ", "stays", "Nothi", ""]);
  expect(rule[0]).toMatch(
    new RegExp(`^stays  ${hidden.snapshot.slice(0, 8)} .*\\(files in it were deleted on a phone\\)$`),
  );
  expect((await fine(["forget", hidden.snapshot.slice(0, 12), "--dry-run"], given)).out).toContain(
    "all that is left of them",
  );
});

test("two snapshots are compared", async () => {
  const { given } = await made("compare");
  const folder = join(home, "compared");
  await mkdir(join(folder, "gone"), { recursive: true });
  for (const name of ["gone/a", "gone/b", "kept"]) await writeFile(join(folder, name), name);
  await fine(["put", folder], given);
  await rm(join(folder, "gone"), { recursive: true });
  await writeFile(join(folder, "kept"), "another");
  await writeFile(join(folder, "\u001b[2Jnew"), "new");
  await fine(["put", folder], given);
  const [first] = (
    JSON.parse((await fine(["list", "--vault", "place-compare", "--json"], given)).out) as {
      snapshots: { id: string }[];
    }
  ).snapshots;
  const { out } = await fine(["compare", first?.id.slice(0, 10) ?? ""], given);
  expect(out).toMatch(/^\+ .*new {2}3 B$/m);
  expect(out).toMatch(/^- .*gone\/ {2}2 files, 12 B$/m);
  expect(out).toMatch(/^M .*kept {2}7 B$/m);
  expect(out).not.toContain("\u001b");
  expect(out.split("\n")[0]).toMatch(new RegExp(`^${first?.id.slice(0, 8)} .* → \\w{8} `));
  expect((await fine(["compare", "latest"], given)).out).toMatch(/\nThe two snapshots hold the same\.\n$/);
  // Without names: the last two of the same files.
  await fine(["put", join(folder, "kept")], given);
  expect((await candorHere(["vault", "compare"], given)).err).toContain("no snapshot of the same files before");
  await fine(["put", folder], given);
  expect((await fine(["compare"], given)).out).toMatch(/hold the same/);
  await rm(join(folder, "kept"));
  await fine(["put", folder], given);
  expect((await fine(["compare"], given)).out).toMatch(/^- .*kept {2}7 B$/m);
  await fine(["compare", first?.id ?? "", "--json"], given);
  expect((await candorHere(["vault", "compare", "ffff"], given)).code).toBe(3);
});

test("what is printed for programs fits the published schemas", async () => {
  const place = join(home, "place-json");
  const given = env("json");
  await fine(["init", place, "--json"], given);
  const hyperos = ["--from", "virtual:hyperos", "--json"];
  await fine(["pull", "photos", "--dry-run", ...hyperos], given);
  await fine(["pull", "photos", "sms", ...hyperos], given);
  await fine(["hide", "photos", "--delete", ...hyperos], given);
  await fine(["return", "--dry-run", ...hyperos], given);
  await fine(["return", "--yes", ...hyperos], given);
  await fine(["put", tree, "--json"], given);
  await fine(["list", "--json"], given);
  await fine(["list", "--vault", "place-json", "--json"], given);
  await fine(["key", "list", "--json"], given);
  await fine(["check", "--json"], given);
  await fine(["restore", "--to", join(home, "json-out"), "--json"], given);
  await fine(["forget", "--keep-last", "1", "--yes", "--json"], given);
  await fine(["prune", "--json"], given);
  await fine(["copy", join(home, "json-copy"), "--json"], given);
  await fine(["places", "--json"], given);
});

test("a snapshot that somebody else removed is missed", async () => {
  const { place, given } = await made("lost");
  await fine(["put", tree], given);
  for (const name of await readdir(join(place, "snapshots"))) await rm(join(place, "snapshots", name));
  const listed = await candorHere(["vault", "list", "--vault", "place-lost"], given);
  expect(listed).toMatchObject({ code: 1, out: expect.stringContaining("is gone: somebody or something else") });
});

test("copies with verification; a place outside the rule is refused before anything is sent", async () => {
  const { given } = await made("copy", "--rule", "EU/EEA", "--name", "main");
  await fine(["put", tree], given);
  const copy = join(home, "the-copy");
  expect((await fine(["copy", copy, "--verify", "100%"], given)).out).toMatch(/were copied, 0 were there already/);
  expect((await fine(["copy", copy, "--json"], given)).out).toContain('"files": 0');
  await fine(["list", "latest", "--vault", copy], given);
  const outside = await candorHere(["vault", "copy", "sftp://me@192.0.2.1/vault", "--country", "US"], given);
  expect(outside).toMatchObject({ code: 3, err: expect.stringContaining("may only lie in EU/EEA") });
  const unsaid = await candorHere(["vault", "copy", "sftp://me@192.0.2.1/vault"], given);
  expect(unsaid.code).toBe(3);
  const made2 = await candorHere(
    ["vault", "init", "s3:https://s3.us-east-1.amazonaws.com/bucket/p", "--rule", "DE"],
    given,
  );
  expect(made2).toMatchObject({ code: 3, err: expect.stringContaining("may only lie in DE") });
  const places = (await fine(["places"], given)).out;
  expect(places).toContain("may only lie in EU/EEA");
  expect(places).toContain(`copy: ${copy}`);
});

withTool("rclone")(
  "a place that nobody listed is held against the rule of the vault that lies there: it is read, and not written to",
  async (rclone) => {
    const { place, given } = await made("elsewhere", "--rule", "EU/EEA", "--name", "main");
    await fine(["put", tree], given);
    const server = await rcloneServer(rclone, "webdav", ["--dir-cache-time", "0s"]);
    try {
      await cp(place, join(server.folder, "far"), { recursive: true });
      const far = `webdav://127.0.0.1:${server.port}/far/`;
      const there = { ...given, CANDOR_PLACE_USER: "owner", CANDOR_PLACE_PASSWORD: "secret" };
      const before = await digests(server.folder);
      const refused = await candorHere(["vault", "put", tree, "--vault", far], there);
      expect(refused).toMatchObject({ code: 3, err: expect.stringContaining("Nobody said in which country") });
      expect((await fine(["list", "latest", "--vault", far], there)).out).toContain("planted.txt");
      expect(await digests(server.folder)).toEqual(before);
      await fine(["unlock", "--vault", far, "--for", "1"], there);
      expect((await fine(["places"], given)).out).not.toContain("On this computer");
    } finally {
      server.stop();
    }
  },
  60_000,
);

test("an unlisted vault leaves no trace of where it lies", async () => {
  const place = join(home, "place-unlisted");
  const given = env("unlisted");
  await fine(["init", place, "--unlisted"], given);
  await fine(["put", tree, "--vault", place, "--unlisted"], given);
  expect((await fine(["list", "latest", "--vault", place, "--unlisted"], given)).out).toContain("planted.txt");
  const kept = await digests(given.CANDOR_HOME).catch(() => ({}));
  for (const path of Object.keys(kept)) {
    expect(path).not.toContain("vaults");
    expect(await readFile(join(given.CANDOR_HOME, path), "latin1")).not.toContain("place-unlisted");
  }
  expect((await fine(["list"], given)).out).toContain("Candor knows no vault");
});

test("stays open for a while, until it is locked", async () => {
  const { given } = await made("session");
  await fine(["put", tree], given);
  const without = { ...given, CANDOR_PASSPHRASE: "" };
  expect((await candorHere(["vault", "list", "latest"], without)).code).toBe(3);
  await fine(["unlock", "--for", "5"], given);
  expect((await fine(["list", "latest"], without)).out).toContain("planted.txt");
  await fine(["unlock", "--lock"], without);
  expect((await candorHere(["vault", "list", "latest"], without)).code).toBe(3);
});

test("erased, nobody can open it any more", async () => {
  const { place, given } = await made("erase");
  await fine(["put", tree], given);
  expect((await candorHere(["vault", "erase"], given)).code).toBe(2);
  expect((await fine(["erase", "--yes"], given)).out).toContain("1 key deleted");
  expect((await candorHere(["vault", "list", "latest", "--vault", place], given)).err).toContain(
    "its keys were erased",
  );
  expect((await fine(["list"], given)).out).toContain("knows no vault");
});

withTool("restic")(
  "the real restic opens it with the passphrase and with the recovery key, and Candor reads what restic adds",
  async (restic) => {
    const sheet = join(home, "sheet.txt");
    const { place, given } = await made("restic", "--sheet", sheet);
    await fine(["put", tree], given);
    const key = /^ {2}([0-9A-Z-]{44})$/m.exec(await readFile(sheet, "utf8"))?.[1] ?? "";
    const call = (password: string, ...args: readonly string[]) =>
      run(restic, ["-r", place, "--no-cache", ...args], {
        env: { ...process.env, HOME: home, RESTIC_PASSWORD: password },
      });
    expect((await call(passphrase, "check", "--read-data")).stdout).toContain("no errors were found");
    await call(key, "restore", "latest", "--target", join(home, "by-restic"));
    expect(await digests(join(home, "by-restic", tree))).toEqual(await digests(tree));
    await cp(tree, join(home, "tree2"), { recursive: true });
    await call(key, "backup", join(home, "tree2"));
    await fine(["restore", "--to", join(home, "from-restic")], given);
    expect(await digests(join(home, "from-restic", home, "tree2"))).toEqual(await digests(join(home, "tree2")));
  },
  60_000,
);

test("killed at any moment of hiding, each file is on the phone or in the vault", async () => {
  const phone = createPhone("hyperos");
  const folder = "/storage/emulated/0/Secret";
  const plant = () => {
    phone.state.files.unplant(folder);
    phone.state.files.plant(folder, { mode: 0o2770 });
    for (let i = 0; i < 30; i++)
      phone.state.files.plant(`${folder}/${i}.jpg`, {
        body: new Uint8Array(60_000 + i).fill(i),
        mode: 0o660,
        mtime: 1e12,
      });
  };
  let began: (() => void) | undefined;
  const services = phoneServices(phone);
  const listener: Listener = await listen((wire) =>
    serve(wire, {
      banner: phone.banner,
      services: (name) => {
        if (name.includes("sha256sum")) began?.();
        return services(name);
      },
    }),
  );
  try {
    const { given } = await made("killed");
    const args = ["vault", "hide", "files", "/sdcard/Secret", "--delete", "--from", `tcp:127.0.0.1:${listener.port}`];
    let killed = 0;
    for (const delay of [0, 2, 5, 10, 20, 40, 80, 160]) {
      plant();
      let child: { kill(signal: NodeJS.Signals): boolean } | undefined;
      began = () => void setTimeout(() => child?.kill("SIGKILL"), delay);
      const { code } = await candor(args, given, {
        onErr: (_err, running) => {
          child = running;
        },
      });
      began = undefined;
      if (code !== 0) killed++;
      const left = await phone.files.list(folder);
      const out = join(home, `killed-${delay}`);
      await fine(["restore", "--to", out], given);
      for (let i = 0; i < 30; i++) {
        if (left.includes(`${i}.jpg`)) continue;
        expect([...new Set(await readFile(join(out, "sdcard", "Secret", `${i}.jpg`)))]).toEqual([i]);
      }
      expect((await fine(["check"], given)).out).toContain("Nothing that the snapshots need is missing");
    }
    expect(killed).toBeGreaterThan(2);
  } finally {
    await listener.close();
  }
});

withTool("restic")(
  "a journal that was cut off is told by a vault, which keeps its signed state by itself; restic takes the newest files all the same",
  async (restic) => {
    const given = env("witness");
    const place = join(home, "witnessed");
    await fine(["init", place, "--name", "witnessed", "--no-recovery"], given);
    expect(await candorHere(["journal", "checkpoint"], given)).toMatchObject({ code: 0 });
    await fine(["put", "--vault", "witnessed", tree], given);
    const verify = async () => await candorHere(["journal", "verify", "--vault", "witnessed"], given);
    expect(await verify()).toMatchObject({ code: 0, out: expect.stringContaining("signed in the vault “witnessed”") });
    expect((await candorHere(["journal", "witness"], given)).out).toMatch(/witnessed: \d+ entries/);
    expect((await fine(["list", "--vault", "witnessed"], given)).out).toContain(
      "Signed states of the journal beside them: 1",
    );
    const latest = await run(restic, ["-r", place, "--no-cache", "ls", "latest"], {
      env: { ...process.env, HOME: home, RESTIC_PASSWORD: passphrase },
    });
    expect(latest.stdout).toContain("planted.txt");
    const { out } = await candorHere(["journal", "witness", "--json"], given);
    expect(journalWitnessDocument.parse(JSON.parse(out))).toMatchObject({
      on: true,
      witnesses: [{ name: "witnessed" }],
    });
    const journal = join(home, "data", "witness", "journal.ndjson");
    const whole = await readFile(journal, "utf8");
    await writeFile(journal, `${whole.trimEnd().split("\n").slice(0, -1).join("\n")}\n`);
    await rm(join(home, "data", "witness", "journal-checkpoints.txt"));
    expect(await verify()).toMatchObject({ code: 1, out: expect.stringContaining("WRONG: 1 of the") });
    await writeFile(journal, whole);
    expect(await candorHere(["journal", "witness", "off"], given)).toMatchObject({ code: 0 });
    await fine(["put", "--vault", "witnessed", tree], given);
    const list = await fine(["list", "--vault", "witnessed", "--json"], given);
    expect((JSON.parse(list.out) as { snapshots: unknown[] }).snapshots.length).toBe(3);
  },
);

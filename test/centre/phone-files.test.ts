import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openLink, type PhoneLink } from "../../src/centre/phone-link.ts";
import { phoneReader } from "../../src/centre/phone-read.ts";
import { type PhoneTree, phoneTree } from "../../src/centre/phone-tree.ts";
import { roomFor, type TakenName, tightRooms } from "../../src/centre/vault-return-look.ts";
import { openServerPhone } from "../../src/device/adb-server.ts";
import { openTcpPhone } from "../../src/device/adb-tcp.ts";
import { serve } from "../../src/phone/daemon.ts";
import { type Listener, listen } from "../../src/phone/listen.ts";
import { createPhone } from "../../src/phone/models/index.ts";
import { cutWire } from "../../src/phone/modes.ts";
import { phoneServices } from "../../src/phone/services.ts";
import { adbClient } from "../phone/adb-client.ts";
import { withTool } from "../tools.ts";

// The phone's files over the real protocol, on a cable that is pulled.

const now = () => Date.UTC(2026, 10, 22);
const phone = createPhone("hyperos", { now });
const shared = "/storage/emulated/0";
let folder = "";
let listener: Listener;
/** Where the next connections are cut, in bytes to the computer, and how many were made. */
let cuts: number[] = [];
let connections = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "candor-files-"));
  listener = await listen((wire) => {
    connections++;
    const at = cuts.shift();
    return serve(at === undefined ? wire : cutWire(wire, at), {
      banner: phone.banner,
      services: phoneServices(phone),
    });
  });
});
afterAll(async () => {
  await listener.close();
  await rm(folder, { recursive: true, force: true });
});

const link = (patienceMs = 20_000) =>
  openLink({
    open: () =>
      openTcpPhone({ address: `127.0.0.1:${listener.port}`, keys: { ownKey: join(folder, "key") }, takenAt: now() }),
    patienceMs,
    pauseMs: 5,
  });

async function withLink<T>(work: (link: PhoneLink) => Promise<T>): Promise<T> {
  const open = await link();
  try {
    return await work(open);
  } finally {
    await open.close();
  }
}

async function digests(open: PhoneLink, tree: PhoneTree): Promise<ReadonlyMap<string, string>> {
  const reader = phoneReader(open);
  const found = new Map<string, string>();
  for (const item of tree.items) {
    const { open: content } = reader.entryOf(item);
    if (!content) continue;
    const hash = createHash("sha256");
    for await (const piece of content(undefined)) hash.update(piece);
    found.set(item.path, hash.digest("hex"));
  }
  reader.close();
  return found;
}

async function truth(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of phone.files.open(path)) hash.update(piece);
  return hash.digest("hex");
}

test("lists folders with names, sizes and times, and leaves out what is none", async () => {
  const files = phone.state.files;
  files.plant(`${shared}/Odd/-rf \u{1f600}\n$(x)'".jpg`, { body: "odd", mode: 0o660, mtime: 1_600_000_000_000 });
  files.plant(`${shared}/Odd/..\u0000`, { body: "x" });
  files.plant(`${shared}/Odd/Empty`, {});
  files.plant("/data/secret", { mode: 0o700, uid: 1000, gid: 1000 });
  files.plant("/data/secret/x", { body: "no" });
  files.plant("/data/local/tmp/link", { target: "/system/etc/hosts" });
  await withLink(async (open) => {
    expect(open.serial).toBe("b1f2c3d4");
    const tree = await phoneTree(open, [
      "/sdcard/Odd/",
      "/sdcard/Odd/Empty",
      "/data/secret",
      "/nowhere",
      "/data/local/tmp",
    ]);
    const odd = tree.items.find(({ path }) => path.startsWith("/sdcard/Odd/-rf"));
    expect(odd).toMatchObject({ kind: "file", stat: { size: 3n, mtime: 1_600_000_000n, mode: 0o100660 } });
    expect(tree.items.filter(({ path }) => path === "/sdcard/Odd/Empty")).toHaveLength(1);
    expect(tree.items.find(({ kind }) => kind === "symlink")).toMatchObject({ linkTarget: "/system/etc/hosts" });
    expect(tree.left).toEqual([
      { path: "/sdcard/Odd/..\u0000", reason: "its name is none" },
      { path: "/data/secret", reason: "the phone does not let the folder be read" },
      { path: "/nowhere", reason: "the phone has no such file, or does not tell of it" },
    ]);
    expect((await digests(open, tree)).get(odd?.path ?? "")).toBe(createHash("sha256").update("odd").digest("hex"));
  });
  files.unplant(`${shared}/Odd`);
});

test("more items than any phone has are refused", async () => {
  await withLink(async (open) => {
    await expect(phoneTree(open, ["/sdcard/DCIM"], { mostItems: 20 })).rejects.toMatchObject({ code: "too-large" });
  });
});

test("a cable cut at many bytes: everything arrives whole", async () => {
  const path = "/sdcard/DCIM/Camera/VID_20260512_101512.mp4";
  const small = "/sdcard/Documents";
  const [video, whole] = await withLink(async (open) => {
    const tree = await phoneTree(open, [path, small]);
    return [await truth(path), { tree, hashes: await digests(open, tree) }] as const;
  });
  expect(whole.hashes.get(path)).toBe(video);
  for (const at of [...Array(40).keys()].map((i) => 400 + i * 41_173)) {
    cuts = [at, at, Math.floor(at / 2), at];
    connections = 0;
    const open = await link().catch(() => undefined);
    if (!open) {
      cuts = [];
      continue;
    }
    const tree = await phoneTree(open, [path, small]);
    const hashes = await digests(open, tree);
    expect(hashes, `cut at ${at}`).toEqual(whole.hashes);
    expect(connections, `cut at ${at}`).toBeGreaterThan(1);
    await open.close();
    cuts = [];
  }
}, 60_000);

test("a file that changed while the phone was away is refused, not joined from two", async () => {
  const path = `${shared}/Documents/changing.bin`;
  phone.state.files.plant(path, { body: new Uint8Array(12_000_000), mode: 0o660, mtime: now() });
  await withLink(async (open) => {
    const tree = await phoneTree(open, [path]);
    const [item] = tree.items;
    if (!item) throw new Error("not listed");
    const reader = phoneReader(open);
    const content = reader.entryOf(item).open?.(undefined)[Symbol.asyncIterator]();
    await content?.next();
    phone.state.files.plant(path, { body: new Uint8Array(12_000_000).fill(1), mode: 0o660, mtime: now() + 5000 });
    await open.source.close();
    await expect(
      (async () => {
        while ((await content?.next())?.done === false);
      })(),
    ).rejects.toThrow("changed while the phone was away");
  });
  phone.state.files.unplant(path);
});

test("a phone that does not come back is said to be gone", async () => {
  const open = await link(30);
  const tree = await phoneTree(open, ["/sdcard/Documents"]);
  cuts = Array<number>(200).fill(0);
  await open.source.close();
  await expect(digests(open, tree)).rejects.toMatchObject({ code: "gone" });
  cuts = [];
});

withTool("adb")("the real adb pulls the same bytes, and its server carries ours", async (adb) => {
  const client = await adbClient(() => [adb]);
  try {
    await client.run(["connect", `127.0.0.1:${listener.port}`]);
    await client.run(["-s", `127.0.0.1:${listener.port}`, "pull", "-a", "/sdcard/DCIM/Camera", "out"]);
    const env = { ANDROID_ADB_SERVER_PORT: String(client.port) };
    const serial = `127.0.0.1:${listener.port}`;
    const through = await openLink({ open: () => openServerPhone({ env, serial, takenAt: now() }) });
    const carried = await digests(through, await phoneTree(through, ["/sdcard/DCIM/Camera"]));
    expect(through.serial).toBe("b1f2c3d4");
    await through.close();
    await withLink(async (open) => {
      const tree = await phoneTree(open, ["/sdcard/DCIM/Camera"]);
      const hashes = await digests(open, tree);
      expect(hashes.size).toBe(40);
      expect(carried).toEqual(hashes);
      for (const [path, hash] of hashes) {
        const pulled = await readFile(join(client.home, "out", path.slice("/sdcard/DCIM/Camera/".length)));
        expect(createHash("sha256").update(pulled).digest("hex"), path).toBe(hash);
      }
    });
  } finally {
    await client.close();
  }
});

test("the phone is asked how much room each volume has that files are to be put on", async () => {
  const file = (to: string, bytes: number) => ({ to, path: to.slice(1), bytes }) as TakenName["file"];
  const there = file("/sdcard/DCIM/there.jpg", 10 ** 13);
  const files = [there, file("/sdcard/a", 5), file("/sdcard/b/c", 7), file("/storage/ABCD-1234/d", 9)];
  const rooms = await withLink((open) => roomFor(open, { files }, [{ file: there, found: "alike" }], undefined));
  expect(rooms).toEqual([
    { volume: "/sdcard", needs: 12, free: 6_291_456 * 4096 },
    { volume: "/storage/ABCD-1234", needs: 9, free: null },
  ]);
  expect(tightRooms(rooms).map(({ volume }) => volume)).toEqual(["/storage/ABCD-1234"]);
  expect(tightRooms(await withLink((open) => roomFor(open, { files }, [], undefined)))).toHaveLength(2);
});

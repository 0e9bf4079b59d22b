import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openLink, type PhoneLink } from "../../src/centre/phone-link.ts";
import { readJournalOf } from "../../src/centre/private-store.ts";
import type { OpenVault, VaultDesk } from "../../src/centre/vault-desk.ts";
import { deleteOnPhone, verifyOnBothSides } from "../../src/centre/vault-hide.ts";
import { estimatePull, pull } from "../../src/centre/vault-pull.ts";
import { findOnPhone, pullRequest } from "../../src/centre/vault-request.ts";
import { planReturn, returnToPhone } from "../../src/centre/vault-return.ts";
import { DeviceError, VaultError } from "../../src/core/errors.ts";
import { openTcpPhone } from "../../src/device/adb-tcp.ts";
import { serve } from "../../src/phone/daemon.ts";
import { type Listener, listen } from "../../src/phone/listen.ts";
import { createPhone } from "../../src/phone/models/index.ts";
import { cutWire } from "../../src/phone/modes.ts";
import { phoneServices } from "../../src/phone/services.ts";
import { folderPlace } from "../../src/vault/folder-place.ts";
import { readFile as readKept } from "../../src/vault/list.ts";
import { initRepository } from "../../src/vault/repository.ts";
import { readSnapshots } from "../../src/vault/restic-snapshot.ts";
import { countedWire } from "../phone/counted-wire.ts";

// Pulling and hiding over the real protocol: whatever is cut or stopped, each file is on the phone or in the vault, whole.

const now = () => Date.UTC(2026, 10, 22);
const phone = createPhone("hyperos", { now });
const folder = "/storage/emulated/0/Secret";
const request = pullRequest(["files", "/sdcard/Secret"]);
const names = ["a.jpg", "b.jpg", "c d'$(x)\n.jpg", "empty", "ünï.mp4"];
const content = (name: string) =>
  name === "empty"
    ? new Uint8Array()
    : Uint8Array.from({ length: 40_000 + name.length * 9000 }, (_, i) => (i * i + name.length) & 0xff);
let home = "";
let listener: Listener;
let cuts: number[] = [];
let vaults = 0;
let passed = 0;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "candor-pull-"));
  listener = await listen((wire) => {
    passed = 0;
    const counted = countedWire(wire, (count) => {
      passed += count;
    });
    const at = cuts.shift();
    return serve(at === undefined ? counted : cutWire(counted, at), {
      banner: phone.banner,
      services: phoneServices(phone),
    });
  });
});
afterAll(async () => {
  await listener.close();
  await rm(home, { recursive: true, force: true });
});
beforeEach(plant);

function plant(): void {
  phone.state.files.unplant(folder);
  phone.state.files.plant(folder, { mode: 0o2770 });
  for (const name of names)
    phone.state.files.plant(`${folder}/${name}`, { body: content(name), mode: 0o660, mtime: Date.UTC(2026, 5, 1) });
}

async function onPhone(): Promise<readonly string[]> {
  return await phone.files.list(folder);
}

const open = (patienceMs = 10_000) =>
  openLink({
    open: () =>
      openTcpPhone({ address: `127.0.0.1:${listener.port}`, keys: { ownKey: join(home, "key") }, takenAt: now() }),
    patienceMs,
    pauseMs: 5,
  });

const desk = (dataFolder = join(home, "data")): VaultDesk => ({ dataFolder, now, process: { env: {} } });

async function newVault(): Promise<OpenVault> {
  const path = join(home, `vault-${vaults++}`);
  const place = folderPlace(path);
  const repository = await initRepository(place, "test", { created: new Date(now()), cost: { N: 16, r: 1, p: 1 } });
  return { place, address: { kind: "folder", path }, known: null, unlisted: false, credentials: null, repository };
}

async function found(link: PhoneLink) {
  if (!request) throw new Error("no request");
  return await findOnPhone(link, request, { now: now() });
}

/** Pulls, verifies and deletes; the outcome of the deletion. */
async function hidden(vault: OpenVault, link: PhoneLink) {
  const all = await found(link);
  const { snapshot } = await pull(desk(), vault, link, all, () => {});
  const { verified, left } = await verifyOnBothSides(vault.repository, snapshot, link, all.items, {
    onProgress: () => {},
  });
  return { snapshot, left, ...(await deleteOnPhone(desk(), vault, link, snapshot, verified, () => {})) };
}

async function inVault(vault: OpenVault): Promise<readonly string[]> {
  const whole: string[] = [];
  for (const snapshot of await readSnapshots(vault.repository))
    for (const name of names) {
      const hash = createHash("sha256");
      try {
        for await (const piece of readKept(vault.repository, snapshot, `sdcard/Secret/${name}`)) hash.update(piece);
      } catch (error) {
        if (error instanceof VaultError && error.code === "absent") continue;
        throw error;
      }
      if (hash.digest("hex") === createHash("sha256").update(content(name)).digest("hex")) whole.push(name);
    }
  return [...new Set(whole)].sort();
}

test("reads what a person asks for, and nothing else", () => {
  expect(pullRequest(["photos", "sms"])).toEqual({ photos: true, paths: [], apps: null, lists: ["sms"] });
  expect(pullRequest(["files", "/a", "/b", "apps", "x.y"])).toEqual({
    photos: false,
    paths: ["/a", "/b"],
    apps: ["x.y"],
    lists: [],
  });
  for (const words of [[], ["files"], ["files", "relative"], ["everything"], ["apps", "../x"]])
    expect(pullRequest(words)).toBeNull();
});

test("pulls bytes and times; what is unchanged is not asked for again", async () => {
  const vault = await newVault();
  const link = await open();
  const first = await found(link);
  expect(await estimatePull(vault, link, first)).toMatchObject({ files: 5, keptFiles: 0 });
  const outcome = await pull(desk(), vault, link, first, () => {});
  expect(outcome).toMatchObject({ files: 5, left: [] });
  expect(outcome.transferred).toBe(names.reduce((sum, name) => sum + content(name).length, 0));
  expect(await inVault(vault)).toEqual([...names].sort());
  phone.state.files.plant(`${folder}/a.jpg`, { body: content("b.jpg"), mode: 0o660, mtime: Date.UTC(2026, 6, 1) });
  const second = await found(link);
  expect(await estimatePull(vault, link, second)).toMatchObject({ files: 5, keptFiles: 4 });
  expect((await pull(desk(), vault, link, second, () => {})).transferred).toBe(content("b.jpg").length);
  await link.close();
  const { entries } = await readJournalOf(desk());
  expect(entries.at(-1)?.body).toMatchObject({ do: "pull", files: 5, phone: { serial: "b1f2c3d4" } });
});

test("apps and lists come as far as the phone gives them away, and what it refuses is told", async () => {
  const vault = await newVault();
  const link = await open();
  const asked = pullRequest(["sms", "calls", "apps", "com.whatsapp", "no.such.app"]);
  if (!asked) throw new Error("no request");
  const all = await findOnPhone(link, asked, { now: now() });
  expect(all.left).toEqual([{ path: "no.such.app", reason: "the phone has no such app" }]);
  const { snapshot } = await pull(desk(), vault, link, all, () => {});
  const apk = createHash("sha256");
  for await (const piece of readKept(vault.repository, snapshot, "apps/com.whatsapp/base.apk")) apk.update(piece);
  const real = all.items.find(({ keptAs }) => keptAs === "apps/com.whatsapp/base.apk")?.item.path ?? "";
  const truth = createHash("sha256");
  for await (const piece of phone.files.open(real)) truth.update(piece);
  expect(apk.digest("hex")).toBe(truth.digest("hex"));
  let text = "";
  for await (const piece of readKept(vault.repository, snapshot, "lists/sms.txt"))
    text += new TextDecoder().decode(piece);
  expect(text).toContain("body=On my way");
  phone.state.properties.set("persist.security.adbinput", "0");
  const denied = await findOnPhone(link, { ...asked, apps: null }, { now: now() });
  phone.state.properties.set("persist.security.adbinput", "1");
  expect(denied.lists).toEqual([]);
  expect(denied.left.map(({ path }) => path)).toEqual(["sms", "calls"]);
  await link.close();
});

test("hides: all are deleted on the phone, and all are in the vault", async () => {
  const vault = await newVault();
  const link = await open();
  const outcome = await hidden(vault, link);
  await link.close();
  expect(outcome).toMatchObject({ left: [], kept: [] });
  expect(outcome.deleted).toHaveLength(5);
  expect(await onPhone()).toEqual([]);
  expect(await inVault(vault)).toEqual([...names].sort());
  const bodies = (await readJournalOf(desk())).entries.slice(-2).map(({ body }) => body);
  expect(bodies).toMatchObject([
    { do: "hide-begin", files: 5, snapshots: [outcome.snapshot.id] },
    { do: "hide-end", files: 5 },
  ]);
});

test("a cable cut at many bytes of hiding: no file is ever lost", async () => {
  const whole = await open();
  await hidden(await newVault(), whole);
  const length = passed;
  await whole.close();
  let interrupted = 0;
  for (let at = 700; at < length; at += Math.floor(length / 30)) {
    plant();
    const vault = await newVault();
    // The phone does not come back in half of them.
    const back = at % 2 === 0;
    cuts = [at, ...Array<number>(back ? 0 : 4000).fill(0)];
    const link = await open(back ? 10_000 : 20).catch(() => undefined);
    if (!link) continue;
    try {
      const { deleted } = await hidden(vault, link);
      expect(deleted).toHaveLength(5);
    } catch (error) {
      if (!(error instanceof DeviceError)) throw error;
      interrupted++;
    }
    await link.close();
    cuts = [];
    const kept = await inVault(vault);
    const left = await onPhone();
    expect([...new Set([...kept, ...left])].sort(), `cut at ${at}`).toEqual([...names].sort());
    // What is not on the phone any more is in the vault.
    for (const name of names) if (!left.includes(name)) expect(kept).toContain(name);
    // The same again finishes it.
    const again = await open();
    await hidden(vault, again).catch((error: unknown) => {
      // All gone already: there is nothing to pull into an empty snapshot.
      if (left.length > 0) throw error;
    });
    await again.close();
    expect(await onPhone()).toEqual([]);
    expect(await inVault(vault), `again after ${at}`).toEqual([...names].sort());
  }
  expect(interrupted).toBeGreaterThan(5);
}, 120_000);

test("what changed after it was verified stays, and so does what the phone does not let go", async () => {
  const vault = await newVault();
  const link = await open();
  const all = await found(link);
  const { snapshot } = await pull(desk(), vault, link, all, () => {});
  const { verified } = await verifyOnBothSides(vault.repository, snapshot, link, all.items, { onProgress: () => {} });
  phone.state.files.plant(`${folder}/b.jpg`, { body: "other", mode: 0o660 });
  phone.state.files.unplant(`${folder}/empty`);
  const { deleted, kept } = await deleteOnPhone(desk(), vault, link, snapshot, verified, () => {});
  expect(deleted).toHaveLength(3);
  expect(kept).toEqual([
    { path: "/sdcard/Secret/b.jpg", reason: "it changed after it was verified" },
    { path: "/sdcard/Secret/empty", reason: "it was gone already" },
  ]);
  expect(await onPhone()).toEqual(["b.jpg"]);
  await link.close();
});

test("what is not the same on both sides is not deleted", async () => {
  const vault = await newVault();
  const link = await open();
  const all = await found(link);
  const { snapshot } = await pull(desk(), vault, link, all, () => {});
  phone.state.files.plant(`${folder}/a.jpg`, { body: "changed", mode: 0o660, mtime: Date.UTC(2026, 5, 1) });
  const { verified, left } = await verifyOnBothSides(vault.repository, snapshot, link, all.items, {
    onProgress: () => {},
  });
  expect(verified).toHaveLength(4);
  expect(left).toEqual([
    { path: "/sdcard/Secret/a.jpg", reason: "it is not the same on the phone and in the vault: it changed meanwhile" },
  ]);
  await link.close();
});

test("nothing is deleted where it cannot be noted first", async () => {
  const vault = await newVault();
  const link = await open();
  const all = await found(link);
  const { snapshot } = await pull(desk(), vault, link, all, () => {});
  const { verified } = await verifyOnBothSides(vault.repository, snapshot, link, all.items, { onProgress: () => {} });
  const blocked = join(home, "no-folder");
  await writeFile(blocked, "");
  await expect(deleteOnPhone(desk(blocked), vault, link, snapshot, verified, () => {})).rejects.toThrow();
  expect(await onPhone()).toHaveLength(5);
  await link.close();
});

/** Puts the newest snapshot back. */
async function returned(vault: OpenVault, link: PhoneLink, into?: string) {
  const plan = await planReturn(desk(), vault, "latest", into === undefined ? {} : { into });
  return await returnToPhone(desk(), vault, link, plan, () => {});
}

async function bytesOnPhone(path: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of phone.files.open(path)) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function isAsPlanted(at = folder): Promise<void> {
  expect([...(await phone.files.list(at))].sort()).toEqual([...names].sort());
  for (const name of names)
    expect(Buffer.from(content(name)).equals(await bytesOnPhone(`${at}/${name}`)), name).toBe(true);
}

test("what was hidden goes back to where it was, with its time; what lies there is left", async () => {
  const vault = await newVault();
  const link = await open();
  const { snapshot } = await hidden(vault, link);
  phone.state.files.plant(`${folder}/b.jpg`, { body: content("b.jpg"), mode: 0o660 });
  phone.state.files.plant(`${folder}/a.jpg`, { body: new TextEncoder().encode("another"), mode: 0o660 });
  const outcome = await returned(vault, link);
  expect(outcome.returned).toHaveLength(3);
  expect(outcome.same).toEqual(["/sdcard/Secret/b.jpg"]);
  expect(outcome.left).toEqual([
    { path: "sdcard/Secret/a.jpg", reason: "another file has its name on the phone, and was left as it is" },
  ]);
  expect(new TextDecoder().decode(await bytesOnPhone(`${folder}/a.jpg`))).toBe("another");
  phone.state.files.unplant(`${folder}/a.jpg`);
  await returned(vault, link);
  await isAsPlanted();
  expect((await phone.files.stat(`${folder}/empty`)).mtime).toBe(Date.UTC(2026, 5, 1) / 1000);
  const bodies = (await readJournalOf(desk())).entries.slice(-2).map(({ body }) => body);
  expect(bodies).toMatchObject([
    { do: "return-begin", files: 5, snapshots: [snapshot.id] },
    { do: "return-end", files: 1 },
  ]);
  // To another folder, and never out of the shared storage.
  await returned(vault, link, "/sdcard/Download/old");
  await isAsPlanted("/storage/emulated/0/Download/old/sdcard/Secret");
  for (const into of ["/data/local/tmp", "/sdcard/../data", "relative", "/storage/emulated"])
    await expect(planReturn(desk(), vault, "latest", { into })).rejects.toThrow("shared storage");
  await link.close();
});

test("a cable cut at many bytes of putting back: each file is whole or not there, and nothing of Candor's stays", async () => {
  const vault = await newVault();
  const whole = await open();
  await hidden(vault, whole);
  await returned(vault, whole);
  await whole.close();
  const length = passed;
  for (let at = 500; at < length; at += Math.ceil(length / 25)) {
    phone.state.files.unplant(folder);
    cuts = [at];
    const link = await open();
    const { left } = await returned(vault, link);
    await link.close();
    expect(left, String(at)).toEqual([]);
    await isAsPlanted();
  }
  cuts = [];
});

test("files that are no part of the shared storage are not put on a phone", async () => {
  const vault = await newVault();
  const link = await open();
  const asked = pullRequest(["sms", "apps", "com.whatsapp"]);
  if (!asked) throw new Error("no request");
  await pull(desk(), vault, link, await findOnPhone(link, asked, { now: now() }), () => {});
  const plan = await planReturn(desk(), vault, "latest", {});
  expect(plan.files).toEqual([]);
  expect(plan.left.map(({ reason }) => reason)).toContain(
    "it is no file of the shared storage; say where it is to lie",
  );
  await link.close();
});

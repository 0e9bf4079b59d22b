import { readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { z } from "zod";
import { serve } from "../../src/phone/daemon.ts";
import { type Listener, listen } from "../../src/phone/listen.ts";
import { createPhone } from "../../src/phone/models/index.ts";
import { cutWire } from "../../src/phone/modes.ts";
import { phoneServices } from "../../src/phone/services.ts";
import type {
  hiddenShape,
  hidePlanShape,
  returnedShape,
  returnPlanShape,
} from "../../src/server/vault-phone-shapes.ts";
import type { folderShape } from "../../src/server/vault-shapes.ts";
import { countedWire } from "../phone/counted-wire.ts";
import { done, type Ended, type Visited, visit } from "./browser.ts";

type Plan = z.output<typeof hidePlanShape>;
type Hidden = z.output<typeof hiddenShape>;
type ReturnPlan = z.output<typeof returnPlanShape>;
type Returned = z.output<typeof returnedShape>;

const now = () => Date.UTC(2026, 10, 22);
const phone = createPhone("hyperos", { now });
const folder = "/storage/emulated/0/Secret";
const names = ["a.jpg", "b <b>.jpg", "c d'$(x).jpg", "empty"];
const content = (name: string) =>
  name === "empty"
    ? new Uint8Array()
    : Uint8Array.from({ length: 30_000 + name.length * 900 }, (_, i) => (i * i) & 0xff);
/** Another phone, which is connected in the place of the first while this is set. */
const stranger = createPhone("stock", { now });
let isStranger = false;
let visited: Visited;
let listener: Listener;
let ref = "";
let id = "";
/** Bytes from the phone after which the next connections are cut. */
let cuts: number[] = [];
let passed = 0;

beforeAll(async () => {
  visited = await visit({ now });
  listener = await listen((wire) => {
    passed = 0;
    const counted = countedWire(wire, (count) => {
      passed += count;
    });
    const at = cuts.shift();
    return serve(at === undefined ? counted : cutWire(counted, at), {
      banner: phone.banner,
      services: phoneServices(isStranger ? stranger : phone),
    });
  });
  ref = `address:127.0.0.1:${listener.port}`;
  const made = await visited.json<{ id: string }>("/vaults", {
    body: { place: join(visited.folder, "vault"), passphrase: "orbit canyon velvet teapot lantern", name: "home" },
  });
  id = made.id;
}, 120_000);
afterAll(async () => {
  await visited.close();
  await listener.close();
});
beforeEach(() => {
  cuts = [];
  phone.state.files.unplant(folder);
  phone.state.files.plant(folder, { mode: 0o2770 });
  for (const name of names)
    phone.state.files.plant(`${folder}/${name}`, { body: content(name), mode: 0o660, mtime: Date.UTC(2026, 5, 1) });
});

const onPhone = async () => [...(await phone.files.list(folder))].sort();
const look = async () =>
  await visited.job<Plan>(`/vaults/${id}/hide`, { body: { phone: ref, what: ["files", "/sdcard/Secret"] } });
const remove = async ({ plan, digest }: Pick<Plan, "plan" | "digest">) =>
  await visited.job<Hidden>(`/vaults/${id}/hide/${plan}/delete`, { body: { agreed: digest } });
const failureIn = (ended: Ended<unknown>) => (ended.type === "failed" ? ended.failure.message : ended.type);
const back = async (snapshot: string, more: object = {}) =>
  await visited.job<ReturnPlan>(`/vaults/${id}/snapshots/${snapshot}/return`, {
    body: { phone: ref, files: [], ...more },
  });
const send = async ({ plan, digest }: Pick<ReturnPlan, "plan" | "digest">) =>
  await visited.job<Returned>(`/vaults/${id}/return/${plan}/send`, { body: { agreed: digest } });
const bodyOf = async (path: string) => {
  const pieces: Uint8Array[] = [];
  for await (const piece of phone.files.open(path)) pieces.push(piece);
  return Buffer.concat(pieces);
};

test("files are kept, verified, listed, deleted when that list is agreed to, and put back", async () => {
  const plan = done(await look());
  expect(plan).toMatchObject({ files: 4, serial: "b1f2c3d4", problems: [], leftCount: 0 });
  expect(await onPhone()).toEqual([...names].sort());
  const part = await visited.json<{ total: number; files: { path: string }[] }>(
    `/vaults/${id}/hide/${plan.plan}?from=1&count=2`,
  );
  expect([part.total, part.files.length]).toEqual([4, 2]);
  expect(part.files[0]?.path).toMatch(/^\/sdcard\/Secret\//);

  const other = "0".repeat(64);
  expect(failureIn(await remove({ plan: plan.plan, digest: other }))).toContain("not the list that was shown");
  expect(failureIn(await remove({ plan: "nosuch", digest: plan.digest }))).toContain("no longer there");
  expect(await onPhone()).toHaveLength(4);

  const hidden = done(await remove(plan));
  expect(hidden).toMatchObject({ of: 4, deleted: 4, bytes: plan.bytes, untouched: 0, broken: null, leftCount: 0 });
  expect(await onPhone()).toEqual([]);
  // What was carried out is not carried out again.
  expect(failureIn(await remove(plan))).toContain("no longer there");

  phone.state.files.plant(`${folder}/a.jpg`, { body: content("a.jpg"), mode: 0o660 });
  phone.state.files.plant(`${folder}/empty`, { body: "not the same", mode: 0o660 });
  const planned = done(await back(plan.snapshot));
  expect(planned).toMatchObject({ files: 4, takenCount: 2, leftCount: 0, tight: [] });
  expect(planned.taken.map(({ path, found }) => [path, found]).sort()).toEqual([
    ["/sdcard/Secret/a.jpg", "alike"],
    ["/sdcard/Secret/empty", "other"],
  ]);
  expect((await visited.json<{ total: number }>(`/vaults/${id}/return/${planned.plan}`)).total).toBe(4);
  const returned = done(await send(planned));
  expect(returned).toMatchObject({ of: 4, returned: 2, same: 1, leftCount: 1, untouched: 0, broken: null });
  for (const name of names.slice(0, 3))
    expect((await bodyOf(`${folder}/${name}`)).equals(content(name)), name).toBe(true);
  expect((await bodyOf(`${folder}/empty`)).toString()).toBe("not the same");
}, 120_000);

test("chosen files go into a folder of the phone under their own names, and nowhere but its shared storage", async () => {
  const plan = done(await look());
  const at = async (ref: string) =>
    await visited.json<z.output<typeof folderShape>>(`/vaults/${id}/snapshots/${plan.snapshot}/folder?folder=${ref}`);
  const refOf = (here: z.output<typeof folderShape>, name: string) =>
    here.files.find((each) => each.name === name)?.ref ?? "";
  const secret = await at(refOf(await at(refOf(await at(""), "sdcard")), "Secret"));
  const files = [refOf(secret, "a.jpg"), refOf(secret, "empty")];
  const planned = done(await back(plan.snapshot, { files, into: "/sdcard/Download/old", base: secret.ref }));
  const { files: list } = await visited.json<{ files: { path: string }[] }>(`/vaults/${id}/return/${planned.plan}`);
  expect(list.map(({ path }) => path).sort()).toEqual(["/sdcard/Download/old/a.jpg", "/sdcard/Download/old/empty"]);
  expect(done(await send(planned))).toMatchObject({ returned: 2, leftCount: 0 });
  expect((await bodyOf("/storage/emulated/0/Download/old/a.jpg")).equals(content("a.jpg"))).toBe(true);
  for (const into of ["/data/local/tmp", "/sdcard/../data", "relative"])
    expect(failureIn(await back(plan.snapshot, { into })), into).toContain("shared storage");
  expect(
    (await visited.ask(`/api/v1/vaults/${id}/snapshots/latest/return`, { body: { phone: ref, files: [] } })).status,
  ).toBe(404);
}, 120_000);

test("what changed after the list was made stays, and is told", async () => {
  const plan = done(await look());
  phone.state.files.plant(`${folder}/a.jpg`, { body: "another", mode: 0o660 });
  const hidden = done(await remove(plan));
  expect(hidden).toMatchObject({ deleted: 3, leftCount: 1, untouched: 0 });
  expect(hidden.left[0]?.reason).toContain("changed after it was verified");
  expect(await onPhone()).toEqual(["a.jpg"]);
  const apps = await visited.ask(`/api/v1/vaults/${id}/hide`, { body: { phone: ref, what: ["apps"] } });
  expect(apps.status).toBe(400);
}, 120_000);

test("a vault that is not whole lets nothing be deleted, whether that shows before the list or after it", async () => {
  const plan = done(await look());
  const data = join(visited.folder, "vault", "data");
  const packs = (await readdir(data, { recursive: true, withFileTypes: true })).filter((each) => each.isFile());
  const kept = new Map<string, Buffer>();
  const { readFile } = await import("node:fs/promises");
  for (const pack of packs)
    kept.set(join(pack.parentPath, pack.name), await readFile(join(pack.parentPath, pack.name)));
  for (const path of kept.keys()) await rm(path);
  expect(failureIn(await remove(plan))).toContain("no longer whole");
  expect(await onPhone()).toHaveLength(4);
  phone.state.files.plant(`${folder}/new`, { body: "to be put there", mode: 0o660 });
  const ended = await look();
  // Either the new snapshot cannot be made, or its check names what is missing: in no case is there a list.
  if (ended.type === "done") {
    expect(ended.result.files).toBe(0);
    expect(ended.result.problems.length).toBeGreaterThan(0);
    expect(failureIn(await remove(ended.result))).toContain("not the list");
  } else expect(ended.type).toBe("failed");
  expect(await onPhone()).toHaveLength(5);
  for (const [path, bytes] of kept) await writeFile(path, bytes);
}, 120_000);

test("cut at many bytes, what is said of the phone is so, and no file is lost", async () => {
  const first = done(await look());
  done(await remove(first));
  const length = passed;
  let broken = 0;
  for (let at = 600; at < length; at += Math.ceil(length / 9)) {
    for (const name of names) phone.state.files.plant(`${folder}/${name}`, { body: content(name), mode: 0o660 });
    const plan = done(await look());
    // The phone comes back, but its next connections are cut as well.
    cuts = [at, at, at];
    const ended = await remove(plan);
    cuts = [];
    const left = await onPhone();
    if (ended.type === "done") {
      const { deleted, untouched, inDoubt, leftCount, of } = ended.result;
      expect(deleted + untouched + inDoubt + leftCount, `cut at ${at}`).toBe(of);
      expect(of - left.length, `cut at ${at}`).toBeGreaterThanOrEqual(deleted);
      if (ended.result.broken === null) expect(left.length, `cut at ${at}`).toBe(leftCount);
      else broken++;
    } else broken++;
    // All of it comes back from the vault.
    const planned = done(await back(plan.snapshot));
    done(await send(planned));
    for (const name of names)
      expect((await bodyOf(`${folder}/${name}`)).equals(content(name)), `cut at ${at}: ${name}`).toBe(true);
  }
  expect(broken).toBeLessThan(9);
}, 300_000);

test("a stop ends deleting between two commands, with what was done by then; a locked vault forgets its lists", async () => {
  for (let i = 0; i < 120; i++) phone.state.files.plant(`${folder}/more-${i}`, { body: `more ${i}`, mode: 0o660 });
  const plan = done(await look());
  expect(plan.files).toBe(124);
  const { job } = await visited.json<{ job: string }>(`/vaults/${id}/hide/${plan.plan}/delete`, {
    body: { agreed: plan.digest },
  });
  const last = (await stoppedAt(job, "delete ")) as Ended<Hidden>;
  const { deleted, untouched, inDoubt, broken } = done(last);
  expect(deleted + untouched + inDoubt).toBe(124);
  const left = (await onPhone()).length;
  expect([left <= 124 - deleted, left >= untouched], `${left} of ${JSON.stringify(last)}`).toEqual([true, true]);
  if (untouched > 0) expect(broken?.code).toBe("cancelled");

  const again = done(await look());
  await visited.json(`/vaults/${id}/lock`, { method: "POST" });
  expect((await visited.ask(`/api/v1/vaults/${id}/hide/${again.plan}`)).status).toBe(423);
  await visited.json(`/vaults/${id}/unlock`, { body: { passphrase: "orbit canyon velvet teapot lantern" } });
  expect((await visited.ask(`/api/v1/vaults/${id}/hide/${again.plan}`)).status).toBe(404);
}, 120_000);

test("another phone at the same address is not touched", async () => {
  const plan = done(await look());
  const planned = done(await back(plan.snapshot));
  isStranger = true;
  try {
    expect(failureIn(await remove(plan))).toContain("Another phone is connected");
    expect(failureIn(await send(planned))).toContain("Another phone is connected");
  } finally {
    isStranger = false;
  }
  // The list stands there still, for the phone that it is of.
  expect(done(await remove(plan)).deleted).toBe(names.length);
}, 120_000);

test("a stop ends putting back between two files, and what is said to lie there lies there", async () => {
  for (let i = 0; i < 60; i++) phone.state.files.plant(`${folder}/more-${i}`, { body: `more ${i}`, mode: 0o660 });
  const plan = done(await look());
  done(await remove(plan));
  const planned = done(await back(plan.snapshot));
  const { job } = await visited.json<{ job: string }>(`/vaults/${id}/return/${planned.plan}/send`, {
    body: { agreed: planned.digest },
  });
  const last = await stoppedAt(job, "send ");
  const { returned, untouched, same, leftCount, broken, of } = done(last as Ended<Returned>);
  expect([returned + untouched, same, leftCount]).toEqual([of, 0, 0]);
  if (untouched > 0) expect(broken?.code).toBe("cancelled");
  const there = (await onPhone()).filter((name) => !name.startsWith(".candor-"));
  // The one that was under way may lie there whole, and nothing lies there in half.
  expect(there.length - returned).toBeLessThanOrEqual(1);
  for (const name of there.filter((each) => names.includes(each)))
    expect((await bodyOf(`${folder}/${name}`)).equals(content(name)), name).toBe(true);
}, 120_000);

/** Stops a job as soon as it says this, and gives what it ended with. */
async function stoppedAt(job: string, word: string): Promise<unknown> {
  const stream = (await visited.ask(`/api/v1/jobs/${job}/events`)).body?.getReader();
  let text = "";
  let stopped = false;
  for (let next = await stream?.read(); next && !next.done; next = await stream?.read()) {
    text += new TextDecoder().decode(next.value);
    if (stopped || !text.includes(word)) continue;
    stopped = true;
    await visited.ask(`/api/v1/jobs/${job}`, { method: "DELETE" });
  }
  return JSON.parse(/^data: (.*)$/m.exec(text.trim().split("\n\n").at(-1) ?? "")?.[1] ?? "null") as unknown;
}

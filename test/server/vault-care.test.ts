import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { z } from "zod";
import type { VaultComparison, VaultForgetPlan, VaultKeyList } from "../../src/centre/vault-page.ts";
import type { prunedShape } from "../../src/server/vault-care-shapes.ts";
import type { snapshotShape, vaultCardShape } from "../../src/server/vault-shapes.ts";
import { checkRepository } from "../../src/vault/check.ts";
import { folderPlace } from "../../src/vault/folder-place.ts";
import { openRepository } from "../../src/vault/repository.ts";
import { done, type Visited, visit } from "./browser.ts";

const passphrase = "orbit canyon velvet teapot lantern";
const second = "marble trumpet anchor willow comet";
const hour = 3_600_000;

let clock = Date.UTC(2026, 10, 1, 12);
let visited: Visited;
let work = "";
let id = "";

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), "candor-vault-care-"));
  visited = await visit({ now: () => clock });
  await mkdir(join(work, "kept", "old"), { recursive: true });
  const made = await visited.json<{ id: string }>("/vaults", {
    body: { place: join(work, "vault"), passphrase, name: "home", minutes: 1440 },
  });
  id = made.id;
  await writeFile(join(work, "kept", "same.txt"), "the same");
  await writeFile(join(work, "kept", "old", "first.bin"), Buffer.alloc(300_000, "first"));
  await put();
  await rm(join(work, "kept", "old"), { recursive: true });
  await mkdir(join(work, "kept", "new <b>"), { recursive: true });
  for (const name of ["a", "b"]) await writeFile(join(work, "kept", "new <b>", name), name);
  clock += hour;
  await put();
  await writeFile(join(work, "kept", "same.txt"), "no longer the same");
  clock += hour;
  await put();
}, 120_000);
afterAll(async () => {
  await visited.close();
  await rm(work, { recursive: true, force: true });
});

const put = async () => done(await visited.job(`/vaults/${id}/put`, { body: { path: join(work, "kept") } }));
const snapshots = async () =>
  await visited.json<{ lost: string | null; snapshots: z.output<typeof snapshotShape>[] }>(`/vaults/${id}/snapshots`);
const plan = async (wish: unknown) => await visited.json<VaultForgetPlan>(`/vaults/${id}/forget/plan`, { body: wish });
const keys = async () => await visited.json<VaultKeyList>(`/vaults/${id}/keys`);
const status = async (path: string, init: Parameters<Visited["ask"]>[1]) =>
  (await visited.ask(`/api/v1/vaults/${id}${path}`, init)).status;

test("two snapshots are compared, with the folder to see it in", async () => {
  const [, later, earlier] = (await snapshots()).snapshots;
  const found = await visited.json<VaultComparison>(`/vaults/${id}/compare?before=${earlier?.id}&after=${later?.id}`);
  expect(
    found.differences.map(({ change, kind, path, files, bytes }) => [change, kind, path.slice(-7), files, bytes]),
  ).toEqual([
    ["new", "dir", "new <b>", 2, 2],
    ["gone", "dir", "ept/old", 1, 300_000],
  ]);
  expect(found.counts.gone).toEqual({ files: 1, bytes: 300_000 });
  const [here, gone] = found.differences;
  for (const each of [here, gone])
    expect(
      (await visited.json<{ total: number }>(`/vaults/${id}/snapshots/${each?.snapshot}/folder?folder=${each?.folder}`))
        .total,
    ).toBe(each === here ? 2 : 1);
  const [newest] = (await snapshots()).snapshots;
  const changed = await visited.json<VaultComparison>(`/vaults/${id}/compare?before=${later?.id}&after=${newest?.id}`);
  expect(changed.differences.map(({ change, bytes, bytesBefore }) => [change, bytes, bytesBefore])).toEqual([
    ["changed", 18, 8],
  ]);
  expect(await status(`/compare?before=${later?.id}&after=latest`, {})).toBe(400);
}, 120_000);

test("what a rule would let go is shown, and only that is removed; what came meanwhile is refused", async () => {
  const wish = { keep: { last: 2 } };
  const { decisions, digest } = await plan(wish);
  expect(decisions.map(({ reasons }) => reasons)).toEqual([["last"], ["last"], []]);
  for (const bad of [
    {},
    { keep: {} },
    { keep: { last: -1 } },
    { snapshots: [] },
    { snapshots: ["latest"] },
    { ...wish, snapshots: [decisions[0]?.snapshot.id] },
  ])
    expect(await status("/forget/plan", { body: bad }), JSON.stringify(bad)).toBeGreaterThanOrEqual(400);
  clock += hour;
  await put();
  const late = await visited.job(`/vaults/${id}/forget`, { body: { wish, agreed: digest } });
  expect(late).toMatchObject({ type: "failed", failure: { code: "refused" } });
  expect((await snapshots()).snapshots.length).toBe(4);
  // Agreeing to one rule is not agreeing to another.
  const other = await plan({ keep: { last: 3 } });
  const wrong = await visited.job(`/vaults/${id}/forget`, { body: { wish, agreed: other.digest } });
  expect(wrong.type).toBe("failed");
  expect(
    done(await visited.job(`/vaults/${id}/forget`, { body: { wish: { keep: { last: 3 } }, agreed: other.digest } })),
  ).toEqual({
    removed: 1,
    left: 3,
  });
  expect((await snapshots()).snapshots.map((each) => each.id)).toEqual(
    other.decisions.filter(({ reasons }) => reasons.length > 0).map(({ snapshot }) => snapshot.id),
  );
}, 120_000);

test("what pruning frees is told before, freed, and the vault holds what it should", async () => {
  const would = done(await visited.job<z.output<typeof prunedShape>>(`/vaults/${id}/prune/look`, { method: "POST" }));
  expect(would.bytesFreed).toBeGreaterThan(0);
  const did = done(await visited.job<z.output<typeof prunedShape>>(`/vaults/${id}/prune`, { method: "POST" }));
  expect(Math.abs(did.bytesFreed - would.bytesFreed)).toBeLessThan(5000);
  const repository = await openRepository(folderPlace(join(work, "vault")), passphrase);
  const { problems, snapshots: checked } = await checkRepository(repository, { readData: true });
  expect([problems, checked]).toEqual([[], 3]);
}, 120_000);

test("freeing room is stopped, and everything that snapshots need is there", async () => {
  const { job } = await visited.json<{ job: string }>(`/vaults/${id}/prune`, { method: "POST" });
  await visited.json(`/jobs/${job}`, { method: "DELETE" });
  const events = await (await visited.ask(`/api/v1/jobs/${job}/events`)).text();
  expect(events).toContain('"type":"stopped"');
  const repository = await openRepository(folderPlace(join(work, "vault")), passphrase);
  expect((await checkRepository(repository, { readData: true })).problems).toEqual([]);
  expect(await readdir(join(work, "vault", "locks"))).toEqual([]);
}, 120_000);

test("snapshots go by hand, the newest among them, and nobody else is said to have done that", async () => {
  const [newest] = (await snapshots()).snapshots;
  const wish = { snapshots: [newest?.id ?? ""] };
  const { decisions, digest } = await plan(wish);
  expect(decisions.map(({ reasons }) => reasons)).toEqual([[], ["not chosen"], ["not chosen"]]);
  done(await visited.job(`/vaults/${id}/forget`, { body: { wish, agreed: digest } }));
  expect(await snapshots()).toMatchObject({ lost: null, snapshots: [{}, {}] });
  expect(await status("/forget/plan", { body: wish })).toBe(404);
}, 120_000);

test("signed states of the journal go by a rule as others do, beside them, and are not offered by hand", async () => {
  await visited.json("/proof/checkpoint", { body: {} });
  for (let i = 0; i < 3; i++) {
    clock += hour;
    await writeFile(join(work, "kept", "more"), `${i}`);
    await put();
  }
  const own = (await snapshots()).snapshots.map((each) => each.id);
  expect(own.length).toBe(5);
  const byHand = await plan({ snapshots: [own[4]] });
  expect(byHand.decisions.map(({ journal }) => journal)).toEqual(own.map(() => false));
  const wish = { keep: { last: 2 } };
  const { decisions, digest } = await plan(wish);
  const count = (goes: boolean, journal: boolean) =>
    decisions.filter((each) => (each.reasons.length === 0) === goes && each.journal === journal).length;
  expect([count(true, false), count(false, false), count(true, true), count(false, true)]).toEqual([3, 2, 1, 2]);
  expect(done(await visited.job(`/vaults/${id}/forget`, { body: { wish, agreed: digest } }))).toEqual({
    removed: 3,
    left: 2,
  });
  const then = await plan(wish);
  expect(then.decisions.filter(({ reasons }) => reasons.length === 0)).toEqual([]);
  expect(then.decisions.filter(({ journal }) => journal).length).toBe(2);
}, 120_000);

test("a passphrase is added, changed and removed; the last, the one in use and a weak one are guarded", async () => {
  const before = await keys();
  expect(before.keys.map(({ kind, current }) => [kind, current])).toEqual([
    ["passphrase", true],
    ["recovery", false],
  ]);
  const own = before.keys[0]?.name ?? "";
  expect(await status(`/keys/${own}`, { method: "DELETE" })).toBe(409);
  expect(await status("/keys/..%2fconfig", { method: "DELETE" })).toBe(404);
  expect(await status("/keys", { body: { passphrase: "password1" } })).toBe(409);
  const added = await visited.json<VaultKeyList>(`/vaults/${id}/keys`, { body: { passphrase: second } });
  expect(added.keys.length).toBe(3);
  expect(JSON.stringify(added)).not.toContain(second);

  // The one that opened it here is changed, and still counts as that.
  expect(await status("/keys/change", { body: { passphrase: "wrong", next: "violin harbour pepper mosaic" } })).toBe(
    403,
  );
  const next = "violin harbour pepper mosaic glacier";
  const changed = await visited.json<VaultKeyList>(`/vaults/${id}/keys/change`, { body: { passphrase, next } });
  expect(changed.keys.filter(({ current }) => current).map(({ kind }) => kind)).toEqual(["passphrase"]);
  expect(changed.keys.some(({ name }) => name === own)).toBe(false);
  const place = folderPlace(join(work, "vault"));
  await expect(openRepository(place, passphrase)).rejects.toMatchObject({ code: "wrong-passphrase" });
  expect((await openRepository(place, next)).id).toBe(id);

  const recovery = changed.keys.find(({ kind }) => kind === "recovery");
  await visited.json(`/vaults/${id}/keys/${recovery?.name}`, { method: "DELETE" });
  const { vaults } = await visited.json<{ vaults: z.output<typeof vaultCardShape>[] }>("/vaults");
  expect(vaults.find((each) => each.id === id)).toMatchObject({ recovery: null, due: "make" });
  const other = (await keys()).keys.find(({ current }) => !current);
  await visited.json(`/vaults/${id}/keys/${other?.name}`, { method: "DELETE" });
  expect((await keys()).keys.length).toBe(1);
  expect((await readdir(join(work, "vault", "keys"))).length).toBe(1);
  await expect(openRepository(place, second)).rejects.toMatchObject({ code: "wrong-passphrase" });
}, 180_000);

test("a recovery key is never replaced by a passphrase", async () => {
  const { sheet } = await visited.json<{ sheet: { text: string } }>(`/vaults/${id}/recovery`, { method: "POST" });
  const [key = ""] = /(?:[0-9A-Z]{4}-){8}[0-9A-Z]{4}/.exec(sheet.text) ?? [];
  const refused = await visited.ask(`/api/v1/vaults/${id}/keys/change`, { body: { passphrase: key, next: second } });
  expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining("would be replaced")]);
  expect((await openRepository(folderPlace(join(work, "vault")), key)).id).toBe(id);
}, 120_000);

test("a locked vault neither tells of its keys nor lets anything go", async () => {
  await visited.json(`/vaults/${id}/lock`, { method: "POST" });
  expect(await status("/keys", {})).toBe(423);
  expect(await status("/forget/plan", { body: { keep: { last: 1 } } })).toBe(423);
  expect(await visited.job(`/vaults/${id}/prune`, { method: "POST" })).toMatchObject({ type: "failed" });
}, 60_000);

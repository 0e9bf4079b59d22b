import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { z } from "zod";
import type { folderShape, searchShape, snapshotShape, vaultCardShape } from "../../src/server/vault-shapes.ts";
import { done, type Visited, visit } from "./browser.ts";

type Card = z.output<typeof vaultCardShape>;
type Folder = z.output<typeof folderShape>;
type Snapshot = z.output<typeof snapshotShape>;

const passphrase = "orbit canyon velvet teapot lantern";
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
/** Found nowhere but where it is put. */
const secret = "PLAINTEXT-a1b7c2-ONLY-IN-THE-VAULT";
const markup = '<img src=x onerror="alert(1)">.png';

let clock = Date.UTC(2026, 10, 22);
let visited: Visited;
let work = "";
let id = "";

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), "candor-vault-page-"));
  visited = await visit({ now: () => clock });
  const photos = join(work, "photos", "Summer");
  await mkdir(photos, { recursive: true });
  await writeFile(join(photos, "one.png"), png);
  await writeFile(join(photos, markup), png);
  await writeFile(join(photos, "page.jpg"), `<!doctype html><script>document.title="run"</script>${secret}`);
  await writeFile(join(photos, "drawing.svg"), `<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>`);
  await writeFile(Buffer.concat([Buffer.from(`${photos}/`), Buffer.from([0xff, 0xfe, 0x41])]), "bytes");
  await writeFile(join(work, "photos", "notes.txt"), `${secret}\n`.repeat(50));
  await symlink("../../../../etc/passwd", join(work, "photos", "link"));
}, 120_000);
afterAll(async () => {
  await visited.close();
  await rm(work, { recursive: true, force: true });
});

const cards = async () => (await visited.json<{ vaults: Card[] }>("/vaults")).vaults;
const snapshots = async () => (await visited.json<{ snapshots: Snapshot[] }>(`/vaults/${id}/snapshots`)).snapshots;
const folder = async (snapshot: string, ref = "", more = "") =>
  await visited.json<Folder>(`/vaults/${id}/snapshots/${snapshot}/folder?folder=${ref}${more}`);
const file = async (snapshot: string, ref: string, as: string) =>
  await visited.ask(`/api/v1/vaults/${id}/snapshots/${snapshot}/file?file=${ref}&as=${as}`);

/** Goes down through folders by their names. */
async function at(snapshot: string, ...names: readonly string[]): Promise<Folder> {
  let here = await folder(snapshot);
  for (const name of names) {
    const next = here.files.find((each) => each.name === name);
    if (!next) throw new Error(`${name} is not among ${here.files.map((each) => each.name).join(", ")}`);
    here = await folder(snapshot, next.ref);
  }
  return here;
}
const summer = async (snapshot: string) => await at(snapshot, ...work.slice(1).split("/"), "photos", "Summer");

async function unlock(given: string): Promise<Response> {
  return await visited.ask(`/api/v1/vaults/${id}/unlock`, { body: { passphrase: given, minutes: 15 } });
}

test("a vault is made in a folder, with a recovery sheet, and stays open", async () => {
  const place = join(work, "vault");
  const weak = await visited.ask("/api/v1/vaults", { body: { place, passphrase: "password1" } });
  expect([weak.status, await weak.text()]).toEqual([409, expect.stringContaining("easily guessed")]);
  for (const other of ["vault", "../vault", "sftp://host/vault"])
    expect((await visited.ask("/api/v1/vaults", { body: { place: other, passphrase } })).status, other).toBe(409);
  const made = await visited.json<{ id: string; sheet: { text: string } }>("/vaults", {
    body: { place, passphrase, name: "home", rule: "EU/EEA" },
  });
  id = made.id;
  expect(made.sheet.text).toMatch(/(?:[0-9A-Z]{4}-){8}[0-9A-Z]{4}/);
  const [card] = await cards();
  expect(card).toMatchObject({ id, name: "home", address: place, rule: { words: "EU/EEA" }, due: null, checked: null });
  expect(card?.locksAt).not.toBeNull();
  expect(JSON.stringify(card)).not.toContain("credentials");
}, 120_000);

test("a folder is kept, and browsed as folders with what is in them", async () => {
  const kept = done(
    await visited.job<{ files: number; leftCount: number }>(`/vaults/${id}/put`, {
      body: { path: join(work, "photos") },
    }),
  );
  expect(kept).toMatchObject({ files: 6, leftCount: 0 });
  const [snapshot] = await snapshots();
  expect(snapshot).toMatchObject({ files: 6, paths: [join(work, "photos")] });
  const here = await summer(snapshot?.id ?? "");
  expect(here.above.map(({ name }) => name)).toEqual([...work.slice(1).split("/"), "photos", "Summer"]);
  expect(here.files.map(({ name }) => name)).toContain(markup);
  expect(here.total).toBe(5);
  const largest = await folder(snapshot?.id ?? "", here.ref, "&order=largest&count=1");
  expect(largest.files.map(({ name }) => name)).toEqual(["page.jpg"]);
  expect(JSON.stringify(here.files.map(({ ref }) => ref))).not.toContain("page");
}, 120_000);

test("a picture is sent as what it is by its bytes; what only says so is never one", async () => {
  const [snapshot] = await snapshots();
  const here = await summer(snapshot?.id ?? "");
  const refOf = (name: string) => here.files.find((each) => each.name === name)?.ref ?? "";
  const picture = await file(snapshot?.id ?? "", refOf("one.png"), "picture");
  expect(picture.headers.get("content-type")).toBe("image/png");
  expect(picture.headers.get("cache-control")).toBe("no-store");
  expect(picture.headers.get("x-content-type-options")).toBe("nosniff");
  expect(picture.headers.get("content-security-policy")).toContain("sandbox");
  expect(Buffer.from(await picture.arrayBuffer())).toEqual(png);
  for (const name of ["page.jpg", "drawing.svg"]) {
    const refused = await file(snapshot?.id ?? "", refOf(name), "picture");
    expect(refused.status, name).toBe(422);
    expect(await refused.text()).not.toContain("script");
    const download = await file(snapshot?.id ?? "", refOf(name), "download");
    expect(download.headers.get("content-type")).toBe("application/octet-stream");
    expect(download.headers.get("content-disposition")).toMatch(/^attachment; filename\*=UTF-8''/);
    expect(download.headers.get("content-security-policy")).toContain("sandbox");
    expect((await download.text()).startsWith("<")).toBe(true);
  }
  const named = await file(snapshot?.id ?? "", refOf(markup), "download");
  expect(named.headers.get("content-disposition")).not.toMatch(/[<>"]/);
  const head = await visited.ask(
    `/api/v1/vaults/${id}/snapshots/${snapshot?.id}/file?file=${refOf("one.png")}&as=picture`,
    { method: "HEAD" },
  );
  expect(head.status).toBe(404);
  const odd = here.files.find(({ name }) => name.includes("\ufffd"));
  expect(await (await file(snapshot?.id ?? "", odd?.ref ?? "", "download")).text()).toBe("bytes");
}, 120_000);

test("no address leads anywhere but to what was listed", async () => {
  const [snapshot] = await snapshots();
  const refs = ["../../etc/passwd", "..%2f..%2fetc%2fpasswd", "L2V0Yy9wYXNzd2Q", "A".repeat(7000), "%00", "__proto__"];
  for (const ref of refs) {
    expect((await file(snapshot?.id ?? "", ref, "download")).status, ref).toBe(404);
    expect((await visited.ask(`/api/v1/vaults/${id}/snapshots/${snapshot?.id}/folder?folder=${ref}`)).status).toBe(404);
  }
  for (const other of ["latest", "..%2f..%2fconfig", "0".repeat(64), "x"])
    expect((await file(other, "", "download")).status, other).toBe(404);
  const root = await folder(snapshot?.id ?? "");
  expect((await file(snapshot?.id ?? "", root.files[0]?.ref ?? "", "download")).status).toBe(404);
  expect((await visited.ask(`/api/v1/vaults/${"0".repeat(64)}/snapshots`)).status).toBe(404);
}, 120_000);

test("names are found in all snapshots, each path once", async () => {
  clock += 60_000;
  done(await visited.job(`/vaults/${id}/put`, { body: { path: join(work, "photos") } }));
  const all = await visited.json<z.output<typeof searchShape>>(`/vaults/${id}/find?text=PAGE.J`);
  expect(all.files.map((each) => each.file.name)).toEqual(["page.jpg"]);
  const [newest] = await snapshots();
  expect(all.files[0]?.snapshot.id).toBe(newest?.id);
  expect((await folder(newest?.id ?? "", all.files[0]?.folder)).files.length).toBe(5);
}, 120_000);

test("chosen files and whole snapshots are restored into a folder, and nothing outside of it", async () => {
  const [snapshot] = await snapshots();
  const here = await summer(snapshot?.id ?? "");
  const files = here.files.filter(({ name }) => name === "one.png").map(({ ref }) => ref);
  const to = join(work, "restored");
  const path = `/vaults/${id}/snapshots/${snapshot?.id}/restore`;
  expect(done(await visited.job(path, { body: { to, files } }))).toMatchObject({ files: 1, bytes: png.length, to });
  expect(await readFile(join(to, work, "photos", "Summer", "one.png"))).toEqual(png);
  expect(done(await visited.job(path, { body: { to, files: [] } }))).toMatchObject({
    files: 5,
    links: 1,
    leftCount: 1,
  });
  expect((await visited.ask(`/api/v1${path}`, { body: { to: "somewhere", files } })).status).toBe(409);
}, 120_000);

test("photos are pulled from a phone, after it was said what that takes", async () => {
  const body = { phone: "virtual:hyperos", what: ["photos"] };
  const wanted = done(await visited.job<{ files: number; bytes: number }>(`/vaults/${id}/pull/estimate`, { body }));
  expect(wanted.files).toBeGreaterThan(40);
  const pulled = done(await visited.job<{ files: number; snapshot: string }>(`/vaults/${id}/pull`, { body }));
  expect(pulled.files).toBe(wanted.files);
  const camera = await at(pulled.snapshot, "sdcard", "DCIM", "Camera");
  const photo = camera.files.find(({ name }) => name.startsWith("IMG_"));
  const shown = await file(pulled.snapshot, photo?.ref ?? "", "picture");
  expect(shown.headers.get("content-type")).toBe("image/jpeg");
  expect((await shown.arrayBuffer()).byteLength).toBe(photo?.bytes);
}, 120_000);

test("work is stopped, and told as that; what it told is forgotten when the vault is locked", async () => {
  const body = { phone: "virtual:hyperos", what: ["photos", "apps"] };
  const { job } = await visited.json<{ job: string }>(`/vaults/${id}/pull`, { body });
  await visited.json(`/jobs/${job}`, { method: "DELETE" });
  const events = await (await visited.ask(`/api/v1/jobs/${job}/events`)).text();
  expect(events).toContain('"type":"stopped"');
  expect((await snapshots()).length).toBe(3);
  const { job: other } = await visited.json<{ job: string }>(`/vaults/${id}/pull`, { body });
  await visited.json(`/vaults/${id}/lock`, { method: "POST" });
  expect((await visited.json<{ open: unknown[] }>("/vaults/open")).open).toEqual([]);
  await expect.poll(async () => JSON.stringify(await visited.json("/jobs")), { timeout: 30_000 }).not.toContain(id);
  expect((await visited.ask(`/api/v1/jobs/${other}/events`)).status).toBe(404);
  expect((await unlock(passphrase)).status).toBe(200);
  expect((await visited.json<{ open: { id: string }[] }>("/vaults/open")).open.map((each) => each.id)).toEqual([id]);
}, 120_000);

test("a check is told and remembered", async () => {
  const checked = done(await visited.job<{ problems: unknown[] }>(`/vaults/${id}/check`, { body: { readData: true } }));
  expect(checked.problems).toEqual([]);
  expect((await cards())[0]?.checked).toEqual({ at: new Date(clock).toISOString(), problems: 0, readData: true });
}, 120_000);

/** Every file below some folders. */
async function below(...folders: readonly string[]): Promise<readonly string[]> {
  const found = await Promise.all(
    folders.map(async (each) =>
      (await readdir(each, { recursive: true, withFileTypes: true }).catch(() => [])).flatMap((entry) =>
        entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
      ),
    ),
  );
  return found.flat();
}

test("nothing of what was looked at lies on a disk unsealed", async () => {
  const places = [visited.folder, join(work, "vault"), ...(await ownFolders())];
  const clear: string[] = [];
  for (const path of await below(...places)) {
    const bytes = await readFile(path).catch(() => Buffer.alloc(0));
    if (bytes.includes(secret) || bytes.includes(png)) clear.push(path);
  }
  expect(clear).toEqual([]);
  expect((await below(join(work, "vault"))).length).toBeGreaterThan(4);
}, 120_000);

/** Folders for passing things that are younger than this test, but for those of other tests. */
async function ownFolders(): Promise<readonly string[]> {
  const since = (await stat(work)).birthtimeMs;
  const names = await readdir(tmpdir());
  const young = await Promise.all(
    names.map(async (name) => {
      const found = await stat(join(tmpdir(), name)).catch(() => null);
      return found !== null && found.birthtimeMs >= since && name.startsWith("candor") && join(tmpdir(), name) !== work;
    }),
  );
  return names.filter((_, i) => young[i]).map((name) => join(tmpdir(), name));
}

test("a locked vault shows nothing; wrong passphrases have to wait", async () => {
  const [snapshot] = await snapshots();
  await visited.json(`/vaults/${id}/lock`, { method: "POST" });
  const refused = await visited.ask(`/api/v1/vaults/${id}/snapshots`);
  expect([refused.status, await refused.json()]).toMatchObject([423, { error: { code: "closed" } }]);
  expect((await file(snapshot?.id ?? "", "", "download")).status).toBe(423);
  for (let i = 0; i < 3; i++) expect((await unlock(`wrong ${i}`)).status).toBe(403);
  expect((await unlock(passphrase)).status).toBe(409);
  expect((await cards())[0]?.wrong).toEqual({ count: 3, waitMs: 5000 });
  clock += 5_001;
  expect((await unlock(passphrase)).status).toBe(200);
  expect((await cards())[0]).toMatchObject({ wrong: { count: 0, waitMs: 0 }, locksAt: expect.any(String) });
}, 120_000);

test("it locks by itself when it is not used", async () => {
  clock += 15 * 60_000 + 1;
  expect((await cards())[0]?.locksAt).toBeNull();
  expect((await visited.ask(`/api/v1/vaults/${id}/snapshots`)).status).toBe(423);
  expect((await unlock(passphrase)).status).toBe(200);
}, 120_000);

test("the recovery key is made anew and proved", async () => {
  const { sheet } = await visited.json<{ sheet: { text: string } }>(`/vaults/${id}/recovery`, { method: "POST" });
  const [key] = /(?:[0-9A-Z]{4}-){8}[0-9A-Z]{4}/.exec(sheet.text) ?? [];
  const wrong = await visited.ask(`/api/v1/vaults/${id}/prove`, { body: { key: "0000-1111" } });
  expect(wrong.status).toBe(403);
  await visited.json(`/vaults/${id}/prove`, { body: { key: key?.toLowerCase() } });
  expect((await cards())[0]?.recovery?.proved).toBe(new Date(clock).toISOString());
}, 120_000);

test("a vault that lies in a folder already is opened and remembered", async () => {
  const other = await visit();
  const place = join(work, "vault");
  expect((await other.ask("/api/v1/vaults/meet", { body: { place, passphrase: "no" } })).status).toBe(403);
  const met = await other.json<{ id: string }>("/vaults/meet", { body: { place, passphrase } });
  expect(met.id).toBe(id);
  const { vaults } = await other.json<{ vaults: Card[] }>("/vaults");
  expect(vaults.map(({ name }) => name)).toEqual(["vault"]);
  await other.close();
}, 120_000);

test("another place of a vault that has a rule is held against that, whoever forgot it", async () => {
  const other = await visit();
  const apart = await mkdtemp(join(tmpdir(), "candor-ruled-"));
  const place = join(apart, "ruled");
  const wish = { passphrase, minutes: 15, country: "AT" };
  const made = await other.json<{ id: string }>("/vaults", { body: { ...wish, place, rule: "EU/EEA" } });
  await cp(place, `${place} again`, { recursive: true });
  const met = (country: string) =>
    other.ask("/api/v1/vaults/meet", { body: { ...wish, country, place: `${place} again` } });
  const outside = await met("US");
  expect([outside.status, await outside.text()]).toEqual([409, expect.stringContaining("only lie in EU/EEA")]);
  const { vaults } = await other.json<{ vaults: Card[] }>("/vaults");
  expect(vaults.map(({ address }) => address)).toEqual([place]);
  expect((await met("FI")).status).toBe(200);
  const [card] = (await other.json<{ vaults: Card[] }>("/vaults")).vaults;
  expect(card).toMatchObject({ id: made.id, address: `${place} again`, rule: { words: "EU/EEA" } });
  await other.close();
  await rm(apart, { recursive: true, force: true });
}, 120_000);

test("folders of this computer can be chosen from", async () => {
  const here = await visited.json<{ folders: string[]; above: string }>(`/folders?at=${encodeURIComponent(work)}`);
  expect(here.folders).toEqual(["photos", "restored", "vault"]);
  expect((await visited.ask("/api/v1/folders?at=relative")).status).toBe(409);
  expect((await visited.ask(`/api/v1/folders?at=${encodeURIComponent(`${work}/none`)}`)).status).toBe(404);
});

test("while Candor is locked nothing of vaults is told, and open ones are locked", async () => {
  const [snapshot] = await snapshots();
  await visited.json("/privacy/set", { body: { passphrase: "another one that is long enough", minutes: 5 } });
  expect((await cards()).length).toBe(1);
  await visited.json("/privacy/lock", { body: {} });
  for (const path of ["", `/${id}/snapshots`, `/${id}/find?text=page`, `/${id}/snapshots/${snapshot?.id}/folder`])
    expect((await visited.ask(`/api/v1/vaults${path}`)).status, path).toBe(423);
  expect(await (await visited.ask("/api/v1/vaults")).text()).not.toContain("home");
  expect(JSON.stringify(await visited.json("/jobs"))).not.toContain("vault");
  expect(await readdir(visited.folder)).not.toContain("vaults.json");
  await visited.json("/privacy/unlock", { body: { passphrase: "another one that is long enough", minutes: 5 } });
  expect((await cards())[0]?.locksAt).toBeNull();
}, 120_000);

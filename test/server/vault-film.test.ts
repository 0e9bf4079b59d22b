import { createHash, randomBytes } from "node:crypto";
import { copyFile, mkdir, mkdtemp, open, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { z } from "zod";
import type { folderShape, snapshotShape } from "../../src/server/vault-shapes.ts";
import { done, type Visited, visit } from "./browser.ts";

type Folder = z.output<typeof folderShape>;

const passphrase = "orbit canyon velvet teapot lantern";
const mib = 2 ** 20;
const ftyp = Buffer.from("\0\0\0\x18ftypisom\0\0\x02\0isommp41", "latin1");
/** Larger than a pack, so that its ends lie in different ones. */
const film = Buffer.concat([ftyp, randomBytes(40 * mib)]);
const jpeg = Buffer.from("ffd8ffe000104a46494600010100000100010000ffd9", "hex");

let clock = Date.UTC(2026, 10, 22);
let visited: Visited;
let work = "";
let base = "";
let vault = "";
const refs = new Map<string, string>();

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), "candor-vault-film-"));
  visited = await visit({ now: () => clock });
  const films = join(work, "films");
  await mkdir(films);
  await writeFile(join(films, "film.mp4"), film);
  await writeFile(join(films, "page.mp4"), "<!doctype html><script>1</script>");
  await writeFile(join(films, "empty.mp4"), "");
  await writeFile(join(films, "photo.heic"), heic());
  await writeFile(join(films, "broken.heic"), heic().subarray(0, 60));
  const made = await visited.json<{ id: string }>("/vaults", { body: { place: join(work, "vault"), passphrase } });
  vault = made.id;
  done(await visited.job(`/vaults/${vault}/put`, { body: { path: films } }));
  const { snapshots } = await visited.json<{ snapshots: z.output<typeof snapshotShape>[] }>(
    `/vaults/${vault}/snapshots`,
  );
  base = `/vaults/${vault}/snapshots/${snapshots[0]?.id}`;
  let here = await visited.json<Folder>(`${base}/folder?folder=`);
  for (const name of films.slice(1).split("/"))
    here = await visited.json<Folder>(`${base}/folder?folder=${here.files.find((each) => each.name === name)?.ref}`);
  for (const each of here.files) refs.set(each.name, each.ref);
}, 120_000);
afterAll(async () => {
  await visited.close();
  await rm(work, { recursive: true, force: true });
});

/** A HEIC file whose only item that browsers draw is a small JPEG. */
function heic(): Buffer {
  const box = (type: string, ...parts: readonly Buffer[]) => {
    const content = Buffer.concat(parts);
    const head = Buffer.alloc(8);
    head.writeUInt32BE(content.length + 8);
    head.write(type, 4, "latin1");
    return Buffer.concat([head, content]);
  };
  const infe = box("infe", Buffer.from([2, 0, 0, 0, 0, 1, 0, 0]), Buffer.from("jpeg\0"));
  const iloc = Buffer.concat([
    Buffer.from([1, 0, 0, 0, 0x44, 0, 0, 1, 0, 1, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0]),
    Buffer.from([jpeg.length]),
  ]);
  return Buffer.concat([
    box("ftyp", Buffer.from("heic\0\0\0\0mif1")),
    box(
      "meta",
      Buffer.alloc(4),
      box("iinf", Buffer.from([0, 0, 0, 0, 0, 1]), infe),
      box("iloc", iloc),
      box("idat", jpeg),
    ),
  ]);
}

const get = async (name: string, as: string, headers: Record<string, string> = {}) =>
  await visited.ask(`/api/v1${base}/file?file=${refs.get(name)}&as=${as}`, { headers });
const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer());

test("a film is sent whole, as what it is by its bytes", async () => {
  const whole = await get("film.mp4", "film");
  expect(whole.status).toBe(200);
  expect(Object.fromEntries(whole.headers)).toMatchObject({
    "content-type": "video/mp4",
    "content-length": String(film.length),
    "accept-ranges": "bytes",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "content-security-policy": expect.stringContaining("sandbox"),
  });
  expect(
    createHash("sha256")
      .update(await bytesOf(whole))
      .digest("hex"),
  ).toBe(createHash("sha256").update(film).digest("hex"));
  const refused = await get("page.mp4", "film");
  expect([refused.status, await refused.text()]).toEqual([422, expect.not.stringContaining("script")]);
  for (const name of ["empty.mp4", "photo.heic"]) expect((await get(name, "film")).status, name).toBe(422);
  // A film is no picture.
  expect((await get("film.mp4", "picture")).status).toBe(422);
}, 120_000);

test.each([
  ["bytes=0-0", 0, 1],
  ["bytes=12345-12399", 12345, 12400],
  [`bytes=${20 * mib}-${22 * mib}`, 20 * mib, 22 * mib + 1],
  [`bytes=${film.length - 10}-`, film.length - 10, film.length],
  ["bytes=-7", film.length - 7, film.length],
])(
  "the part %s of it is sent",
  async (range, from, to) => {
    const part = await get("film.mp4", "film", { range });
    expect([part.status, part.headers.get("content-range"), part.headers.get("content-length")]).toEqual([
      206,
      `bytes ${from}-${to - 1}/${film.length}`,
      String(to - from),
    ]);
    expect((await bytesOf(part)).equals(film.subarray(from, to))).toBe(true);
  },
  120_000,
);

test("what cannot be given is refused, and what is not understood is the whole", async () => {
  const beyond = await get("film.mp4", "film", { range: `bytes=${film.length}-` });
  expect([beyond.status, beyond.headers.get("content-range")]).toEqual([416, `bytes */${film.length}`]);
  for (const headers of [{ range: "bytes=0-1,5-6" }, { range: "bytes=5-6", "if-range": '"x"' }]) {
    const whole = await get("film.mp4", "film", headers);
    expect([whole.status, whole.headers.get("content-length")]).toEqual([200, String(film.length)]);
    await whole.body?.cancel();
  }
}, 120_000);

test("HEIC shows the JPEG in it, and a broken one says that there is none", async () => {
  const shown = await get("photo.heic", "picture");
  expect([shown.status, shown.headers.get("content-type")]).toEqual([200, "image/jpeg"]);
  expect(await bytesOf(shown)).toEqual(jpeg);
  expect((await get("broken.heic", "picture")).status).toBe(422);
  expect(await bytesOf(await get("photo.heic", "download"))).toEqual(heic());
}, 120_000);

test("a film that waits keeps no vault open, and one that is locked gives no more of it", async () => {
  const printed = vi.spyOn(console, "error");
  const answer = await get("film.mp4", "film", { range: "bytes=0-" });
  const reader = answer.body?.getReader();
  expect((await reader?.read())?.value?.length).toBeGreaterThan(0);
  clock += 15 * 60_000 + 1;
  const { vaults } = await visited.json<{ vaults: { locksAt: string | null }[] }>("/vaults");
  expect(vaults[0]?.locksAt).toBeNull();
  let got = 0;
  const rest = async () => {
    for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) got += next.value.length;
  };
  await expect(rest()).rejects.toThrow();
  // What was on its way already still comes.
  expect(got).toBeLessThan(film.length / 2);
  expect((await get("film.mp4", "film")).status).toBe(423);
  await visited.json(`/vaults/${vault}/unlock`, { body: { passphrase, minutes: 15 } });
  // A download tells no length: only a connection that is cut tells that it is not whole.
  const download = await get("film.mp4", "download");
  const saving = download.body?.getReader();
  expect((await saving?.read())?.value?.length).toBeGreaterThan(0);
  await visited.json(`/vaults/${vault}/lock`, { method: "POST" });
  const save = async () => {
    for (let next = await saving?.read(); next && !next.done; ) next = await saving?.read();
  };
  await expect(save()).rejects.toThrow();
  await visited.json(`/vaults/${vault}/unlock`, { body: { passphrase, minutes: 15 } });
  expect(printed.mock.calls).toEqual([]);
  printed.mockRestore();
}, 120_000);

test("only the packs of the part are read, and no byte of a damaged one is given", async () => {
  const data = join(work, "vault", "data");
  const packs: { readonly path: string; readonly size: number }[] = [];
  for (const name of await readdir(data, { recursive: true })) {
    const path = join(data, name);
    const found = await stat(path);
    if (found.isFile() && found.size > mib) packs.push({ path, size: found.size });
  }
  expect(packs.length).toBeGreaterThan(2);
  const parts = Array.from({ length: 20 }, (_, i) => i * 2 * mib);
  const read = async () => {
    const good: number[] = [];
    for (const from of parts) {
      const answer = await get("film.mp4", "film", { range: `bytes=${from}-${from + 99}` });
      const bytes = await bytesOf(answer).catch(() => null);
      if (bytes?.length === 100) {
        expect(bytes.equals(film.subarray(from, from + 100))).toBe(true);
        good.push(from);
      }
    }
    return good;
  };
  expect((await read()).length).toBe(20);
  // Another reading each time, so that nothing is kept of what was read before.
  const anew = async () => {
    await visited.json(`/vaults/${vault}/lock`, { method: "POST" });
    await visited.json(`/vaults/${vault}/unlock`, { body: { passphrase, minutes: 15 } });
    return (await read()).length;
  };
  const left = { missing: [] as number[], damaged: [] as number[] };
  for (const { path, size } of packs) {
    await rename(path, `${path}.away`);
    left.missing.push(await anew());
    await copyFile(`${path}.away`, path);
    const handle = await open(path, "r+");
    for (let at = 500; at < size; at += 50_000) await handle.write(Buffer.from("damaged!"), 0, 8, at);
    await handle.close();
    left.damaged.push(await anew());
    await rename(`${path}.away`, path);
  }
  // Without the pack of the beginning nothing tells what kind of file it is; without another one the rest is there.
  for (const counts of [left.missing, left.damaged]) {
    expect(Math.max(...counts)).toBeGreaterThan(0);
    expect(Math.max(...counts)).toBeLessThan(20);
  }
  expect(await anew()).toBe(20);
}, 120_000);

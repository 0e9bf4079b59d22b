import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { EvidenceDesk } from "../../src/centre/evidence-desk.ts";
import { passingFolder } from "../../src/centre/receive-file.ts";
import { ReceivedDesk, removeUnsealed } from "../../src/centre/received-desk.ts";
import { ownRecipient } from "../../src/centre/share.ts";
import { encryptAge } from "../../src/vault/age-stream.ts";
import { withFound } from "../tools.ts";

const inMemory = existsSync("/dev/shm") ? "/dev/shm" : undefined;
let dataFolder: string;
let runtime: string;
beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), "candor-received-"));
  runtime = mkdtempSync(join(inMemory ?? tmpdir(), "candor-runtime-"));
});
afterEach(() => {
  for (const each of [dataFolder, runtime]) rmSync(each, { recursive: true, force: true });
});

const options = { signal: new AbortController().signal };
const desk = () => {
  const place = { dataFolder, now: () => Date.UTC(2026, 10, 22), process: { env: { XDG_RUNTIME_DIR: runtime } } };
  return { place, received: new ReceivedDesk(place, new EvidenceDesk(place)) };
};

/** A sealed file for this Candor's own key, as it comes from the page. */
async function letter({ place, received }: ReturnType<typeof desk>, content: string | Uint8Array, name = "x.age") {
  const pieces: Buffer[] = [];
  for await (const piece of encryptAge([Buffer.from(content)], [(await ownRecipient(place)).recipient]))
    pieces.push(Buffer.from(piece));
  const folder = await passingFolder(dataFolder, 0);
  const path = join(folder.path, name);
  writeFileSync(path, Buffer.concat(pieces));
  return await received.take({ path, name, size: Buffer.concat(pieces).length, remove: folder.remove });
}

withFound(inMemory, "needs a folder in memory")(
  "what is looked into lies in the folder that is kept in memory, and is gone afterwards",
  async () => {
    const here = desk();
    const { id } = await letter(here, '{"schema": "candor.snapshot/1", ', "broken.json.age");
    // It begins like an examination and is none: it can be saved all the same.
    expect((await here.received.open(id, {}, options)).opened).toMatchObject({ holds: "file", name: "broken.json" });
    await expect(here.received.look(id, options)).rejects.toThrow(
      new RegExp(`^${runtime}/candor/received-\\d+-[0-9a-f]+/broken\\.json begins like a saved examination`),
    );
    expect(readdirSync(join(runtime, "candor"))).toEqual([]);
    await here.received.close();
    expect(readdirSync(join(dataFolder, "uploads"))).toEqual([]);
  },
);

test("a zip that only looks like evidence is an archive, and is given as it was", async () => {
  const here = desk();
  const zip = Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.alloc(500, 7)]);
  const { id } = await letter(here, zip);
  expect((await here.received.open(id, {}, options)).opened).toMatchObject({ holds: "archive", bytes: zip.length });
  const content = await here.received.content(id);
  const pieces: Buffer[] = [];
  for await (const piece of content?.pieces ?? []) pieces.push(Buffer.from(piece));
  expect(Buffer.concat(pieces).equals(zip)).toBe(true);
});

test("the oldest go where many are held, and stopping leaves a file sealed", async () => {
  const here = desk();
  for (const name of ["1", "2", "3", "4", "5", "6"]) await letter(here, name, `${name}.age`);
  const held = await here.received.list();
  expect(held.map(({ name }) => name)).toEqual(["6.age", "5.age", "4.age", "3.age", "2.age"]);
  expect(readdirSync(join(dataFolder, "uploads"))).toHaveLength(5);
  const stopped = { signal: AbortSignal.abort() };
  const id = held[0]?.id ?? "";
  await expect(here.received.open(id, {}, stopped)).rejects.toThrow();
  expect((await here.received.letter(id))?.opened).toBe(null);
  await expect(here.received.content(id)).rejects.toThrow("still sealed");
});

test("what a killed Candor left in memory is removed, and that of one at work stays", async () => {
  const { place } = desk();
  const folder = join(runtime, "candor");
  const names = ["received-999999999-ab", `received-${process.ppid}-ab`, "other"];
  for (const name of names) mkdirSync(join(folder, name), { recursive: true });
  await removeUnsealed(place);
  expect(readdirSync(folder).sort()).toEqual(["other", `received-${process.ppid}-ab`]);
});

import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { VaultError } from "../../src/core/errors.ts";
import { copyVault } from "../../src/vault/copies.ts";
import type { Entry } from "../../src/vault/entry.ts";
import { folderPlace } from "../../src/vault/folder-place.ts";
import { openPlace } from "../../src/vault/open-place.ts";
import type { Place } from "../../src/vault/place.ts";
import { readPlaceAddress } from "../../src/vault/place-address.ts";
import { pinsInMemory } from "../../src/vault/place-pins.ts";
import { putFiles } from "../../src/vault/put.ts";
import { initRepository } from "../../src/vault/repository.ts";
import { withTool } from "../tools.ts";
import { listed, sealedFile } from "./place-contract.ts";
import { listeningWire, newFolder, rcloneServer } from "./place-servers.ts";

const folders: string[] = [];
const folder = (): string => {
  folders.push(newFolder());
  return folders.at(-1) as string;
};
afterEach(() => {
  for (const path of folders.splice(0)) rmSync(path, { recursive: true, force: true });
});

const kinds = ["data", "index", "keys", "snapshots"] as const;

/** A place with files of every kind, as a vault has them. */
async function filled(): Promise<{ place: Place; path: string }> {
  const path = folder();
  const place = folderPlace(path);
  await place.put("config", "config", Buffer.from("a vault"));
  for (const kind of kinds)
    for (let count = 0; count < 5; count++) {
      const { name, content } = sealedFile(200 + count);
      await place.put(kind, name, content);
    }
  return { place, path };
}

async function content(place: Place): Promise<Record<string, string>> {
  const all: Record<string, string> = { config: Buffer.from(await place.get("config", "config")).toString("hex") };
  for (const kind of kinds)
    for (const { name } of await listed(place, kind))
      all[`${kind}/${name}`] = Buffer.from(await place.get(kind, name)).toString("hex");
  return all;
}

/** Passes calls on, and tells of each writing; `end` stops before that many. */
function watched(place: Place, written: string[], end = Number.POSITIVE_INFINITY): Place {
  return {
    ...place,
    async put(kind, name, bytes, call) {
      if (written.length >= end) throw new VaultError("unreachable", "the network is gone");
      written.push(kind);
      await place.put(kind, name, bytes, call);
    },
  };
}

test("a copy holds the same files, is written in order, and only what is missing the next time", async () => {
  const { place } = await filled();
  const copy = folderPlace(folder());
  const written: string[] = [];
  expect(await copyVault(place, watched(copy, written))).toMatchObject({ files: 20, there: 0, verified: 16 });
  expect(written).toEqual(["config", ...kinds.flatMap((kind) => Array.from({ length: 5 }, () => kind))]);
  expect(await content(copy)).toEqual(await content(place));
  const more = sealedFile(10);
  await place.put("snapshots", more.name, more.content);
  expect(await copyVault(place, copy, { sample: 1 })).toMatchObject({ files: 1, bytes: 10, there: 20, verified: 21 });
});

test("broken off after any file, a copy goes on where it was", async () => {
  const { place } = await filled();
  const copy = folderPlace(folder());
  for (let broken = 0; broken < 6; broken++)
    await expect(copyVault(place, watched(copy, [], 3))).rejects.toMatchObject({ code: "unreachable" });
  const rest = await copyVault(place, copy);
  expect(rest).toMatchObject({ files: 3, there: 17 });
  expect(await content(copy)).toEqual(await content(place));
});

test("another vault is not written over, and files that are not what they were are named", async () => {
  const { place, path } = await filled();
  const other = await filled();
  await other.place.put("config", "config", Buffer.from("another"));
  await expect(copyVault(place, other.place)).rejects.toMatchObject({
    code: "refused",
    message: expect.stringContaining("Another vault"),
  });

  const [pack] = await listed(place, "data");
  const file = join(path, "data", pack?.name.slice(0, 2) ?? "", pack?.name ?? "");
  const right = readFileSync(file);
  writeFileSync(file, Buffer.from(right).fill(0, 3, 4));
  await expect(copyVault(place, folderPlace(folder()))).rejects.toMatchObject({
    code: "damaged",
    message: expect.stringContaining(pack?.name ?? ""),
  });
  writeFileSync(file, right);

  const copy = folder();
  await copyVault(place, folderPlace(copy));
  writeFileSync(join(copy, "data", pack?.name.slice(0, 2) ?? "", pack?.name ?? ""), Buffer.from(right).reverse());
  await expect(copyVault(place, folderPlace(copy), { sample: 1 })).rejects.toMatchObject({ code: "damaged" });
});

test("what only the copy holds is told, a removed key above all", async () => {
  const { place } = await filled();
  const copy = folderPlace(folder());
  await copyVault(place, copy);
  const [key] = await listed(place, "keys");
  await place.delete("keys", key?.name ?? "");
  expect((await copyVault(place, copy)).onlyThere).toEqual({ data: 0, index: 0, keys: 1, snapshots: 0 });
});

withTool("rclone")(
  "nothing that was put into a vault can be read on the wire or in the store, and restic opens the copy",
  async (rclone) => {
    const server = await rcloneServer(rclone, "webdav", ["--dir-cache-time", "0s"]);
    const wire = await listeningWire(server.port);
    try {
      const access = { credentials: { user: "owner", password: "secret" }, pins: pinsInMemory() };
      const dav = await openPlace(readPlaceAddress(`webdav://127.0.0.1:${wire.port}/`), access);
      const created = new Date("2026-05-01T10:00:00Z");
      const repository = await initRepository(dav, "planted passphrase", { created, cost: { N: 1024, r: 8, p: 1 } });
      await putFiles(repository, entries(), {
        time: created,
        paths: ["/planted-folder"],
        hostname: "planted-host",
        compression: "off",
      });
      const planted = ["planted-name", "planted-folder", "planted content", "planted-host", "planted passphrase"];
      const seen = wire.seen();
      expect(seen.length).toBeGreaterThan(300_000);
      const stored = filesIn(server.folder).map((path) => readFileSync(path));
      expect(stored.length).toBeGreaterThan(4);
      for (const bytes of [seen, ...stored]) for (const text of planted) expect(bytes.includes(text)).toBe(false);

      const copy = folder();
      await copyVault(dav, folderPlace(copy));
      const check = spawnSync("restic", ["-r", copy, "--no-cache", "check", "--read-data"], {
        env: { ...process.env, RESTIC_PASSWORD: "planted passphrase" },
        encoding: "utf8",
      });
      expect(`${check.stdout}${check.stderr}`).toContain("no errors were found");
      await dav.close();
    } finally {
      wire.stop();
      server.stop();
    }
  },
);

function* entries(): Generator<Entry> {
  for (let count = 0; count < 5; count++)
    yield {
      ...{ path: `planted-folder/planted-name-${count}.txt`, kind: "file", mode: 0o644, modified: 0n },
      size: 90_000n,
      async *open() {
        yield Buffer.from(`${count} planted content `.repeat(5000));
      },
    };
}

function filesIn(path: string): string[] {
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .map((name) => join(path, name))
    .filter((file) => statSync(file).isFile());
}

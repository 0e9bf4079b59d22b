import { createHash, randomBytes } from "node:crypto";
import { expect } from "vitest";
import type { Place, StoredFile, StoredKind } from "../../src/vault/place.ts";

/** A file as a repository stores it. */
export function sealedFile(bytes: number): { name: string; content: Buffer } {
  const content = randomBytes(bytes);
  return { name: createHash("sha256").update(content).digest("hex"), content };
}

/** All of a listing, in the order of the names. */
export async function listed(place: Place, kind: StoredKind): Promise<StoredFile[]> {
  const files: StoredFile[] = [];
  for await (const file of place.list(kind)) files.push(file);
  return files.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What `Place` promises, on a place that is empty. */
export async function holdContract(place: Place): Promise<void> {
  for (const kind of ["config", "data", "index", "keys", "locks", "snapshots"] as const)
    expect(await listed(place, kind)).toEqual([]);
  const absent = "0".repeat(64);
  expect(await place.stat("config", "config")).toBeNull();
  expect(await place.stat("data", absent)).toBeNull();
  await expect(place.get("data", absent)).rejects.toMatchObject({ code: "absent" });
  await place.delete("index", absent);

  await place.put("config", "config", Buffer.from("the configuration"));
  expect(await listed(place, "config")).toEqual([{ name: "config", bytes: 17 }]);
  expect(Buffer.from(await place.get("config", "config")).toString()).toBe("the configuration");

  const packs = [sealedFile(5_000_000), sealedFile(300), sealedFile(40_000)];
  for (const pack of packs) await place.put("data", pack.name, pack.content);
  const small = sealedFile(77);
  for (const kind of ["index", "keys", "locks", "snapshots"] as const) await place.put(kind, small.name, small.content);
  expect(await listed(place, "data")).toEqual(
    packs.map(({ name, content }) => ({ name, bytes: content.length })).sort((a, b) => (a.name < b.name ? -1 : 1)),
  );
  for (const kind of ["index", "keys", "locks", "snapshots"] as const)
    expect(await listed(place, kind)).toEqual([{ name: small.name, bytes: 77 }]);

  const [large] = packs as [{ name: string; content: Buffer }];
  expect(large.content.equals(await place.get("data", large.name))).toBe(true);
  const part = await place.get("data", large.name, { from: 4_999_000, length: 1000 });
  expect(large.content.subarray(4_999_000).equals(part)).toBe(true);
  expect(large.content.subarray(4_999_990).equals(await place.get("data", large.name, { from: 4_999_990 }))).toBe(true);
  expect(large.content.subarray(0, 4).equals(await place.get("data", large.name, { from: 0, length: 4 }))).toBe(true);
  await expect(place.get("data", large.name, { from: 4_999_000, length: 1001 })).rejects.toMatchObject({
    code: "damaged",
  });
  expect(await place.stat("data", large.name)).toBe(5_000_000);

  // Everything may be asked again.
  await place.put("data", large.name, large.content);
  expect(large.content.equals(await place.get("data", large.name))).toBe(true);
  await place.delete("data", large.name);
  await place.delete("data", large.name);
  expect(await place.stat("data", large.name)).toBeNull();
  await expect(place.get("data", "../../etc/passwd")).rejects.toMatchObject({ code: "refused" });
  const stop = AbortSignal.abort();
  await expect(place.get("index", small.name, { signal: stop })).rejects.toMatchObject({ code: "cancelled" });
}

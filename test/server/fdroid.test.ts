import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { FdroidComparison } from "../../src/centre/fdroid-apps.ts";
import { done, examined, type Visited, visit } from "./browser.ts";

let visited: Visited;
let id = "";
beforeAll(async () => {
  visited = await visit();
  id = await examined(visited, "virtual:hyperos", true);
}, 120_000);
afterAll(async () => {
  await visited.close();
});

const send = async (text: string, examination = id) =>
  await visited.job<FdroidComparison>(`/fdroid-index?examination=${examination}`, {
    method: "POST",
    body: new TextEncoder().encode(text),
    headers: { "content-type": "application/octet-stream" },
  });
const kept = async () =>
  (await visited.json<{ comparison: FdroidComparison | null }>(`/examinations/${id}/fdroid`)).comparison;

test("a list that the person chooses is compared with the apps of an examination, and not kept on the disk", async () => {
  expect(await kept()).toBeNull();
  const { rows } = await visited.json<{ rows: { package: string; system: boolean | null }[] }>(
    `/examinations/${id}/apps`,
  );
  const added = rows.filter(({ system }) => system === false);
  const pages = await Promise.all(
    added.slice(0, 6).map(async ({ package: name }) => ({
      name,
      signers: /"signers":\[\{"sha256":"([0-9a-f]{64})"/.exec(
        await (await visited.ask(`/api/v1/examinations/${id}/apps/${name}`)).text(),
      ),
    })),
  );
  const known = pages.find(({ signers }) => signers !== null);
  const name = known?.name ?? added[0]?.package ?? "";
  const manifest = {
    versionName: "999.0",
    versionCode: 2_000_000_000,
    signer: { sha256: [known?.signers?.[1] ?? ""] },
  };
  const index = {
    repo: { timestamp: Date.UTC(2026, 9, 1) },
    packages: { [name]: { versions: { a: { manifest } } }, "org.example": { versions: { a: { manifest } } } },
  };
  const found = done(await send(JSON.stringify(index)));
  expect(found.published).toBe("2026-10-01");
  expect(known).toBeDefined();
  expect(found.apps).toMatchObject([{ package: name, newer: "999.0", signer: "same" }]);
  expect(await kept()).toEqual(found);
  expect(await readdir(join(visited.folder, "uploads")).catch(() => [])).toEqual([]);
}, 120_000);

test("what is no such list, and examinations that are none, are refused; nothing of it stays", async () => {
  for (const text of ["{}", "no json", JSON.stringify({ repo: { timestamp: 1 }, packages: {} })])
    expect((await send(text)).type, text).toBe("failed");
  const none = await visited.ask("/api/v1/fdroid-index?examination=nosuch", {
    method: "POST",
    body: new Uint8Array([1]),
  });
  expect([400, 404]).toContain(none.status);
  const unnamed = await visited.ask("/api/v1/fdroid-index", { method: "POST", body: new Uint8Array([1]) });
  expect(unnamed.status).toBe(400);
  expect(await readdir(join(visited.folder, "uploads")).catch(() => [])).toEqual([]);
}, 120_000);

test("while Candor is locked nothing of it is told, and it is forgotten", async () => {
  await visited.json("/privacy/set", { body: { passphrase: "orbit canyon velvet teapot", minutes: 5 } });
  await visited.json("/privacy/lock", { body: {} });
  expect((await visited.ask(`/api/v1/examinations/${id}/fdroid`)).status).toBe(423);
}, 120_000);

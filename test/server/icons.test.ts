import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { AppTable } from "../../src/centre/app-table.ts";
import { examined, type Visited, visit } from "./browser.ts";

let visited: Visited;
let runtime = "";
beforeEach(async () => {
  // What is seen in apps is kept under the privacy password that is open for this process, by the real clock.
  runtime = await mkdtemp(join(tmpdir(), "candor-runtime-"));
  vi.stubEnv("XDG_RUNTIME_DIR", runtime);
  const env = { ADB_SERVER_SOCKET: "tcp:127.0.0.2:1", PATH: "/usr/bin:/bin", XDG_RUNTIME_DIR: runtime };
  visited = await visit({ now: Date.now, env });
});
afterEach(async () => {
  await visited.close();
  vi.unstubAllEnvs();
  await rm(runtime, { recursive: true, force: true });
});

const password = "copper lantern meadow outrun velvet sixty";

async function iconsOf(id: string): Promise<readonly string[]> {
  const { rows } = await visited.json<AppTable>(`/examinations/${id}/apps`);
  return [...new Set(rows.flatMap(({ icon }) => icon?.layers.map(({ sha256 }) => sha256) ?? []))];
}

test("icons are pictures wherever they are opened, and nothing that is locked is one", {
  timeout: 180_000,
}, async () => {
  const id = await examined(visited, "virtual:hyperos", true);
  const icons = await iconsOf(id);
  expect(icons.length).toBeGreaterThan(20);
  const kinds = new Set<string | null>();
  for (const sha256 of icons) {
    const answer = await visited.ask(`/api/v1/icons/${sha256}`);
    expect(answer.status).toBe(200);
    kinds.add(answer.headers.get("content-type"));
    expect(answer.headers.get("content-security-policy")).toBe("default-src 'none'; sandbox");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("cross-origin-resource-policy")).toBe("same-origin");
    expect(answer.headers.get("cache-control")).toBe("private, max-age=31536000, immutable");
    const body = Buffer.from(await answer.arrayBuffer()).toString("latin1");
    expect(body).not.toMatch(/<script|href|foreignObject|<\?xml|<!/i);
  }
  expect([...kinds].sort()).toEqual(["image/png", "image/svg+xml", "image/webp"]);
  for (const wrong of ["ab".repeat(32), "..%2f..%2fjournal.ndjson", "%00", "x".repeat(5000)])
    expect((await visited.ask(`/api/v1/icons/${wrong}`)).status).toBe(404);
  const [first = ""] = icons;
  expect((await visited.ask(`/api/v1/icons/${first}`, { headers: { cookie: "" } })).status).toBe(401);

  await visited.json("/privacy/set", { body: { passphrase: password } });
  const again = await examined(visited, "virtual:hyperos", true);
  const [sealed = ""] = await iconsOf(again);
  const open = await visited.ask(`/api/v1/icons/${sealed}`);
  expect([open.status, open.headers.get("cache-control")]).toEqual([200, "no-store"]);
  await visited.json("/privacy/lock", { body: {} });
  const locked = await visited.ask(`/api/v1/icons/${sealed}`);
  expect([locked.status, await locked.json()]).toMatchObject([423, { error: { code: "locked" } }]);
});

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { done, visit } from "./browser.ts";

test("lists tell where they are from, and an update tells of each what became of it", async () => {
  // A mirror that has nothing.
  const mirror = createServer((_, response) => response.writeHead(404).end());
  await new Promise<void>((resolve) => mirror.listen(0, "127.0.0.1", resolve));
  const { port } = mirror.address() as AddressInfo;
  const visited = await visit({
    env: { ADB_SERVER_SOCKET: "tcp:127.0.0.2:1", PATH: "", CANDOR_FEED_BASE: `http://127.0.0.1:${port}` },
  });
  try {
    const { feeds } = await visited.json<{
      feeds: { id: string; licence: string; addresses: string[]; loaded: { entries: number; list?: unknown } | null }[];
    }>("/feeds");
    expect(feeds.length).toBeGreaterThan(5);
    for (const { id, licence } of feeds) expect([id, licence.length > 0]).toEqual([id, true]);
    const [fetched] = feeds.filter(({ addresses, loaded }) => addresses.length > 0 && loaded !== null);
    const { results } = done(
      await visited.job<{ results: { id: string; state: string; before: number; after: number }[] }>("/feeds/update", {
        body: { ids: [fetched?.id] },
      }),
    );
    expect(results).toMatchObject([{ id: fetched?.id, state: "failed", after: fetched?.loaded?.entries }]);
    expect((await visited.ask("/api/v1/feeds/update", { body: { ids: ["no-such-list"] } })).status).toBe(400);
  } finally {
    await visited.close();
    mirror.close();
  }
});

import { expect, test } from "vitest";
import { openJournal } from "../../src/centre/private-store.ts";
import { startVirtualPhone } from "../../src/centre/virtual-phone.ts";
import type { Json } from "../../src/core/json.ts";
import { done, examined, type Visited, visit } from "./browser.ts";

const phone = "virtual:stock";

async function change(visited: Visited, key: string, value: string): Promise<number> {
  const calls = [{ action: "set-global-setting", params: { key, value } }];
  const { digest } = await visited.json<{ digest: string }>("/plan", { body: { phone, calls } });
  return done(await visited.job<{ n: number }>("/apply", { body: { phone, calls, agreed: digest } })).n;
}

const refused = { type: "failed", failure: { code: "refused" } };

interface Plans {
  readonly digest: string;
  readonly plans: readonly { readonly entry: number; readonly changes: readonly { readonly commands: string[][] }[] }[];
}

test("all entries are shown as they would be taken back, and are, the newest first", { timeout: 60_000 }, async () => {
  const visited = await visit();
  try {
    const first = await change(visited, "candor_example", "1");
    const second = await change(visited, "candor_example", "2");
    const { plans, digest } = await visited.json<Plans>("/undo/plan", { body: { phone } });
    expect(plans.map(({ entry }) => entry)).toEqual([second, first]);
    expect(plans[0]?.changes[0]?.commands).toEqual([["settings", "put", "global", "candor_example", "1"]]);
    const { made } = done(
      await visited.job<{ made: { results: { outcome: string }[] }[] }>("/undo/several", {
        body: { phone, agreed: digest },
      }),
    );
    expect(made.map(({ results }) => results.map(({ outcome }) => outcome))).toEqual([["done"], ["done"]]);
    expect(await visited.json("/undo/plan", { body: { phone } })).toMatchObject({ plans: [] });
    const { rows } = await visited.json<{ rows: { kind: string; changes: { undoneBy: number | null } }[] }>("/journal");
    expect(rows.map(({ kind }) => kind)).toEqual(["undo", "undo", "change", "change"]);
  } finally {
    await visited.close();
  }
});

test("one entry is taken back alone, and one that is not there is told of", { timeout: 60_000 }, async () => {
  const visited = await visit();
  try {
    const first = await change(visited, "candor_one", "1");
    const second = await change(visited, "candor_two", "1");
    const chosen = [{ entry: first, places: [0] }];
    const seen = await visited.json<Plans>("/undo/plan", { body: { phone, chosen } });
    // More than was seen, and what was seen before something else changed it.
    expect(await visited.job("/undo/several", { body: { phone, agreed: seen.digest } })).toMatchObject(refused);
    const third = await change(visited, "candor_one", "2");
    const body = { phone, chosen, agreed: seen.digest };
    expect(await visited.job("/undo/several", { body })).toMatchObject(refused);
    const last = { phone, chosen: [{ entry: third }] };
    const { digest: lastSeen } = await visited.json<Plans>("/undo/plan", { body: last });
    done(await visited.job("/undo/several", { body: { ...last, agreed: lastSeen } }));
    done(await visited.job("/undo/several", { body }));
    const { plans } = await visited.json<Plans>("/undo/plan", { body: { phone } });
    expect(plans.map(({ entry }) => entry)).toEqual([second]);
    const strange = await visited.ask("/api/v1/undo/plan", { body: { phone, chosen: [{ entry: 999 }] } });
    expect(strange.status).toBe(409);
    const other = await visited.ask("/api/v1/undo/plan", {
      body: { phone: "virtual:hyperos", chosen: [{ entry: second }] },
    });
    expect(other.status).toBe(409);
  } finally {
    await visited.close();
  }
});

test("a phone that was examined is noted in the journal, a virtual one of Candor's own is not", async () => {
  const visited = await visit();
  const running = await startVirtualPhone("stock", { now: () => Date.UTC(2026, 10, 22) });
  try {
    await examined(visited, "virtual:stock");
    expect(await visited.json("/journal")).toMatchObject({ rows: [] });
    await examined(visited, `address:127.0.0.1:${running.port}`);
    expect(await visited.json("/journal")).toMatchObject({ rows: [{ kind: "examination", changes: null }] });
  } finally {
    await visited.close();
    await running.close();
  }
});

test.each([
  ["finished", false],
  ["taken back", true],
])("a change that was interrupted stands in the way of others until it is %s", async (_, undo) => {
  const visited = await visit();
  try {
    const calls = [{ action: "set-global-setting", params: { key: "candor_example", value: "1" } }];
    const { plan, digest } = await visited.json<{ plan: { phone: Json; changes: Json }; digest: string }>("/plan", {
      body: { phone, calls },
    });
    // What a cut of the power leaves: the plan, and nothing after it.
    const journal = await openJournal({ dataFolder: visited.folder, now: () => Date.UTC(2026, 10, 22) });
    const { phone: identity, changes } = plan;
    const { head } = await journal.append("plan", { do: "apply", of: null, phone: identity, changes, reason: null });
    await journal.close();
    expect(await visited.json("/journal/interrupted")).toMatchObject({ records: [{ n: head.n, results: null }] });
    const other = await visited.job("/apply", { body: { phone, calls, agreed: digest } });
    expect(other).toMatchObject({ type: "failed", failure: { code: "interrupted" } });
    done(await visited.job("/resume", { body: { phone, entry: head.n, undo } }));
    expect(await visited.json("/journal/interrupted")).toEqual({ records: [] });
    done(
      await visited.job("/apply", { body: { phone, calls, agreed: undo ? digest : await digestNow(visited, calls) } }),
    );
  } finally {
    await visited.close();
  }
});

const digestNow = async (visited: Visited, calls: unknown) =>
  (await visited.json<{ digest: string }>("/plan", { body: { phone, calls } })).digest;

import type { Check, Example } from "../../src/core/check.ts";
import type { LoadedFeed } from "../../src/core/feed.ts";
import type { Needs } from "../../src/core/needs.ts";
import { type ReadFact, type Snapshot, snapshotSchema } from "../../src/core/snapshot.ts";

export const emptySnapshot: Snapshot = {
  schema: snapshotSchema,
  candor: "0",
  source: { kind: "outputs", name: "example" },
  takenAt: null,
  facts: {},
};

/** The snapshot that an example of a check stands for. */
export function snapshotOf(check: Check, example: Example): Snapshot {
  const facts: Record<string, ReadFact> = {};
  let takenAt: string | null = null;
  const values = [
    [check.needs, example.given],
    [check.wants, example.wanted ?? {}],
  ] as const;
  for (const [needs, given] of values)
    for (const [key, value] of Object.entries(given as object)) {
      const need = (needs as Needs)[key];
      if (!need) throw new Error(`example of ${check.id} gives ${key}, which the check does not declare`);
      if (need.kind === "time") takenAt = new Date(value as number).toISOString();
      else if (need.kind === "fact" && value !== undefined)
        facts[need.id] = { state: "read", value, from: [`example ${example.name}`] };
    }
  return { ...emptySnapshot, takenAt, facts };
}

/** The lists that an example of a check gives. */
export function feedsOf(check: Check, example: Example): LoadedFeed[] {
  const given = {
    ...(example.given as Record<string, unknown>),
    ...((example.wanted ?? {}) as Record<string, unknown>),
  };
  return Object.entries({ ...check.needs, ...check.wants }).flatMap(([key, need]) =>
    need.kind === "feed" && given[key] !== undefined
      ? [{ id: need.id, origin: "embedded" as const, date: "2026-01-01", sha256: null, entries: 1, value: given[key] }]
      : [],
  );
}

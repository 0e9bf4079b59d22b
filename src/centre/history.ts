import { listExaminations } from "./examinations.ts";
import type { PrivateStore } from "./private-store.ts";
import { followedPhones, type HistoryPoint, pointOf } from "./watch-store.ts";

/** How the findings of one phone went over time. Texts of the phone are outside text. */
export interface PhoneHistory {
  /** Its serial number, or how it was reached where it tells none. */
  readonly phone: string;
  readonly model: string | null;
  /** By time, the newest last. */
  readonly points: readonly HistoryPoint[];
}

/** What `candor history --json` prints. */
export interface HistoryDocument {
  readonly schema: "candor.history/1";
  readonly phones: readonly PhoneHistory[];
}

/** The history of each phone that was examined and kept, of those that are followed also what was removed since. @throws VaultError `locked` */
export async function phoneHistories(store: PrivateStore): Promise<readonly PhoneHistory[]> {
  const phones = new Map<string, { model: string | null; points: Map<string, HistoryPoint> }>();
  const of = (id: string, model: string | null) => {
    const known = phones.get(id) ?? { model, points: new Map() };
    phones.set(id, { ...known, model: model ?? known.model });
    return known.points;
  };
  for (const [id, { model, points }] of await followedPhones(store))
    for (const point of points) of(id, model).set(point.examination, point);
  for (const kept of (await listExaminations(store)).toReversed()) {
    if (kept.source.kind !== "phone") continue;
    const id = kept.serial ?? kept.phone?.replace(/^(?:serial|address):/, "") ?? kept.source.name;
    of(id, kept.device["model"] ?? null).set(kept.id, pointOf(kept));
  }
  return [...phones].map(([phone, { model, points }]) => ({
    phone,
    model,
    points: [...points.values()].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
  }));
}

/** The history that an examination belongs to, and which of its examinations can still be opened; null where it is of no phone. @throws VaultError `locked` */
export async function historyOf(
  store: PrivateStore,
  id: string,
): Promise<{ readonly history: PhoneHistory | null; readonly kept: readonly string[] }> {
  const histories = await phoneHistories(store);
  const history = histories.find(({ points }) => points.some(({ examination }) => examination === id)) ?? null;
  const there = new Set((await listExaminations(store)).map((each) => each.id));
  const points = history?.points ?? [];
  return { history, kept: points.flatMap(({ examination }) => (there.has(examination) ? [examination] : [])) };
}

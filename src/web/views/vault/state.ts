import { createSignal, onCleanup } from "solid-js";
import type { VaultCard } from "../../../centre/vault-cards.ts";
import { ask, type Failure, failureIn } from "../../api.ts";

export interface VaultList {
  readonly cards: () => readonly VaultCard[] | undefined;
  readonly failure: () => Failure | undefined;
  readonly fetch: () => Promise<void>;
  /** Takes over what the server said. */
  readonly take: (cards: readonly VaultCard[]) => void;
}

/** The known vaults; looked at again when the first of them may have locked itself. */
export function useVaults(): VaultList {
  const [cards, setCards] = createSignal<readonly VaultCard[]>();
  const [failure, setFailure] = createSignal<Failure>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let left = false;
  const take = (next: readonly VaultCard[]) => {
    setFailure(undefined);
    setCards(next);
    clearTimeout(timer);
    const ends = next.flatMap(({ locksAt }) => (locksAt === null ? [] : [Date.parse(locksAt)]));
    if (ends.length > 0 && !left)
      timer = setTimeout(() => void fetch(), Math.min(Math.max(Math.min(...ends) - Date.now(), leastWait), mostWait));
  };
  const fetch = async () => {
    try {
      take((await ask<{ readonly vaults: readonly VaultCard[] }>("/vaults")).vaults);
    } catch (error) {
      setFailure(failureIn(error));
    }
  };
  onCleanup(() => {
    left = true;
    clearTimeout(timer);
  });
  void fetch();
  return { cards, failure, fetch, take };
}

const [leastWait, mostWait] = [10_000, 60_000];

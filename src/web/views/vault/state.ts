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
    if (!left && next.some(({ locksAt }) => locksAt !== null)) timer = setTimeout(() => void look(), lookEvery);
  };
  // Asks for nothing that counts as use: a page that is only open keeps nothing from being locked.
  const look = async () => {
    const known = cards() ?? [];
    const { open } = await ask<OpenVaults>("/vaults/open").catch((): OpenVaults => ({ open: [] }));
    const ends = new Map(open.map(({ id, locksAt }) => [id, locksAt]));
    const isSame = known.every(({ id, locksAt }) => (locksAt !== null) === ends.has(id));
    const until = (card: VaultCard) => ends.get(card.id) ?? null;
    if (isSame) take(known.map((card) => (card.locksAt === until(card) ? card : { ...card, locksAt: until(card) })));
    else await fetch();
  };
  const fetch = async () => {
    try {
      take((await ask<{ readonly vaults: readonly VaultCard[] }>("/vaults")).vaults);
    } catch (error) {
      setFailure(failureIn(error));
      // What was shown may be locked.
      setCards(undefined);
    }
  };
  onCleanup(() => {
    left = true;
    clearTimeout(timer);
  });
  void fetch();
  return { cards, failure, fetch, take };
}

interface OpenVaults {
  readonly open: readonly { readonly id: string; readonly locksAt: string }[];
}

/** Milliseconds between looks at whether a vault has locked itself. */
const lookEvery = 15_000;

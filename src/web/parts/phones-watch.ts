import { createSignal, onCleanup } from "solid-js";
import { createStore, reconcile } from "solid-js/store";
import type { PhoneList } from "../../centre/phone-list.ts";
import { ask, type Failure } from "../api.ts";
import { failureIn } from "./loading.tsx";

/** Milliseconds between looks for phones that come and go. */
const lookEvery = 2000;

/**
 * The phones as they come and go. What did not change stays the same object, so that nothing is drawn anew under somebody's finger or
 * focus. After a failure it goes on looking.
 */
export function watchPhones(isBusy: () => boolean) {
  const [kept, keep] = createStore<{ list: PhoneList | null }>({ list: null });
  const [failure, setFailure] = createSignal<Failure>();
  let looking = false;
  const look = async () => {
    if (looking) return;
    looking = true;
    try {
      const list = await ask<PhoneList>("/phones");
      keep("list", reconcile(list, { key: "ref", merge: true }));
      setFailure(undefined);
    } catch (error) {
      setFailure(failureIn(error));
    } finally {
      looking = false;
    }
  };
  void look();
  const timer = setInterval(() => {
    if (!isBusy() && !document.hidden) void look();
  }, lookEvery);
  onCleanup(() => clearInterval(timer));
  return { list: () => kept.list, failure, look };
}

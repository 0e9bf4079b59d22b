import { createSignal, onCleanup } from "solid-js";
import { createStore, reconcile } from "solid-js/store";
import type { AttachedPhone, PhoneList } from "../../centre/phone-list.ts";
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
      const attached = inOrderOf(kept.list?.attached ?? [], list.attached);
      keep("list", reconcile({ ...list, attached }, { key: "ref", merge: true }));
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

/** Phones that were there stay where they are: what is moved in the document loses the focus. New ones come last. */
function inOrderOf(before: readonly AttachedPhone[], now: readonly AttachedPhone[]): readonly AttachedPhone[] {
  const places = new Map(before.map(({ ref }, i) => [ref, i]));
  const place = ({ ref }: AttachedPhone) => places.get(ref) ?? before.length;
  return [...now].sort((a, b) => place(a) - place(b));
}

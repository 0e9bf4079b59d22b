import { createSignal, type JSX, onCleanup, onMount, Show } from "solid-js";
import { ask, type Failure } from "../api.ts";
import { formatTime, t } from "../i18n.ts";
import { Icon } from "./icon.tsx";
import { Failed, failureIn, Loading } from "./loading.tsx";
import { Phrase } from "./said.tsx";

/** What a view shows: as it was examined at first, and as the phone tells it now as soon as it does. */
export interface Live<T> {
  readonly value: () => T | undefined;
  /** Whether `value` is of now. */
  readonly isNow: () => boolean;
  /** When it was read: ISO 8601; null where that is not known. */
  readonly at: () => string | null;
  readonly reading: () => boolean;
  readonly failure: () => Failure | null;
  /** Reads the phone again. */
  readonly read: () => Promise<void>;
}

/**
 * Reads one part of an examination, and the same of its phone as it is now: `/examinations/:id/PART` and `/phones/:phone/PART`. A phone that
 * cannot be reached leaves what was examined, and the view says so.
 */
export function useLive<T>(of: {
  readonly id: string;
  /** null for an examination of a file. */
  readonly phone: string | null;
  readonly part: string;
  readonly examinedAt: string | null;
}): Live<T> {
  const [value, setValue] = createSignal<T>();
  const [nowAt, setNowAt] = createSignal<string | null>(null);
  const [reading, setReading] = createSignal(false);
  const [failure, setFailure] = createSignal<Failure | null>(null);
  let left = false;
  let asked = 0;
  onCleanup(() => {
    left = true;
  });
  const readThen = async () => {
    try {
      const then = await ask<T>(`/examinations/${encodeURIComponent(of.id)}/${of.part}`);
      if (left || nowAt() !== null) return;
      setValue(() => then);
      if (of.phone === null) setFailure(null);
    } catch (error) {
      // Where there is a phone, what it says counts.
      if (!left && of.phone === null) setFailure(failureIn(error));
    }
  };
  const readNow = async (phone: string) => {
    const turn = ++asked;
    const isLate = () => left || turn !== asked;
    setReading(true);
    try {
      const now = await ask<T>(`/phones/${encodeURIComponent(phone)}/${of.part}`);
      if (isLate()) return;
      setValue(() => now);
      setNowAt(new Date().toISOString());
      setFailure(null);
    } catch (error) {
      if (!isLate()) setFailure(failureIn(error));
    }
    if (!isLate()) setReading(false);
  };
  const read = async () => {
    const { phone } = of;
    await Promise.all([nowAt() === null && readThen(), phone !== null && readNow(phone)]);
  };
  onMount(() => void read());
  return {
    value,
    isNow: () => nowAt() !== null,
    at: () => nowAt() ?? of.examinedAt,
    reading,
    failure,
    read,
  };
}

/** What `useLive` has, below a line that says of when it is. */
export function LiveView<T>(props: {
  readonly live: Live<T>;
  readonly phone: string | null;
  readonly children: (value: () => T) => JSX.Element;
}): JSX.Element {
  return (
    <Show
      when={props.live.value() !== undefined}
      fallback={
        <Show when={!props.live.reading() && props.live.failure()} fallback={<Loading />}>
          {(failure) => <Failed failure={failure()} again={() => void props.live.read()} />}
        </Show>
      }
    >
      <LiveLine live={props.live} phone={props.phone} />
      {props.children(() => props.live.value() as T)}
    </Show>
  );
}

function LiveLine(props: { readonly live: Live<unknown>; readonly phone: string | null }): JSX.Element {
  const at = () => formatTime(props.live.at() ?? "");
  return (
    <div class="live no-print">
      <p role="status">
        <Icon name={props.live.isNow() ? "phone" : "history"} />
        <span>
          <Show when={props.live.at() !== null}>
            {t(props.live.isNow() ? "live.now" : "live.then", { time: at() })}{" "}
          </Show>
          <Show when={props.live.reading()}>{t("live.reading")}</Show>
          <Show when={props.phone === null}>{t("live.noPhone")}</Show>
          <Show when={!props.live.reading() && props.live.failure()}>
            {(failure) => (
              <>
                <strong>{t("live.failed")}</strong> <Phrase of={failure().message} />{" "}
                <Phrase of={failure().next ?? ""} />
              </>
            )}
          </Show>
        </span>
      </p>
      <Show when={props.phone !== null}>
        <button
          type="button"
          class="button quiet small"
          disabled={props.live.reading()}
          onClick={() => void props.live.read()}
        >
          {t("live.read")}
        </button>
      </Show>
    </div>
  );
}

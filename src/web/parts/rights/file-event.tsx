import { createMemo, createSignal, For, type JSX, Show } from "solid-js";
import type { PageRequest } from "../../../centre/rights-page.ts";
import { ask, type Failure, failureIn } from "../../api.ts";
import { formatBytes, t } from "../../i18n.ts";
import { Failed } from "../loading.tsx";
import { Phrase } from "../said.tsx";

/** A request after something was filed. */
interface Changed {
  readonly request: PageRequest;
  readonly unnoted: string | null;
}

type What = PageRequest["may"][number];

/** Bytes of a file that is kept; the server has the same limit. */
export const mostAnswer = 64 * 1024 * 1024;

/** What is most likely to be noted next. */
const likely: Partial<Record<PageRequest["state"], What>> = {
  written: "sent",
  waiting: "answered",
  contested: "answered",
  answered: "closed",
  complained: "decided",
  decided: "closed",
};
/** What comes with no text and no file of its own. */
const bare: readonly What[] = ["closed"];

/** Notes what happened to a request: on which day, what was said, and the file that came or went. */
export function FileEvent(props: {
  readonly of: PageRequest;
  readonly today: string;
  readonly onChanged: (request: PageRequest) => void;
}): JSX.Element {
  const [what, setWhat] = createSignal<What>(likely[props.of.state] ?? props.of.may[0] ?? "closed");
  const [failure, setFailure] = createSignal<Failure>();
  const [done, setDone] = createSignal<Done>();
  const [busy, setBusy] = createSignal(false);
  const earliest = createMemo(() => props.of.request.events.at(-1)?.on ?? "");
  const submit = async (event: SubmitEvent & { readonly currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    const form = event.currentTarget;
    setBusy(true);
    setFailure(undefined);
    setDone(undefined);
    try {
      const filed = await file(props.of.id, what(), new FormData(form));
      const { request } = filed;
      setDone(filed);
      props.onChanged(request);
      form.reset();
      setWhat(likely[request.state] ?? request.may[0] ?? "closed");
    } catch (error) {
      setFailure(failureIn(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <section class="card column no-print" aria-labelledby="rights-file">
      <h2 id="rights-file">{t("rights.file")}</h2>
      <form class="traffic-letter" onSubmit={(event) => void submit(event)}>
        <label>
          {t("rights.file.what")}
          <select name="what" value={what()} onChange={({ currentTarget: { value } }) => setWhat(value as What)}>
            <For each={props.of.may}>
              {(each) => (
                <option value={each} selected={each === what()}>
                  {t(`rights.event.${each}`)}
                </option>
              )}
            </For>
          </select>
        </label>
        <label>
          {t(what() === "sent" ? "rights.file.onSent" : "rights.file.on")}
          <input
            type="date"
            name="on"
            required
            min={earliest()}
            max={laterOf(props.today, earliest())}
            value={laterOf(props.today, earliest())}
          />
        </label>
        <Show when={!bare.includes(what())}>
          <Show when={what() !== "sent"}>
            <label class="whole">
              {t("rights.file.note")} ({t("traffic.letter.optional")})
              <textarea name="note" rows="2" maxlength={5000} aria-describedby="rights-note" />
              <span id="rights-note">{t("rights.file.noteAbout")}</span>
            </label>
          </Show>
          <label class="whole">
            {t("rights.file.file")} ({t("traffic.letter.optional")})
            <input type="file" name="file" aria-describedby="rights-kept" />
            <span id="rights-kept">{t("rights.file.kept")}</span>
          </label>
        </Show>
        <button type="submit" class="button" disabled={busy()}>
          {t("rights.file.do")}
        </button>
      </form>
      <Show when={failure()}>{(each) => <Failed failure={each()} />}</Show>
      <div aria-live="polite">
        <Show when={done()}>
          {(filed) => (
            <>
              <p class="notice good">
                {filed().tooLarge
                  ? t("rights.file.tooLarge", { size: formatBytes(mostAnswer) })
                  : t("rights.file.done")}
              </p>
              <Show when={filed().unnoted}>
                {(sentence) => (
                  <p class="notice ask">
                    <Phrase of={sentence()} />
                  </p>
                )}
              </Show>
            </>
          )}
        </Show>
      </div>
    </section>
  );
}

/** Sends a file that belongs to an event. @throws ApiError */
export async function sendAnswer(id: number, event: number, given: File): Promise<Changed> {
  const name = encodeURIComponent(given.name);
  return await ask<Changed>(`/rights/files?request=${id}&event=${event}&name=${name}`, { body: given });
}

interface Done extends Changed {
  readonly tooLarge: boolean;
}

async function file(id: number, what: What, given: FormData): Promise<Done> {
  const body = { what, on: String(given.get("on") ?? ""), note: String(given.get("note") ?? "").trim() };
  const filed = await ask<Changed>(`/rights/requests/${id}/events`, { body });
  const chosen = given.get("file");
  if (!(chosen instanceof File) || chosen.size === 0) return { ...filed, tooLarge: false };
  if (chosen.size > mostAnswer) return { ...filed, tooLarge: true };
  const kept = await sendAnswer(id, filed.request.request.events.length - 1, chosen);
  return { ...kept, unnoted: filed.unnoted ?? kept.unnoted, tooLarge: false };
}

const laterOf = (one: string, other: string): string => (one > other ? one : other);

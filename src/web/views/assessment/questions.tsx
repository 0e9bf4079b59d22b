import { createSignal, For, type JSX, Show } from "solid-js";
import type { ControlResult } from "../../../core/assessment.ts";
import { type Failure, failureIn } from "../../api.ts";
import { controlSaid } from "../../control-texts.ts";
import { formatDay, t } from "../../i18n.ts";
import { Failed } from "../../parts/loading.tsx";
import { SaidText } from "../../parts/said.tsx";
import type { Assessed } from "./view.tsx";

/** What no check decided and a person can tell. */
export function Questions(props: { readonly of: Assessed }): JSX.Element {
  const asked = () =>
    props.of.kept.assessment.results.filter(({ question, basis }) => question !== null && basis !== "checks");
  const open = () => asked().filter(({ answer }) => answer === null).length;
  return (
    <Show when={asked().length > 0}>
      <details class="card column edge unknown questions">
        <summary>
          <h2>{t("questions.title", { open: open(), count: asked().length })}</h2>
        </summary>
        <p class="soft">{t("questions.about")}</p>
        <ul class="asked">
          <For each={asked()}>
            {(result) => (
              <li>
                <AnswerForm of={props.of} result={result} />
              </li>
            )}
          </For>
        </ul>
      </details>
    </Show>
  );
}

const answers = ["yes", "no", "does-not-apply"] as const;

/** One question with its answers; pressing one keeps it at once. */
export function AnswerForm(props: { readonly of: Assessed; readonly result: ControlResult }): JSX.Element {
  const [busy, setBusy] = createSignal(false);
  const [failure, setFailure] = createSignal<Failure>();
  const [note, setNote] = createSignal<string>();
  const given = () => props.result.answer;
  const keep = async (answer: (typeof answers)[number] | null) => {
    if (busy()) return;
    setBusy(true);
    setFailure(undefined);
    try {
      const text = answer === null ? "" : (note() ?? given()?.note ?? "").trim();
      await props.of.answer(props.result.id, answer, text === "" ? null : text.slice(0, 500));
      setNote(undefined);
    } catch (error) {
      setFailure(failureIn(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <fieldset class="answer" aria-busy={busy()}>
      <legend>
        <SaidText said={controlSaid(props.result.question ?? "")} /> <span class="soft nowrap">{props.result.id}</span>
      </legend>
      <div class="row wrap">
        <For each={answers}>
          {(answer) => (
            <button
              type="button"
              class="button quiet"
              aria-pressed={given()?.answer === answer}
              onClick={() => void keep(answer)}
            >
              {t(`questions.${answer}`)}
            </button>
          )}
        </For>
        <Show when={given()}>
          {(answer) => (
            <>
              <span class="soft" role="status">
                {t("questions.answered")}
                {answer().on ? ` · ${formatDay(Date.parse(answer().on ?? ""))}` : ""}
              </span>
              <button type="button" class="button quiet small no-print" onClick={() => void keep(null)}>
                {t("questions.back")}
              </button>
            </>
          )}
        </Show>
      </div>
      <Show when={given()}>
        {(answer) => (
          <div class="row wrap note">
            <label class="grow">
              <span class="visually-hidden">{t("questions.note")}</span>
              <input
                type="text"
                maxlength="500"
                placeholder={t("questions.note")}
                value={note() ?? answer().note ?? ""}
                onInput={(event) => setNote(event.currentTarget.value)}
              />
            </label>
            <Show when={note() !== undefined && note() !== (answer().note ?? "")}>
              <button type="button" class="button quiet" onClick={() => void keep(answer().answer)}>
                {t("questions.keepNote")}
              </button>
            </Show>
          </div>
        )}
      </Show>
      <Show when={failure()}>{(wrong) => <Failed failure={wrong()} />}</Show>
    </fieldset>
  );
}

import { For, type JSX, Show } from "solid-js";
import type { ChangeRecord, ChangeResult, ChangeOutcome as Outcome } from "../../centre/change-records.ts";
import type { ActionCall } from "../../core/action.ts";
import { t } from "../i18n.ts";
import { Sentences } from "./change-plan.tsx";
import { Phrase } from "./said.tsx";

const words = {
  done: "change.done",
  refused: "change.notDone",
  partly: "change.partly",
  "not-verified": "change.notVerified",
  "not-run": "change.notDone",
} as const;

/** What became of changes as it was seen on the phone, those with one fate together; what else would do, and the way back. */
export function ChangeOutcome(props: {
  readonly record: ChangeRecord;
  readonly busy: boolean;
  /** Left out where the way back is not offered here. */
  readonly onUndo?: () => void;
  readonly onOther?: (calls: readonly ActionCall[]) => void;
}): JSX.Element {
  const results = () => props.record.results ?? [];
  const back = () => props.record.body.do === "undo";
  const other = () => results().flatMap(({ next, outcome }) => (outcome === "refused" && next ? [next] : []));
  return (
    <>
      <div role="status">
        <For each={byFate(props.record)}>
          {({ outcome, reason, advice, about }) => (
            <div class={`notice ${outcome === "done" ? "good" : "ask"}`}>
              <p>
                <strong>{back() && outcome === "done" ? t("change.undone") : t(words[outcome])}</strong>
              </p>
              <Show when={reason}>
                {(sentence) => (
                  <p>
                    <Phrase of={sentence()} />
                  </p>
                )}
              </Show>
              <Show when={advice}>
                {(sentence) => (
                  <p>
                    <Phrase of={sentence()} />
                  </p>
                )}
              </Show>
              <Sentences of={about} />
            </div>
          )}
        </For>
      </div>
      <Show when={props.onOther && !back() && other().length > 0}>
        <div class="notice ask">
          <p>{t("change.otherWay", { count: other().length })}</p>
          <button type="button" class="button quiet" onClick={() => props.onOther?.(other())}>
            {t("change.showOther")}
          </button>
        </div>
      </Show>
      <Show
        when={props.onUndo && !back() && results().some(({ outcome }) => outcome === "done" || outcome === "partly")}
      >
        <button type="button" class="button quiet" disabled={props.busy} onClick={() => props.onUndo?.()}>
          {t("change.undo")}
        </button>
      </Show>
    </>
  );
}

interface Fate extends Pick<ChangeResult, "reason" | "advice"> {
  readonly outcome: Outcome;
  readonly about: readonly string[];
}

/** The changes of a record by what became of them. A record without results was interrupted: what of it ran is not known. */
function byFate({ body, results }: ChangeRecord): readonly Fate[] {
  const groups = new Map<string, Fate & { readonly about: string[] }>();
  for (const [i, { about }] of body.changes.entries()) {
    const { outcome, reason, advice } = results?.[i] ?? {
      outcome: "not-verified" as const,
      reason: null,
      advice: null,
    };
    const key = `${outcome}\n${reason}\n${advice}`;
    const group = groups.get(key) ?? { outcome, reason, advice, about: [] };
    group.about.push(about);
    groups.set(key, group);
  }
  return [...groups.values()];
}

import { createSignal, For, type JSX, Show } from "solid-js";
import type { ChangePlan } from "../../centre/changes.ts";
import type { ActionCall } from "../../core/action.ts";
import { commandLine } from "../../core/source.ts";
import { t } from "../i18n.ts";
import { Phrase } from "./said.tsx";

/** Sentences that are shown at first. */
const shownFirst = 10;

/** What a plan would do with its commands, what is so already, and what the phone does not allow, with the other means that there are. */
export function PlanPreview(props: {
  readonly plan: ChangePlan;
  readonly onOther: (calls: readonly ActionCall[]) => void;
}): JSX.Element {
  const commands = (of: "run" | "undo") =>
    props.plan.changes
      .flatMap(({ steps }) => steps.flatMap((step) => (of === "run" ? [step.run] : (step.undo ?? []))))
      .map(commandLine)
      .join("\n");
  const already = () => props.plan.plannings.filter(({ planning }) => planning.state === "done").length;
  const other = () =>
    props.plan.plannings.flatMap(({ planning }) =>
      planning.state === "refused" && planning.next ? [planning.next] : [],
    );
  const withOther = () =>
    props.plan.plannings.flatMap(({ call, planning }) => {
      if (planning.state === "planned") return [call];
      return planning.state === "refused" && planning.next ? [planning.next] : [];
    });
  return (
    <>
      <Show when={props.plan.changes.length > 0}>
        <h3>{t("change.preview")}</h3>
        <Sentences of={props.plan.changes.map(({ about }) => about)} />
        <details>
          <summary>{t("change.commands")}</summary>
          <pre tabindex="0">{commands("run")}</pre>
          <p class="soft">{t("change.undoCommands")}</p>
          <pre tabindex="0">{commands("undo")}</pre>
        </details>
      </Show>
      <Show when={already() > 0}>
        <p>{already() === 1 ? t("change.already") : t("change.alreadyMany", { count: already() })}</p>
      </Show>
      <For each={notPlanned(props.plan)}>
        {({ why, advice, about, known }) => (
          <div class="notice">
            <p>
              <strong>{t(known ? "change.refused" : "change.unknown")}:</strong> <Phrase of={why} />
            </p>
            <Show when={advice}>
              {(words) => (
                <p>
                  <Phrase of={words()} />
                </p>
              )}
            </Show>
            <Show when={about.length > 1 || props.plan.plannings.length > 1}>
              <Sentences of={about} />
            </Show>
          </div>
        )}
      </For>
      <Show when={other().length > 0}>
        <div class="notice ask">
          <p>{t("change.otherWay", { count: other().length })}</p>
          <button
            type="button"
            class={`button ${props.plan.changes.length > 0 ? "quiet" : ""}`}
            onClick={() => props.onOther(withOther())}
          >
            {t("change.showOther")}
          </button>
        </div>
      </Show>
    </>
  );
}

/** Sentences of the server; the first of many, and the rest on demand. */
export function Sentences(props: { readonly of: readonly string[] }): JSX.Element {
  const [all, setAll] = createSignal(false);
  const shown = () => (all() ? props.of : props.of.slice(0, shownFirst));
  return (
    <>
      <ul>
        <For each={shown()}>
          {(sentence) => (
            <li>
              <Phrase of={sentence} />
            </li>
          )}
        </For>
      </ul>
      <Show when={props.of.length > shown().length}>
        <button type="button" class="button quiet" onClick={() => setAll(true)}>
          {t("findings.more", { count: props.of.length - shown().length })}
        </button>
      </Show>
    </>
  );
}

/** What is not to be made, by why; the same reason once. */
function notPlanned({ plannings }: ChangePlan) {
  const groups = new Map<
    string,
    { readonly why: string; readonly advice: string | undefined; readonly known: boolean; readonly about: string[] }
  >();
  for (const { planning } of plannings) {
    if (planning.state !== "refused" && planning.state !== "unknown") continue;
    const known = planning.state === "refused";
    const [why, advice] = known ? [planning.refused, planning.advice] : [planning.reason, undefined];
    const group = groups.get(why) ?? { why, advice, known, about: [] };
    group.about.push(planning.about);
    groups.set(why, group);
  }
  return [...groups.values()];
}

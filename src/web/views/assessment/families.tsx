import { createSignal, For, type JSX, Show } from "solid-js";
import { type ControlResult, type ControlState, controlStates } from "../../../core/assessment.ts";
import { controlSaid } from "../../control-texts.ts";
import { formatNumber, t } from "../../i18n.ts";
import { Icon } from "../../parts/icon.tsx";
import { SaidText } from "../../parts/said.tsx";
import { ControlRow } from "./control.tsx";
import type { Assessed } from "./view.tsx";
import { stateIcons, stateTones } from "./words.ts";

/** All controls by family, folded; where only one state is asked for, those families are open. */
export function Families(props: {
  readonly of: Assessed;
  readonly only: ControlState | null;
  readonly onAll: () => void;
}): JSX.Element {
  const [open, setOpen] = createSignal(false);
  const results = () =>
    props.of.kept.assessment.results.filter(({ state }) => props.only === null || state === props.only);
  const families = () => props.of.kept.families.filter(({ id }) => results().some(({ family }) => family === id));
  return (
    <section aria-labelledby="assessment-controls">
      <div class="row wrap heading section">
        <h2 id="assessment-controls" class="grow">
          {props.only === null
            ? t("assessment.all")
            : t("assessment.only", { state: t(`control.${props.only}`).toLocaleLowerCase() })}
        </h2>
        <Show
          when={props.only === null}
          fallback={
            <button type="button" class="button quiet no-print" onClick={() => props.onAll()}>
              {t("assessment.showAll")}
            </button>
          }
        >
          <button type="button" class="button quiet no-print" onClick={() => setOpen(!open())}>
            {t(open() ? "assessment.closeAll" : "assessment.openAll")}
          </button>
        </Show>
      </div>
      <Show when={families().length > 0} fallback={<p>{t("assessment.noneOfState")}</p>}>
        <For each={families()}>
          {(family) => (
            <Family
              of={props.of}
              title={family.title}
              results={results().filter((result) => result.family === family.id)}
              open={open() || props.only !== null}
            />
          )}
        </For>
      </Show>
    </section>
  );
}

function Family(props: {
  readonly of: Assessed;
  readonly title: string;
  readonly results: readonly ControlResult[];
  readonly open: boolean;
}): JSX.Element {
  const counts = () =>
    controlStates
      .map((state) => ({ state, count: props.results.filter((result) => result.state === state).length }))
      .filter(({ count }) => count > 0);
  return (
    <details class={`card family edge ${stateTones[counts()[0]?.state ?? "satisfied"]}`} open={props.open}>
      <summary>
        <h3>
          <SaidText said={controlSaid(props.title)} />
        </h3>
        <span class="family-counts">
          <For each={counts()}>
            {({ state, count }) => (
              <span class={`mark ${stateTones[state]}`}>
                <Icon name={stateIcons[state]} />
                {formatNumber(count)}
                <span class="visually-hidden"> {t(`control.${state}`)}</span>
              </span>
            )}
          </For>
        </span>
      </summary>
      <ul class="controls">
        <For each={props.results}>{(result) => <ControlRow of={props.of} result={result} />}</For>
      </ul>
    </details>
  );
}

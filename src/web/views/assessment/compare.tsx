import { createResource, createSignal, For, type JSX, Show } from "solid-js";
import type { AssessmentComparison } from "../../../centre/assess.ts";
import type { ClaimVerdict, ControlState } from "../../../core/assessment.ts";
import { ask } from "../../api.ts";
import { controlSaid } from "../../control-texts.ts";
import { formatTime, t } from "../../i18n.ts";
import { Fetched } from "../../parts/fetched.tsx";
import { SaidText } from "../../parts/said.tsx";
import { ControlMark, VerdictMark } from "./marks.tsx";
import type { Assessed } from "./view.tsx";

/** Which controls stand otherwise than in an earlier examination of the same phone. */
export function CompareAssessment(props: { readonly of: Assessed }): JSX.Element {
  const [other, setOther] = createSignal("");
  const earlier = () => props.of.kept.earlier;
  const asked = () => {
    const { id, traffic, kept } = props.of;
    if (other() === "") return undefined;
    const query = { profile: kept.assessment.profile.id, before: other(), ...(traffic !== null && { traffic }) };
    return `/examinations/${encodeURIComponent(id)}/assessment/comparison?${new URLSearchParams(query)}`;
  };
  const [compared, { refetch }] = createResource(asked, (path) => ask<AssessmentComparison>(path));
  return (
    <section class="card column" aria-labelledby="assessment-compare">
      <h2 id="assessment-compare">{t("assessment.compare")}</h2>
      <Show when={earlier().length > 0} fallback={<p class="soft">{t("assessment.compareNone")}</p>}>
        <label class="no-print">
          {t("assessment.compareWith")}{" "}
          <select onChange={(event) => setOther(event.currentTarget.value)}>
            <option value="">{t("assessment.compareChoose")}</option>
            <For each={earlier()}>
              {({ id, takenAt, keptAt }) => (
                <option value={id} selected={id === other()}>
                  {formatTime(takenAt ?? keptAt)}
                </option>
              )}
            </For>
          </select>
        </label>
        <Show when={other() !== ""}>
          <Fetched from={compared} again={() => void refetch()}>
            {(found) => <Compared comparison={found()} />}
          </Fetched>
        </Show>
      </Show>
    </section>
  );
}

function Compared(props: { readonly comparison: AssessmentComparison }): JSX.Element {
  const { comparison } = props;
  const changes = () => comparison.controls.length + comparison.claims.length;
  return (
    <div role="status">
      <p>
        {changes() === 0
          ? t("assessment.compareSame")
          : t("assessment.compareResult", { count: comparison.controls.length, same: comparison.same })}
      </p>
      <Show when={changes() > 0}>
        <section class="scroller" aria-label={t("assessment.compare")} tabindex="0">
          <table>
            <thead>
              <tr>
                <th scope="col">{t("assessment.all")}</th>
                <th scope="col">{t("assessment.before")}</th>
                <th scope="col">{t("assessment.after")}</th>
              </tr>
            </thead>
            <tbody>
              <For each={comparison.claims}>
                {({ promise, before, after }) => (
                  <tr>
                    <th scope="row">
                      <SaidText said={controlSaid(promise)} />
                    </th>
                    <td>
                      <MaybeVerdict of={before} />
                    </td>
                    <td>
                      <MaybeVerdict of={after} />
                    </td>
                  </tr>
                )}
              </For>
              <For each={comparison.controls}>
                {({ id, title, before, after }) => (
                  <tr>
                    <th scope="row">
                      <SaidText said={controlSaid(title)} /> <span class="soft nowrap">{id}</span>
                    </th>
                    <td>
                      <MaybeState of={before} />
                    </td>
                    <td>
                      <MaybeState of={after} />
                    </td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </section>
      </Show>
    </div>
  );
}

function MaybeState(props: { readonly of: ControlState | null }): JSX.Element {
  return (
    <Show when={props.of} fallback={t("control.absent")}>
      {(state) => <ControlMark state={state()} />}
    </Show>
  );
}

function MaybeVerdict(props: { readonly of: ClaimVerdict | null }): JSX.Element {
  return (
    <Show when={props.of} fallback={t("control.absent")}>
      {(verdict) => <VerdictMark verdict={verdict()} />}
    </Show>
  );
}

import { createEffect, createResource, createSignal, type JSX, on, Show } from "solid-js";
import { createStore, reconcile } from "solid-js/store";
import type { KeptAssessment } from "../../../centre/assess-kept.ts";
import type { ControlState } from "../../../core/assessment.ts";
import { ask, type Failure, failureIn } from "../../api.ts";
import { t } from "../../i18n.ts";
import { Failed, Loading } from "../../parts/loading.tsx";
import type { Examined } from "../examination.tsx";
import { Claims } from "./claims.tsx";
import { CompareAssessment } from "./compare.tsx";
import { Counts } from "./counts.tsx";
import { Families } from "./families.tsx";
import { AssessmentFiles } from "./files.tsx";
import { Preload } from "./preload.tsx";
import { ProfileChoice, type ProfileList, Scope } from "./profiles.tsx";
import { Questions } from "./questions.tsx";
import { TrafficChoice } from "./traffic-choice.tsx";
import "../../style/tables.css";
import "../../style/assessment.css";

/** What a view of an assessment works with. */
export interface Assessed {
  readonly id: string;
  readonly examined: Examined;
  readonly kept: KeptAssessment;
  /** A report on traffic that is taken into account. */
  readonly traffic: string | null;
  /** Keeps an answer by hand and judges anew. @throws ApiError */
  readonly answer: (control: string, answer: string | null, note: string | null) => Promise<void>;
}

/** An examination held against a profile; `item` is the profile. */
export default function AssessmentView(props: {
  readonly id: string;
  readonly examined: Examined;
  readonly item: string | undefined;
}): JSX.Element {
  const profile = () => props.item ?? "owner";
  const path = () => `/examinations/${encodeURIComponent(props.id)}`;
  const [profiles] = createResource(() => ask<ProfileList>("/profiles"));
  const [traffic, setTraffic] = createSignal<string | null>(null);
  const [only, setOnly] = createSignal<ControlState | null>(null);
  const [failure, setFailure] = createSignal<Failure>();
  // What did not change stays the same object, so that nothing that is open closes, and no focus is lost, when an answer is given.
  const [held, hold] = createStore<{ kept: KeptAssessment | null }>({ kept: null });
  const load = async () => {
    const asked = new URLSearchParams({ profile: profile(), ...(traffic() !== null && { traffic: traffic() ?? "" }) });
    try {
      const kept = await ask<KeptAssessment>(`${path()}/assessment?${asked}`);
      if (kept.assessment.profile.id !== profile()) return;
      hold("kept", reconcile(kept, { key: "id", merge: true }));
      setFailure(undefined);
    } catch (error) {
      setFailure(failureIn(error));
    }
  };
  createEffect(on([() => props.id, profile, traffic], () => void load()));
  createEffect(on(profile, () => setOnly(null)));
  const answer: Assessed["answer"] = async (control, said, note) => {
    await ask(`${path()}/answers`, { method: "PUT", body: { control, answer: said, note } });
    await load();
  };
  return (
    <div class="assessment">
      <h1>{t("assessment.title")}</h1>
      <p class="soft lead">{t("assessment.lead")}</p>
      <Show when={profiles.latest}>
        {(list) => (
          <ProfileChoice list={list().profiles} chosen={profile()} base={`/e/${encodeURIComponent(props.id)}`} />
        )}
      </Show>
      <Show when={failure()}>{(wrong) => <Failed failure={wrong()} again={() => void load()} />}</Show>
      <Show
        when={held.kept}
        fallback={
          <Show when={!failure()}>
            <Loading />
          </Show>
        }
      >
        {(kept) => {
          const assessed: Assessed = {
            get id() {
              return props.id;
            },
            get examined() {
              return props.examined;
            },
            get kept() {
              return kept();
            },
            get traffic() {
              return traffic();
            },
            answer,
          };
          return (
            <>
              <Counts assessment={kept().assessment} only={only()} onOnly={setOnly} />
              <TrafficChoice chosen={traffic()} onChoose={setTraffic} needed={needsTraffic(kept())} />
              <Show when={only() === null}>
                <Claims of={assessed} />
                <Questions of={assessed} />
              </Show>
              <Families of={assessed} only={only()} onAll={() => setOnly(null)} />
              <CompareAssessment of={assessed} />
              <Preload assessment={kept().assessment} />
              <AssessmentFiles of={assessed} pdf={profiles.latest?.pdf === true} />
              <Scope assessment={kept().assessment} />
            </>
          );
        }}
      </Show>
    </div>
  );
}

/** Whether a control of the profile asks what only records of traffic show: no check of the report answers it. */
function needsTraffic({ controls, assessment }: KeptAssessment): boolean {
  const asked = new Set(controls.flatMap(({ asks }) => asks.map(({ check }) => check)));
  return assessment.results.some(({ evidence }) =>
    evidence.some(({ check }) => asked.has(check) && check.startsWith("traffic:")),
  );
}

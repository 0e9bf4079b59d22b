import { For, type JSX, Show } from "solid-js";
import { type ClaimResult, type ControlResult, controlStates } from "../../../core/assessment.ts";
import { controlSaid } from "../../control-texts.ts";
import { t } from "../../i18n.ts";
import { SaidText } from "../../parts/said.tsx";
import { ControlMark, VerdictMark } from "./marks.tsx";
import type { Assessed } from "./view.tsx";
import { stateTones, verdictStates } from "./words.ts";

/** Each promise of the maker: verified, contradicted, or not determinable, and by which controls. */
export function Claims(props: { readonly of: Assessed }): JSX.Element {
  const assessment = () => props.of.kept.assessment;
  return (
    <Show when={assessment().claims.length > 0}>
      <section aria-labelledby="assessment-claims">
        <h2 class="section" id="assessment-claims">
          {t("claims.title")}
        </h2>
        <ul class="cards two">
          <For each={assessment().claims}>{(claim) => <Claim claim={claim} results={assessment().results} />}</For>
        </ul>
      </section>
    </Show>
  );
}

function Claim(props: { readonly claim: ClaimResult; readonly results: readonly ControlResult[] }): JSX.Element {
  const named = (ids: readonly string[]) => props.results.filter(({ id }) => ids.includes(id));
  const own = () =>
    named(props.claim.controls).sort((a, b) => controlStates.indexOf(a.state) - controlStates.indexOf(b.state));
  const owners = () => named(props.claim.ownersPart ?? []).filter(({ state }) => state === "not-satisfied");
  const isExcused = () =>
    props.claim.verdict === "not-determinable" && own().some(({ state }) => state === "not-satisfied");
  return (
    <li class={`card column edge ${stateTones[verdictStates[props.claim.verdict]]}`}>
      <VerdictMark verdict={props.claim.verdict} />
      <h3>
        <SaidText said={controlSaid(props.claim.promise)} />
      </h3>
      <p class="soft">
        <SaidText said={controlSaid(props.claim.about)} />
      </p>
      <ul class="claim-controls">
        <For each={own()}>{(result) => <ClaimControl result={result} />}</For>
      </ul>
      <Show when={own().every(({ state }) => state === "not-applicable")}>
        <p>{t("claims.noneArises")}</p>
      </Show>
      <Show when={isExcused() && owners().length > 0}>
        <p>{t("claims.ownersPart")}</p>
        <ul class="claim-controls">
          <For each={owners()}>{(result) => <ClaimControl result={result} />}</For>
        </ul>
      </Show>
    </li>
  );
}

function ClaimControl(props: { readonly result: ControlResult }): JSX.Element {
  return (
    <li>
      <ControlMark state={props.result.state} />
      <span>
        <SaidText said={controlSaid(props.result.title)} /> <span class="soft nowrap">{props.result.id}</span>
      </span>
    </li>
  );
}

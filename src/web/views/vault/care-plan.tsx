import { For, type JSX, onMount, Show } from "solid-js";
import type { VaultForgetPlan, VaultKeepDecision } from "../../../centre/vault-page.ts";
import { t } from "../../i18n.ts";
import { Icon } from "../../parts/icon.tsx";
import { snapshotSaid, snapshotTime } from "./care-words.ts";

/** So many that stay are in sight at once. */
const few = 8;

/** Every snapshot, with why it stays or that it goes: what is agreed to is this list. */
export function ForgetPlanView(props: {
  readonly of: VaultForgetPlan;
  /** There are copies of the vault elsewhere. */
  readonly copied: boolean;
  readonly busy: boolean;
  readonly onAgree: () => void;
  readonly onCancel: () => void;
}): JSX.Element {
  let head: HTMLHeadingElement | undefined;
  onMount(() => head?.focus());
  const some = (goes: boolean, journal: boolean) =>
    props.of.decisions.filter((each) => (each.reasons.length === 0) === goes && each.journal === journal);
  const gone = () => some(true, false);
  const stays = () => some(false, false);
  const states = () => some(true, true);
  const isSomething = () => gone().length + states().length > 0;
  return (
    <div class="care-plan">
      <h3
        tabindex="-1"
        ref={(element) => {
          head = element;
        }}
      >
        {t("care.plan")}
      </h3>
      <p>
        <strong>
          {gone().length === 0
            ? t("care.planNone")
            : t("care.planCount", { gone: gone().length, left: stays().length })}
        </strong>
      </p>
      <Show when={gone().length > 0}>
        <ul class="care-list">
          <For each={gone()}>{(each) => <Decision of={each} />}</For>
        </ul>
      </Show>
      <Show when={stays().length > 0}>
        <details open={stays().length <= few}>
          <summary>{t("care.staysHead", { count: stays().length })}</summary>
          <ul class="care-list">
            <For each={stays()}>{(each) => <Decision of={each} />}</For>
          </ul>
        </details>
      </Show>
      <Show when={states().length > 0}>
        <p class="soft">{t("care.states", { count: states().length })}</p>
      </Show>
      <Show when={gone().some(({ hidden }) => hidden)}>
        <p class="notice bad" role="alert">
          {t("care.hidden")}
        </p>
      </Show>
      <Show when={stays().length === 0}>
        <p class="notice bad" role="alert">
          {t("care.nothingLeft")}
        </p>
      </Show>
      <Show when={isSomething()}>
        <p>
          {t("care.planFinal")} <Show when={props.copied}>{t("care.copiesKeep")}</Show>
        </p>
      </Show>
      <div class="row wrap">
        <Show when={isSomething()}>
          <button type="button" class="button danger" disabled={props.busy} onClick={() => props.onAgree()}>
            {gone().length > 0 ? t("care.remove", { count: gone().length }) : t("care.removeStates")}
          </button>
        </Show>
        <button type="button" class="button quiet" onClick={() => props.onCancel()}>
          {t(isSomething() ? "care.cancel" : "work.close")}
        </button>
      </div>
    </div>
  );
}

function Decision(props: { readonly of: VaultKeepDecision }): JSX.Element {
  const goes = () => props.of.reasons.length === 0;
  const why = () =>
    goes()
      ? props.of.hidden
        ? t("care.reason.hidden")
        : ""
      : props.of.reasons.map((reason) => t(`care.reason.${reason}`)).join(", ");
  return (
    <li classList={{ goes: goes() }}>
      <span class={`mark ${goes() ? "high" : "pass"}`}>
        <Icon name={goes() ? "high" : "pass"} />
        {t(goes() ? "care.goes" : "care.stays")}
      </span>
      <span class="grow">
        <strong>{snapshotTime(props.of.snapshot)}</strong>
        <Show when={why() !== ""}>
          {" · "}
          {why()}
        </Show>
        <span class="under">{snapshotSaid(props.of.snapshot)}</span>
      </span>
    </li>
  );
}

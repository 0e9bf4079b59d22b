import { For, type JSX, Show } from "solid-js";
import type { VaultReturned, VaultReturnPlan } from "../../../centre/vault-phone-page.ts";
import { formatBytes, t } from "../../i18n.ts";
import { Icon } from "../../parts/icon.tsx";
import { Phrase } from "../../parts/said.tsx";
import { arrive } from "./arrive.ts";
import { LeftOut } from "./left-out.tsx";
import { PlanFiles } from "./phone-list.tsx";

/** What would be put on the phone, which names are taken there, and what cannot be put there. */
export function ReturnPlanView(props: {
  readonly vault: string;
  readonly plan: VaultReturnPlan;
  readonly onSend: () => void;
  readonly onLeave: () => void;
}): JSX.Element {
  const { plan } = props;
  return (
    <div class="column agreeing" tabindex="-1" ref={arrive}>
      <p role="status">
        <strong>
          {plan.files > 0
            ? t("return.plan", { count: plan.files, size: formatBytes(plan.bytes) })
            : t("return.planNone")}
        </strong>
      </p>
      <Show when={plan.files > 0}>
        <PlanFiles title={`${t("return.list")} (${plan.files})`} path={`/vaults/${props.vault}/return/${plan.plan}`} />
      </Show>
      <Show when={plan.takenCount > 0}>
        <details class="plan-files">
          <summary>{t("return.taken", { count: plan.takenCount })}</summary>
          <ul class="left-out" tabindex="0" aria-label={t("return.taken", { count: plan.takenCount })}>
            <For each={plan.taken}>
              {({ path, found }) => (
                <li>
                  <code>{path}</code>: {t(`return.found.${found}`)}
                </li>
              )}
            </For>
            <Show when={plan.takenCount > plan.taken.length}>
              <li>{t("vault.leftMore", { count: plan.takenCount - plan.taken.length })}</li>
            </Show>
          </ul>
        </details>
        <p class="soft">{t("return.takenAbout")}</p>
      </Show>
      <For each={plan.tight}>
        {({ volume, needs, free }) => (
          <p class="notice" role="note">
            {free === null
              ? t("return.roomUnknown", { volume })
              : t("return.tight", { volume, size: formatBytes(free), needs: formatBytes(needs) })}
          </p>
        )}
      </For>
      <LeftOut of={plan} title={t("return.left", { count: plan.leftCount })} open={plan.files === 0} />
      <div class="row wrap">
        <Show when={plan.files > 0}>
          <button type="button" class="button" onClick={() => props.onSend()}>
            {t("return.do", { count: plan.files })}
          </button>
        </Show>
        <button type="button" class="button quiet" onClick={() => props.onLeave()}>
          {t("change.cancel")}
        </button>
      </div>
    </div>
  );
}

/** What became of a plan: what lies there now, what lay there already, and what not. */
export function ReturnedOutcome(props: { readonly outcome: VaultReturned; readonly onAgain: () => void }): JSX.Element {
  const { outcome } = props;
  return (
    <div class="column agreeing" tabindex="-1" ref={arrive}>
      <section class={`notice ${outcome.returned + outcome.same > 0 ? "good" : ""}`} role="status">
        <p class="row">
          <Show when={outcome.returned > 0} fallback={t("return.doneNone")}>
            <Icon name="pass" />
            <span>{t("return.done", { count: outcome.returned, size: formatBytes(outcome.bytes) })}</span>
          </Show>
        </p>
        <Show when={outcome.same > 0}>
          <p>{t("return.same", { count: outcome.same })}</p>
        </Show>
      </section>
      <Show when={outcome.broken}>
        {(broken) => (
          <section class="notice bad" role="alert">
            <h3>{t("hideFiles.brokenOff")}</h3>
            <Show when={broken().code !== "cancelled"}>
              <p>
                <Phrase of={broken().message} />
              </p>
            </Show>
            <p>{t("return.untouched", { count: outcome.untouched })}</p>
          </section>
        )}
      </Show>
      <LeftOut of={outcome} title={t("return.notPut", { count: outcome.leftCount })} open />
      <div class="row">
        <button type="button" class="button quiet" onClick={() => props.onAgain()}>
          {t("hideFiles.again")}
        </button>
      </div>
    </div>
  );
}

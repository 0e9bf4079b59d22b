import { createSignal, For, type JSX, Show } from "solid-js";
import type { VaultLeftOut } from "../../../centre/vault-page.ts";
import type { VaultHidden, VaultHidePlan } from "../../../centre/vault-phone-page.ts";
import { formatBytes, t } from "../../i18n.ts";
import { Icon } from "../../parts/icon.tsx";
import { SafetyNotice } from "../../parts/safety-notice.tsx";
import { Phrase } from "../../parts/said.tsx";
import { arrive } from "./arrive.ts";
import { LeftOut } from "./left-out.tsx";
import { PlanFiles } from "./phone-list.tsx";

const stays = ({ leftCount }: VaultLeftOut) => t("hideFiles.staysHead", { count: leftCount });

/** The exact list of what would be deleted on the phone, and the word of the person about it. */
export function HidePlanView(props: {
  readonly vault: string;
  readonly plan: VaultHidePlan;
  readonly onDelete: () => void;
  readonly onLeave: () => void;
}): JSX.Element {
  const [agreed, setAgreed] = createSignal(false);
  const count = () => props.plan.files;
  return (
    <div class="column agreeing" tabindex="-1" ref={arrive}>
      <Show
        when={props.plan.problems.length === 0}
        fallback={
          <section class="notice bad" role="alert">
            <h3>{t("hideFiles.problem")}</h3>
            <ul>
              <For each={props.plan.problems}>
                {({ file, message }) => (
                  <li>
                    <code>{file}</code> <Phrase of={message} />
                  </li>
                )}
              </For>
            </ul>
            <p>{t("hideFiles.problemNext")}</p>
          </section>
        }
      >
        <section class={`notice ${count() > 0 ? "good" : ""}`} role="status">
          <p>
            <Show when={count() > 0} fallback={t("hideFiles.none")}>
              <strong>{t("hideFiles.same", { count: count(), size: formatBytes(props.plan.bytes) })}</strong>{" "}
              {t("hideFiles.kept")}
            </Show>
          </p>
        </section>
      </Show>
      <LeftOut of={props.plan} title={stays(props.plan)} />
      <Show
        when={count() > 0}
        fallback={
          <div class="row">
            <button type="button" class="button" onClick={() => props.onLeave()}>
              {t("hideFiles.again")}
            </button>
          </div>
        }
      >
        <PlanFiles
          title={`${t("hideFiles.list")} (${count()})`}
          path={`/vaults/${props.vault}/hide/${props.plan.plan}`}
        />
        <p>{t("hideFiles.honest")}</p>
        <p>{t("hideFiles.changed")}</p>
        <SafetyNotice of="files" />
        <label class="wish agree">
          <input type="checkbox" checked={agreed()} onChange={(event) => setAgreed(event.currentTarget.checked)} />
          <span>{t("hideFiles.agree", { count: count() })}</span>
        </label>
        <div class="row wrap">
          <button type="button" class="button quiet" onClick={() => props.onLeave()}>
            {t("hideFiles.notNow")}
          </button>
          <button type="button" class="button danger" disabled={!agreed()} onClick={() => props.onDelete()}>
            {t("hideFiles.delete", { count: count() })}
          </button>
        </div>
      </Show>
    </div>
  );
}

/** What became of a list that was agreed to: what is gone, what is still there, and what nobody knows. */
export function HiddenOutcome(props: { readonly outcome: VaultHidden; readonly onAgain: () => void }): JSX.Element {
  const { deleted, bytes } = props.outcome;
  return (
    <div class="column agreeing" tabindex="-1" ref={arrive}>
      <section class={`notice ${deleted > 0 ? "good" : ""}`} role="status">
        <p class="row">
          <Show when={deleted > 0} fallback={t("hideFiles.deletedNone")}>
            <Icon name="pass" />
            <span>{t("hideFiles.deleted", { count: deleted, size: formatBytes(bytes) })}</span>
          </Show>
        </p>
        <Show when={deleted > 0}>
          <p>{t("hideFiles.backAgain")}</p>
        </Show>
      </section>
      <BrokenOff of={props.outcome} />
      <LeftOut of={props.outcome} title={stays(props.outcome)} open />
      <div class="row">
        <button type="button" class="button quiet" onClick={() => props.onAgain()}>
          {t("hideFiles.again")}
        </button>
      </div>
    </div>
  );
}

function BrokenOff(props: { readonly of: VaultHidden }): JSX.Element {
  return (
    <Show when={props.of.broken}>
      {(broken) => (
        <section class="notice bad" role="alert">
          <h3>{t("hideFiles.brokenOff")}</h3>
          <p>{broken().code === "cancelled" ? t("vault.stopped") : <Phrase of={broken().message} />}</p>
          <Show when={props.of.inDoubt > 0}>
            <p>{t("hideFiles.inDoubt", { count: props.of.inDoubt })}</p>
          </Show>
          <p>{t("hideFiles.untouched", { count: props.of.untouched })}</p>
        </section>
      )}
    </Show>
  );
}

import { createSignal, createUniqueId, For, type JSX, Match, Show, Switch } from "solid-js";
import type { VaultReturned, VaultReturnPlan } from "../../../centre/vault-phone-page.ts";
import { t } from "../../i18n.ts";
import { Failed } from "../../parts/loading.tsx";
import { PhoneChoice } from "./phone-choice.tsx";
import { PhoneProgress } from "./phone-progress.tsx";
import { ReturnedOutcome, ReturnPlanView } from "./return-plan.tsx";
import type { StagedWork } from "./staged-work.ts";
import "./phone-files.css";

export type ReturnWork = StagedWork<"return-plan" | "return">;

/** Puts files of a snapshot on a phone: where to, what that would do, and what became of it. */
export function ReturnFlow(props: {
  readonly vault: string;
  readonly snapshot: string;
  /** What is to be put there; all where none is named. */
  readonly files: readonly string[];
  /** The folder that is looked at. */
  readonly base: string;
  readonly work: ReturnWork;
  /** Stands above the choice of the phone. */
  readonly children?: JSX.Element;
}): JSX.Element {
  const send = ({ plan, digest }: VaultReturnPlan) =>
    void props.work.start("return", `/vaults/${props.vault}/return/${plan}/send`, { agreed: digest });
  return (
    <>
      <Switch fallback={<Choose {...props} />}>
        <Match when={props.work.running()}>
          {(each) => (
            <PhoneProgress
              running={each()}
              first={props.work.kind() === "return" ? "send" : "look"}
              onStop={props.work.stop}
            />
          )}
        </Match>
        <Match when={props.work.waiting<VaultReturnPlan>("return-plan")}>
          {(plan) => (
            <ReturnPlanView
              vault={props.vault}
              plan={plan()}
              onSend={() => send(plan())}
              onLeave={() => props.work.clear()}
            />
          )}
        </Match>
        <Match when={props.work.result<VaultReturned>("return")}>
          {(outcome) => <ReturnedOutcome outcome={outcome()} onAgain={() => props.work.clear()} />}
        </Match>
      </Switch>
      <Show when={props.work.failure()}>{(each) => <Failed failure={each()} />}</Show>
      <Show when={props.work.state().state === "stopped"}>
        <p class="notice" role="status">
          {t("return.stoppedLook")}
        </p>
      </Show>
    </>
  );
}

const wheres = ["original", "into"] as const;

function Choose(props: Parameters<typeof ReturnFlow>[0]): JSX.Element {
  const id = createUniqueId();
  const [phone, setPhone] = createSignal<string>();
  const [where, setWhere] = createSignal<(typeof wheres)[number]>("original");
  const [into, setInto] = createSignal("/sdcard/Download/Candor");
  const look = (ref: string) => {
    const { vault, snapshot, files, base, work } = props;
    const to = where() === "into" ? { into: into().trim(), base } : {};
    void work.start("return-plan", `/vaults/${vault}/snapshots/${snapshot}/return`, { phone: ref, files, ...to });
  };
  return (
    <>
      {props.children}
      <PhoneChoice label={t("return.to")} value={phone()} disabled={props.work.busy()} onChoose={setPhone}>
        {(ref) => (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              look(ref());
            }}
          >
            <fieldset class="whats">
              <legend>{t("return.where")}</legend>
              <For each={wheres}>
                {(each) => (
                  <label class="wish">
                    <input type="radio" name={id} checked={where() === each} onChange={() => setWhere(each)} />
                    <span>{t(`return.${each}`)}</span>
                  </label>
                )}
              </For>
            </fieldset>
            <Show when={where() === "into"} fallback={<p class="soft hint">{t("return.originalHint")}</p>}>
              <div class="field">
                <label for={`${id}-into`}>{t("return.intoPath")}</label>
                <input
                  type="text"
                  id={`${id}-into`}
                  class="mono"
                  required
                  maxlength="1000"
                  autocapitalize="off"
                  autocomplete="off"
                  spellcheck={false}
                  aria-describedby={`${id}-hint`}
                  value={into()}
                  onInput={(event) => setInto(event.currentTarget.value)}
                />
                <p class="soft hint" id={`${id}-hint`}>
                  {t("return.intoHint")}
                </p>
              </div>
            </Show>
            <button type="submit" class="button" disabled={props.work.busy() || props.snapshot === ""}>
              {t("return.look")}
            </button>
          </form>
        )}
      </PhoneChoice>
    </>
  );
}

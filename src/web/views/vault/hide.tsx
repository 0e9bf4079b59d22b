import { createEffect, createSignal, createUniqueId, For, type JSX, Match, Show, Switch } from "solid-js";
import type { VaultEstimate } from "../../../centre/vault-page.ts";
import type { VaultHidden, VaultHidePlan } from "../../../centre/vault-phone-page.ts";
import { t } from "../../i18n.ts";
import { Failed } from "../../parts/loading.tsx";
import { SafetyNotice } from "../../parts/safety-notice.tsx";
import { Estimate } from "./actions.tsx";
import { HiddenOutcome, HidePlanView } from "./hide-plan.tsx";
import { PhoneChoice } from "./phone-choice.tsx";
import { PhoneProgress } from "./phone-progress.tsx";
import { type StagedWork, useStagedWork } from "./staged-work.ts";
import "./phone-files.css";

/** Hides files of a phone: into the vault, compared on both sides, and deleted on the phone when the list of them was agreed to. */
export default function HideFiles(props: { readonly vault: string; readonly onEnd: () => void }): JSX.Element {
  const work = useStagedWork(props.vault, ["hide", "delete"], {
    takesUp: ["hide", "delete"],
    onEnd: () => props.onEnd(),
  });
  const state = () => work.state();
  const [isOpen, setOpen] = createSignal(false);
  // What goes on is in sight; what somebody folds away afterwards stays folded.
  createEffect(() => {
    if (state().state !== "idle") setOpen(true);
  });
  const remove = ({ plan, digest }: VaultHidePlan) =>
    void work.start("delete", `/vaults/${props.vault}/hide/${plan}/delete`, { agreed: digest });
  return (
    <details class="card column hide-files" open={isOpen()} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t("hideFiles.title")}</summary>
      <Show when={isOpen()}>
        <p>{t("hideFiles.about")}</p>
        <Switch fallback={<Choose vault={props.vault} work={work} />}>
          <Match when={work.running()}>
            {(each) => (
              <PhoneProgress
                running={each()}
                first={work.kind() === "delete" ? "delete" : "estimate"}
                {...(work.kind() === "delete" && { hint: t("hideFiles.stopDelete") })}
                onStop={work.stop}
              />
            )}
          </Match>
          <Match when={work.waiting<VaultHidePlan>("hide")}>
            {(plan) => (
              <HidePlanView vault={props.vault} plan={plan()} onDelete={() => remove(plan())} onLeave={work.clear} />
            )}
          </Match>
          <Match when={work.result<VaultHidden>("delete")}>
            {(outcome) => <HiddenOutcome outcome={outcome()} onAgain={work.clear} />}
          </Match>
        </Switch>
        <Show when={work.failure()}>{(each) => <Failed failure={each()} />}</Show>
        <Show when={state().state === "stopped"}>
          <p class="notice" role="status">
            {t("hideFiles.stoppedLook")}
          </p>
        </Show>
      </Show>
    </details>
  );
}

/** What can be hidden, and how it is asked for. */
const kinds = [
  ["photos", ["photos"]],
  ["files", ["files", "/sdcard/Documents", "/sdcard/Download"]],
  ["folder", []],
] as const;
type Kind = (typeof kinds)[number][0];

function Choose(props: { readonly vault: string; readonly work: StagedWork<"hide" | "delete"> }): JSX.Element {
  const id = createUniqueId();
  const [phone, setPhone] = createSignal<string>();
  const [wanted, setWanted] = createSignal<readonly Kind[]>(["photos"]);
  const [path, setPath] = createSignal("");
  const [estimate, setEstimate] = createSignal<VaultEstimate>();
  const looking = useStagedWork(props.vault, ["estimate"], { takesUp: "nothing", onEnd: () => undefined });
  const words = () => {
    const folder = wanted().includes("folder") ? ["files", path().trim()] : [];
    return [...kinds.flatMap(([kind, asked]) => (wanted().includes(kind) ? asked : [])), ...folder];
  };
  const toggle = (kind: Kind) => {
    setEstimate(undefined);
    setWanted(wanted().includes(kind) ? wanted().filter((each) => each !== kind) : [...wanted(), kind]);
  };
  const mayLook = () =>
    !props.work.busy() &&
    !looking.busy() &&
    wanted().length > 0 &&
    (!wanted().includes("folder") || path().trim().startsWith("/"));
  const see = async (ref: string) => {
    setEstimate(undefined);
    const end = await looking.start("estimate", `/vaults/${props.vault}/pull/estimate`, { phone: ref, what: words() });
    if (end.state === "done") setEstimate(end.result as VaultEstimate);
  };
  return (
    <>
      <SafetyNotice of="files" />
      <PhoneChoice
        label={t("hideFiles.from")}
        value={phone()}
        disabled={props.work.busy()}
        onChoose={(ref) => {
          setEstimate(undefined);
          setPhone(ref);
        }}
      >
        {(ref) => (
          <>
            <fieldset class="whats">
              <legend>{t("hideFiles.what")}</legend>
              <For each={kinds}>
                {([kind]) => (
                  <label class="wish">
                    <input type="checkbox" checked={wanted().includes(kind)} onChange={() => toggle(kind)} />
                    <span>{t(`hideFiles.${kind}`)}</span>
                  </label>
                )}
              </For>
            </fieldset>
            <Show when={wanted().includes("folder")}>
              <div class="field">
                <label for={id}>{t("hideFiles.folderPath")}</label>
                <input
                  type="text"
                  id={id}
                  class="mono"
                  maxlength="1000"
                  autocapitalize="off"
                  autocomplete="off"
                  spellcheck={false}
                  aria-describedby={`${id}-hint`}
                  value={path()}
                  onInput={(event) => {
                    setEstimate(undefined);
                    setPath(event.currentTarget.value);
                  }}
                />
                <p class="soft hint" id={`${id}-hint`}>
                  {t("hideFiles.folderHint")}
                </p>
              </div>
            </Show>
            <Show when={looking.running()}>
              {(each) => <PhoneProgress running={each()} first="estimate" onStop={looking.stop} />}
            </Show>
            <Show when={looking.failure()}>{(each) => <Failed failure={each()} />}</Show>
            <Show when={estimate()}>{(each) => <Estimate of={each()} />}</Show>
            <div class="row wrap">
              <button type="button" class="button quiet" disabled={!mayLook()} onClick={() => void see(ref())}>
                {t("hideFiles.estimate")}
              </button>
              <button
                type="button"
                class="button"
                disabled={!mayLook()}
                onClick={() =>
                  void props.work.start("hide", `/vaults/${props.vault}/hide`, { phone: ref(), what: words() })
                }
              >
                {t("hideFiles.look")}
              </button>
            </div>
            <p class="soft hint">{t("hideFiles.lookHint")}</p>
          </>
        )}
      </PhoneChoice>
    </>
  );
}

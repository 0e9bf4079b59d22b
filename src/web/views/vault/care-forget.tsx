import { createSignal, createUniqueId, For, type JSX, Show } from "solid-js";
import type { SnapshotCard, VaultForgetPlan } from "../../../centre/vault-page.ts";
import { ask, type Failure, failureIn } from "../../api.ts";
import { t } from "../../i18n.ts";
import { Failed } from "../../parts/loading.tsx";
import { ForgetPlanView } from "./care-plan.tsx";
import { snapshotSaid, snapshotTime } from "./care-words.ts";

/** What stays by a rule. */
const numbers = ["last", "daily", "weekly", "monthly", "yearly", "withinDays"] as const;
type Keep = Readonly<Record<(typeof numbers)[number], number>>;
/** Loses little: days for what was changed by mistake, years for what is missed late. */
const usual: Keep = { last: 3, daily: 7, weekly: 5, monthly: 12, yearly: 10, withinDays: 0 };

interface Shown {
  readonly wish: unknown;
  readonly plan: VaultForgetPlan;
}

/** Which snapshots go, by a rule or by hand; agreed to only when each of them was shown. */
export function ForgetSnapshots(props: {
  readonly vault: string;
  readonly snapshots: readonly SnapshotCard[];
  readonly copied: boolean;
  readonly busy: boolean;
  readonly onAgree: (body: unknown) => Promise<void>;
}): JSX.Element {
  const name = createUniqueId();
  const [by, setBy] = createSignal<"rule" | "hand">("rule");
  const [keep, setKeep] = createSignal<Keep>(usual);
  const [chosen, setChosen] = createSignal<readonly string[]>([]);
  const [shown, setShown] = createSignal<Shown>();
  const [failure, setFailure] = createSignal<Failure>();
  let again: HTMLButtonElement | undefined;
  const here = () => props.snapshots.filter(({ id }) => chosen().includes(id)).map(({ id }) => id);
  const wish = () => (by() === "rule" ? { keep: keep() } : { snapshots: here() });
  const isEmpty = () => (by() === "rule" ? numbers.every((each) => keep()[each] === 0) : here().length === 0);
  const see = async (event: Event) => {
    event.preventDefault();
    setFailure(undefined);
    try {
      const wanted = wish();
      setShown({
        wish: wanted,
        plan: await ask<VaultForgetPlan>(`/vaults/${props.vault}/forget/plan`, { body: wanted }),
      });
    } catch (error) {
      setFailure(failureIn(error));
    }
  };
  const agree = async ({ wish: agreedTo, plan }: Shown) => {
    setShown(undefined);
    setChosen([]);
    await props.onAgree({ wish: agreedTo, agreed: plan.digest });
  };
  return (
    <Show
      when={shown()}
      fallback={
        <form onSubmit={(event) => void see(event)}>
          <fieldset class="care-choice">
            <legend>{t("care.how")}</legend>
            <For each={["rule", "hand"] as const}>
              {(each) => (
                <label class="care-option">
                  <input type="radio" name={name} checked={by() === each} onChange={() => setBy(each)} />
                  <span>
                    <strong>{t(each === "rule" ? "care.byRule" : "care.byHand")}</strong>
                    <span class="under">{t(each === "rule" ? "care.byRuleAbout" : "care.byHandAbout")}</span>
                  </span>
                </label>
              )}
            </For>
          </fieldset>
          <Show when={by() === "rule"} fallback={<Pick of={props.snapshots} chosen={chosen()} onChoose={setChosen} />}>
            <Rule of={keep()} onChange={setKeep} />
          </Show>
          <Show when={failure()}>{(each) => <Failed failure={each()} />}</Show>
          <Show when={by() === "rule" && isEmpty()}>
            <p class="said" role="status">
              {t("care.ruleEmpty")}
            </p>
          </Show>
          <button
            type="submit"
            class="button"
            disabled={props.busy || isEmpty() || props.snapshots.length === 0}
            ref={(element) => {
              again = element;
            }}
          >
            {t("care.see")}
          </button>
        </form>
      }
    >
      {(each) => (
        <ForgetPlanView
          of={each().plan}
          copied={props.copied}
          busy={props.busy}
          onAgree={() => void agree(each())}
          onCancel={() => {
            setShown(undefined);
            again?.focus();
          }}
        />
      )}
    </Show>
  );
}

function Rule(props: { readonly of: Keep; readonly onChange: (keep: Keep) => void }): JSX.Element {
  return (
    <fieldset class="care-rule">
      <legend>{t("care.rule")}</legend>
      <For each={numbers}>
        {(each) => (
          <label>
            <input
              type="number"
              min="0"
              max="10000"
              step="1"
              required
              value={props.of[each]}
              onInput={({ currentTarget }) => {
                const value = currentTarget.valueAsNumber;
                props.onChange({ ...props.of, [each]: Number.isInteger(value) && value >= 0 ? value : 0 });
              }}
            />
            <span>{t(`care.keep.${each}`)}</span>
          </label>
        )}
      </For>
    </fieldset>
  );
}

function Pick(props: {
  readonly of: readonly SnapshotCard[];
  readonly chosen: readonly string[];
  readonly onChoose: (ids: readonly string[]) => void;
}): JSX.Element {
  const toggle = (id: string) =>
    props.onChoose(props.chosen.includes(id) ? props.chosen.filter((each) => each !== id) : [...props.chosen, id]);
  return (
    <fieldset class="care-choice care-pick">
      <legend>{t("care.pick")}</legend>
      <For each={props.of}>
        {(each) => (
          <label class="care-option">
            <input type="checkbox" checked={props.chosen.includes(each.id)} onChange={() => toggle(each.id)} />
            <span>
              <strong>{snapshotTime(each)}</strong>
              <span class="under">{snapshotSaid(each)}</span>
            </span>
          </label>
        )}
      </For>
    </fieldset>
  );
}

import { For, type JSX, onMount, Show } from "solid-js";
import type { PermissionRow } from "../../../centre/permission-matrix.ts";
import { type PermissionGoal, type PermissionGroup, permissionGoals } from "../../../centre/permission-words.ts";
import { t } from "../../i18n.ts";
import { cellOf, isUsable } from "./rows.ts";
import { StateSign, stateWords } from "./sign.tsx";
import { openedWords, usedWords } from "./words.ts";

/** One app and one group: how each permission of it stands, when it was last used, and what can be set. */
export function CellDialog(props: {
  readonly row: PermissionRow;
  readonly group: PermissionGroup;
  readonly name: string;
  readonly now: number;
  readonly mayChange: boolean;
  readonly onClose: () => void;
  readonly onSet: (to: PermissionGoal) => void;
}): JSX.Element {
  let dialog: HTMLDialogElement | undefined;
  onMount(() => dialog?.showModal());
  const cell = () => cellOf(props.row, props.group);
  const goals = () => {
    const now = cell();
    return permissionGoals
      .filter((goal) => goal !== "allow" || !(now && isUsable(now)))
      .filter((goal) => goal !== goalOf[now?.state ?? ""]);
  };
  const set = (to: PermissionGoal) => {
    dialog?.close();
    props.onSet(to);
  };
  return (
    <dialog
      ref={(element) => {
        dialog = element;
      }}
      class="dialog"
      aria-labelledby="cell-title"
      onClose={() => props.onClose()}
    >
      <h2 id="cell-title">
        {t(`permissions.group.${props.group}`)}: <bdi>{props.name}</bdi>
      </h2>
      <Show when={cell()}>
        {(now) => (
          <>
            <p class="row">
              <StateSign state={now().state} fixed={now().fixed} /> <strong>{stateWords(now())}</strong>
            </p>
            <dl class="facts">
              <dt>{t("permissions.used")}</dt>
              <dd>{usedWords(now())}</dd>
              <dt>{t("permissions.opened")}</dt>
              <dd>{openedWords(props.row, props.now)}</dd>
              <For each={now().permissions}>
                {({ name, state, fixed }) => (
                  <>
                    <dt>
                      <code>{name.replace(/^android\.permission\./, "")}</code>
                    </dt>
                    <dd>
                      {t(`permissions.state.${state}`)}
                      <Show when={fixed}>{(by) => <>. {t(`permissions.fixed.${by()}`)}</>}</Show>
                    </dd>
                  </>
                )}
              </For>
            </dl>
            <Show when={props.row.legacy}>
              <p class="notice">{t("permissions.legacy")}</p>
            </Show>
            <Show when={props.row.roles.length > 0}>
              <p class="notice">{t("permissions.roles", { roles: props.row.roles.join(", ") })}</p>
            </Show>
          </>
        )}
      </Show>
      <div class="row wrap end">
        <button type="button" class="button quiet" onClick={() => dialog?.close()}>
          {t("work.close")}
        </button>
        <Show when={props.mayChange}>
          <For each={goals()}>
            {(goal) => (
              <button type="button" class="button quiet" onClick={() => set(goal)}>
                {t(`permissions.goal.${goal}`)} …
              </button>
            )}
          </For>
        </Show>
      </div>
    </dialog>
  );
}

/** States that are what a goal asks for. */
const goalOf: Readonly<Record<string, PermissionGoal>> = { ask: "ask", denied: "deny", never: "never" };

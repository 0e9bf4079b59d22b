import { createResource, createSignal, For, type JSX, Show } from "solid-js";
import {
  type PermissionChoice,
  type PermissionGoal,
  type PermissionGroup,
  permissionGoals,
} from "../../../centre/permission-words.ts";
import { t } from "../../i18n.ts";
import { ChangeDialog } from "../../parts/change-dialog.tsx";
import { Sentences } from "../../parts/change-plan.tsx";
import { failureIn } from "../../parts/loading.tsx";
import { NoticeDialog } from "../../parts/notice-dialog.tsx";
import { chooseChanges, type Wanted } from "./change.ts";

/** What is to be set for all apps that are chosen. */
export function BulkBar(props: {
  readonly count: number;
  readonly groups: readonly PermissionGroup[];
  /** The one that is shown, which is the one most likely meant. */
  readonly group: PermissionGroup | null;
  readonly onClear: () => void;
  readonly onSet: (permissions: readonly PermissionChoice[], to: PermissionGoal) => void;
}): JSX.Element {
  const [group, setGroup] = createSignal<string>();
  const [to, setTo] = createSignal<PermissionGoal>("deny");
  const choices = (): readonly PermissionChoice[] => [
    ...props.groups,
    ...(props.groups.includes("location") ? (["precise-location"] as const) : []),
  ];
  const permission = () => choices().find((each) => each === group()) ?? props.group ?? choices()[0];
  const set = () => {
    const wanted = permission();
    if (wanted) props.onSet([wanted], to());
  };
  return (
    <section class="bulk no-print" aria-label={t("permissions.set")}>
      <p role="status">
        <strong>{t("table.chosen", { count: props.count, app: props.count })}</strong>{" "}
        <button type="button" class="button quiet small" onClick={() => props.onClear()}>
          {t("table.clear")}
        </button>
      </p>
      <div class="row wrap">
        <label>
          <span class="visually-hidden">{t("permissions.group")}</span>
          <select value={permission()} onChange={(event) => setGroup(event.currentTarget.value)}>
            <For each={choices()}>{(each) => <option value={each}>{t(`permissions.group.${each}`)}</option>}</For>
          </select>
        </label>
        <label>
          <span class="visually-hidden">{t("permissions.set")}</span>
          <select
            value={to()}
            onChange={(event) => setTo(permissionGoals.find((goal) => goal === event.currentTarget.value) ?? "deny")}
          >
            <For each={["deny", "ask", "never", "allow"] as const}>
              {(goal) => <option value={goal}>{t(`permissions.goal.${goal}`)}</option>}
            </For>
          </select>
        </label>
        <button type="button" class="button" onClick={set}>
          {t("permissions.preview")}
        </button>
      </div>
    </section>
  );
}

/** From a wish to its plan: what it comes to on the phone now, what is left out and why, and the dialog that makes it. */
export function PermissionChange(props: {
  readonly phone: string;
  readonly wanted: Wanted;
  readonly onClose: (changed: boolean) => void;
}): JSX.Element {
  const [found] = createResource(() =>
    chooseChanges(props.phone, props.wanted).then(
      (chosen) => ({ chosen, failure: null }),
      (error: unknown) => ({ chosen: null, failure: failureIn(error) }),
    ),
  );
  const title = () => {
    const { wanted } = props;
    if ("rules" in wanted) return t("rules.applyTitle");
    const what = wanted.permissions.map((each) => t(`permissions.group.${each}`)).join(", ");
    const title = t(`permissions.goalTitle.${wanted.to}`, { what });
    return wanted.name === undefined ? title : `${title} (${wanted.name})`;
  };
  const single = () => "name" in props.wanted && props.wanted.name !== undefined;
  const leftOut = () => (found.latest?.chosen?.leftOut ?? []).map((each) => `${each.package}: ${each.why}`);
  const notes = () => (
    <>
      <Show when={(found.latest?.chosen?.warnings.length ?? 0) > 0}>
        <div class="notice ask">
          <p>
            <strong>{t("permissions.heed")}</strong>
          </p>
          <Sentences of={found.latest?.chosen?.warnings ?? []} />
        </div>
      </Show>
      <Show when={!single() && found.latest?.chosen?.already.length}>
        {(count) => <p>{t("permissions.already", { count: count() })}</p>}
      </Show>
      <Show when={leftOut().length > 0}>
        <div class="notice">
          <p>
            <strong>{t("permissions.leftOut")}</strong>
          </p>
          <Sentences of={leftOut()} />
        </div>
      </Show>
    </>
  );
  return (
    <Show
      when={found.latest?.chosen?.calls.length}
      fallback={
        <NoticeDialog
          title={title()}
          loading={found.loading}
          failure={found.latest?.failure ?? null}
          onClose={() => props.onClose(false)}
        >
          <p>{t("permissions.nothingToDo")}</p>
          {notes()}
        </NoticeDialog>
      }
    >
      <ChangeDialog
        phone={props.phone}
        calls={found.latest?.chosen?.calls ?? []}
        title={title()}
        notes={notes()}
        onClose={props.onClose}
      />
    </Show>
  );
}

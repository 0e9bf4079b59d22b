import { For, type JSX, Show } from "solid-js";
import type { PermissionGroup } from "../../../centre/permission-words.ts";
import { t } from "../../i18n.ts";
import type { RowChoice } from "./rows.ts";

const whos = ["added", "system", "all"] as const;
const spans = [30, 90, 180, 365] as const;

/** Which apps and which permissions are shown. */
export function Filters(props: {
  readonly choice: RowChoice;
  readonly groups: readonly PermissionGroup[];
  readonly users: readonly number[];
  readonly onChange: (choice: RowChoice) => void;
}): JSX.Element {
  const change = (part: Partial<RowChoice>) => props.onChange({ ...props.choice, ...part });
  const number = (text: string) => (text === "" ? null : Number(text));
  return (
    <form class="filterbar no-print" onSubmit={(event) => event.preventDefault()}>
      <label>
        <span>{t("permissions.group")}</span>
        <select
          value={props.choice.group ?? ""}
          onChange={(event) =>
            change({ group: props.groups.find((each) => each === event.currentTarget.value) ?? null })
          }
        >
          <option value="">{t("permissions.groupAll")}</option>
          <For each={props.groups}>{(group) => <option value={group}>{t(`permissions.group.${group}`)}</option>}</For>
        </select>
      </label>
      <label>
        <span>{t("permissions.who")}</span>
        <select
          value={props.choice.who}
          onChange={(event) => change({ who: whos.find((each) => each === event.currentTarget.value) ?? "all" })}
        >
          <For each={whos}>{(who) => <option value={who}>{t(`permissions.who.${who}`)}</option>}</For>
        </select>
      </label>
      <label>
        <span>{t("permissions.unused")}</span>
        <select
          value={props.choice.unusedDays ?? ""}
          onChange={(event) => change({ unusedDays: number(event.currentTarget.value) })}
        >
          <option value="">{t("permissions.unusedAny")}</option>
          <For each={spans}>{(days) => <option value={days}>{t("permissions.unusedDays", { days })}</option>}</For>
        </select>
      </label>
      <Show when={props.users.length > 1}>
        <label>
          <span>{t("table.user")}</span>
          <select
            value={props.choice.user ?? ""}
            onChange={(event) => change({ user: number(event.currentTarget.value) })}
          >
            <option value="">{t("table.userAll")}</option>
            <For each={props.users}>{(user) => <option value={user}>{user}</option>}</For>
          </select>
        </label>
      </Show>
      <label class="grow">
        <span>{t("findings.search")}</span>
        <input
          type="search"
          value={props.choice.search}
          onInput={(event) => change({ search: event.currentTarget.value.trim().toLowerCase() })}
        />
      </label>
      <label class="tick">
        <input
          type="checkbox"
          checked={props.choice.onlyAllowed}
          onChange={(event) => change({ onlyAllowed: event.currentTarget.checked })}
        />{" "}
        {t("permissions.onlyAllowed")}
      </label>
    </form>
  );
}

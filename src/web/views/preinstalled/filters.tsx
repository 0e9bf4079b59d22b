import { For, type JSX, Show } from "solid-js";
import type { Preinstalled } from "../../../centre/preinstalled.ts";
import { t } from "../../i18n.ts";
import { levels, type Shown } from "./rows.ts";

const filters = ["advised", "sends", "away", "chosen", "all"] as const;

/** Which of what came with the phone is shown. */
export function Filters(props: {
  readonly shown: Shown;
  readonly users: Preinstalled["users"];
  readonly user: number;
  readonly onChange: (shown: Shown) => void;
  readonly onUser: (user: number) => void;
}): JSX.Element {
  const change = (part: Partial<Shown>) => props.onChange({ ...props.shown, ...part });
  return (
    <form class="filterbar no-print" onSubmit={(event) => event.preventDefault()}>
      <label>
        <span>{t("findings.filter")}</span>
        <select
          value={props.shown.filter}
          onChange={(event) => change({ filter: filters.find((each) => each === event.currentTarget.value) ?? "all" })}
        >
          <For each={filters}>{(each) => <option value={each}>{t(`preinstalled.filter.${each}`)}</option>}</For>
        </select>
      </label>
      <label>
        <span>{t("preinstalled.level")}</span>
        <select
          value={props.shown.level ?? ""}
          onChange={(event) => change({ level: levels.find((each) => each === event.currentTarget.value) ?? null })}
        >
          <option value="">{t("preinstalled.filter.all")}</option>
          <For each={levels}>{(level) => <option value={level}>{t(`preinstalled.level.${level}`)}</option>}</For>
        </select>
      </label>
      <Show when={props.users.length > 1}>
        <label>
          <span>{t("table.user")}</span>
          <select value={props.user} onChange={(event) => props.onUser(Number(event.currentTarget.value))}>
            <For each={props.users}>
              {({ id, name }) => <option value={id}>{name ? `${id} (${name})` : String(id)}</option>}
            </For>
          </select>
        </label>
      </Show>
      <label class="grow">
        <span>{t("findings.search")}</span>
        <input
          type="search"
          value={props.shown.search}
          onInput={(event) => change({ search: event.currentTarget.value.trim().toLowerCase() })}
        />
      </label>
    </form>
  );
}

import { createMemo, createResource, createSignal, For, type JSX, onCleanup, Show } from "solid-js";
import type { AppTable } from "../../centre/app-table.ts";
import { ask } from "../api.ts";
import { formatNumber, formatTime, t } from "../i18n.ts";
import { AppRows } from "../parts/app-rows.tsx";
import { Icon } from "../parts/icon.tsx";
import { Failed, failureIn, Loading } from "../parts/loading.tsx";
import { path } from "../router.ts";
import { type AppChoice, type AppOwner, appFilters, appSorts, chooseApps, countFor, everything } from "./app-choice.ts";
import "../style/apps.css";
import { Phrase } from "../parts/said.tsx";

/** What was asked of the table and how far it was scrolled: whoever comes back from an app finds it as it was. */
let seen: { readonly id: string; readonly table: AppTable } | undefined;
let scrolledTo = 0;
const [choice, setChoice] = createSignal<AppChoice>(everything);

/** The apps of an examination: searched, filtered, ordered. */
export default function Apps(props: { readonly id: string }): JSX.Element {
  if (seen?.id !== props.id) {
    seen = undefined;
    scrolledTo = 0;
    setChoice(everything);
  }
  const [table, { refetch }] = createResource(
    () => props.id,
    async (id) => {
      if (seen?.id === id) return seen.table;
      const table = await ask<AppTable>(`/examinations/${encodeURIComponent(id)}/apps`);
      seen = { id, table };
      return table;
    },
  );
  onCleanup(() => {
    scrolledTo = path().startsWith(`/e/${encodeURIComponent(props.id)}/apps/`) ? scrollY : 0;
  });
  return (
    <>
      <h1>{t("nav.apps")}</h1>
      <Show when={!table.error} fallback={<Failed failure={failureIn(table.error)} again={() => void refetch()} />}>
        <Show when={table()} fallback={<Loading />}>
          {(found) => <Found id={props.id} table={found()} />}
        </Show>
      </Show>
    </>
  );
}

function Found(props: { readonly id: string; readonly table: AppTable }): JSX.Element {
  const chosen = createMemo(() => chooseApps(props.table.rows, choice()));
  const change = (part: Partial<AppChoice>) => setChoice({ ...choice(), ...part });
  const back = scrolledTo;
  if (back > 0) requestAnimationFrame(() => requestAnimationFrame(() => scrollTo(0, back)));
  return (
    <>
      <Show when={props.table.takenAt}>
        {(at) => <p class="soft">{t("overview.examined", { time: formatTime(at()) })}</p>}
      </Show>
      <Show when={props.table.notLookedInto}>
        {(reason) => (
          <div class="notice ask">
            <p>
              <strong>{t("apps.notLookedInto")}</strong> <Phrase of={reason()} />
            </p>
          </div>
        )}
      </Show>
      <Ask table={props.table} onChange={change} />
      <p class="app-found" role="status">
        {t("apps.shown", { shown: chosen().rows.length, count: props.table.rows.length })}
        <Show when={chosen().undecided > 0}>
          {" "}
          <span class="soft">{t("apps.undecided", { count: chosen().undecided })}</span>
        </Show>
      </p>
      <Show
        when={chosen().rows.length > 0}
        fallback={
          <div class="card column apps-empty">
            <p>{t("apps.none")}</p>
            <button type="button" class="button quiet" onClick={() => setChoice(everything)}>
              {t("apps.reset")}
            </button>
          </div>
        }
      >
        <AppRows id={props.id} rows={chosen().rows} choice={choice()} onChange={change} />
      </Show>
      <Compared table={props.table} />
    </>
  );
}

function Ask(props: { readonly table: AppTable; readonly onChange: (part: Partial<AppChoice>) => void }): JSX.Element {
  const counts = createMemo(() => new Map(appFilters.map((each) => [each, countFor(props.table.rows, each)])));
  const toggle = (filter: (typeof appFilters)[number]) => {
    const { filters } = choice();
    const without = filters.filter((each) => each !== filter);
    props.onChange({ filters: without.length < filters.length ? without : [...filters, filter] });
  };
  return (
    <search class="no-print app-filters">
      <div class="row wrap">
        <label class="search">
          <Icon name="search" />
          <span class="visually-hidden">{t("apps.search")}</span>
          <input
            type="search"
            placeholder={t("apps.search")}
            value={choice().search}
            onInput={(event) => props.onChange({ search: event.currentTarget.value })}
          />
        </label>
        <select
          aria-label={t("apps.owner")}
          value={choice().owner}
          onChange={(event) => props.onChange({ owner: event.currentTarget.value as AppOwner })}
        >
          <option value="all">{t("apps.owner.all")}</option>
          <option value="added">{t("apps.owner.added")}</option>
          <option value="system">{t("apps.owner.system")}</option>
        </select>
        <label class="apps-narrow">
          <span class="visually-hidden">{t("apps.sort")}</span>
          <select
            value={choice().sort}
            onChange={(event) =>
              props.onChange({ sort: event.currentTarget.value as AppChoice["sort"], reversed: false })
            }
          >
            <For each={appSorts}>
              {(each) => <option value={each}>{`${t("apps.sort")}: ${t(`apps.sort.${each}`)}`}</option>}
            </For>
          </select>
        </label>
      </div>
      <fieldset class="app-chips">
        <legend class="visually-hidden">{t("apps.filter")}</legend>
        <For each={appFilters}>
          {(filter) => (
            <button
              type="button"
              class="app-chip"
              aria-pressed={choice().filters.includes(filter)}
              onClick={() => toggle(filter)}
            >
              <Show when={choice().filters.includes(filter)}>
                <Icon name="pass" />
              </Show>
              {t(`apps.filter.${filter}`)} <span class="soft">{formatNumber(counts().get(filter) ?? 0)}</span>
            </button>
          )}
        </For>
      </fieldset>
    </search>
  );
}

/** With what the apps were compared: where nothing was found, nothing was found by these. */
function Compared(props: { readonly table: AppTable }): JSX.Element {
  return (
    <details class="apps-compared">
      <summary>{t("apps.compared")}</summary>
      <p>{t("apps.comparedAbout")}</p>
      <ul>
        <For each={props.table.engines} fallback={<li>{t("apps.comparedNone")}</li>}>
          {(engine) => (
            <li>
              <strong>{engine.id}</strong> <Phrase of={engine.about} />{" "}
              <span class="soft">
                {t("apps.listOf", { list: engine.list, date: engine.date, count: engine.entries })}
              </span>
            </li>
          )}
        </For>
        <For each={props.table.missing}>
          {(sentence) => (
            <li>
              <Phrase of={sentence} />
            </li>
          )}
        </For>
      </ul>
    </details>
  );
}

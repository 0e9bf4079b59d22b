import { createMemo, For, type JSX, Match, Show, Switch } from "solid-js";
import type { AppTableRow } from "../../centre/app-table.ts";
import { pictureOfIcon } from "../app-picture.ts";
import { formatBytes, formatDay, formatNumber, t } from "../i18n.ts";
import { type AppChoice, type AppSort, firstOf } from "../views/app-choice.ts";
import { AppTile } from "./app-tile.tsx";
import { Link } from "./link.tsx";
import { useRowWindow } from "./row-window.ts";
import { Phrase } from "./said.tsx";
import { SeverityMark } from "./severity.tsx";

const columns: readonly AppSort[] = ["name", "verdict", "origin", "trackers", "dangerous", "opened", "size"];

/** The table of apps. Only the rows that are seen are in the document; whoever reads by ear is told how many there are. */
export function AppRows(props: {
  readonly id: string;
  readonly rows: readonly AppTableRow[];
  readonly choice: AppChoice;
  readonly onChange: (part: Partial<AppChoice>) => void;
}): JSX.Element {
  const seen = useRowWindow(() => props.rows);
  const sortBy = (sort: AppSort) =>
    props.onChange({ sort, reversed: props.choice.sort === sort ? !props.choice.reversed : false });
  const direction = (sort: AppSort) => {
    if (props.choice.sort !== sort) return undefined;
    return (firstOf(sort) === "largest") === props.choice.reversed ? "ascending" : "descending";
  };
  return (
    <table class="apps" aria-rowcount={props.rows.length + 1}>
      <caption class="visually-hidden">{t("nav.apps")}</caption>
      <thead>
        <tr aria-rowindex={1}>
          <For each={columns}>
            {(sort) => (
              <th scope="col" class={`col-${sort}`} aria-sort={direction(sort)}>
                <button type="button" onClick={() => sortBy(sort)}>
                  {t(`apps.sort.${sort}`)}
                </button>
              </th>
            )}
          </For>
        </tr>
      </thead>
      <tbody class="room" aria-hidden="true">
        <tr style={{ height: `${seen.before()}px` }} />
      </tbody>
      <tbody ref={seen.attach}>
        <For each={seen.slots()}>{(slot) => <AppLine id={props.id} row={slot.row()} place={slot.index() + 2} />}</For>
      </tbody>
      <tbody class="room" aria-hidden="true">
        <tr style={{ height: `${seen.behind()}px` }} />
      </tbody>
    </table>
  );
}

function AppLine(props: { readonly id: string; readonly row: AppTableRow; readonly place: number }): JSX.Element {
  const picture = createMemo(() => pictureOfIcon(props.row.icon));
  return (
    <tr data-row="" aria-rowindex={props.place}>
      <th scope="row" class="col-name">
        <div class="app-name">
          <AppTile name={props.row.name} picture={picture()} />
          <div class="two-lines">
            <Link to={`/e/${encodeURIComponent(props.id)}/apps/${encodeURIComponent(props.row.package)}`}>
              <bdi>{props.row.name}</bdi>
            </Link>
            <span class="soft app-second apps-wide">{props.row.package}</span>
            <span class="soft app-second apps-narrow">{summaryOf(props.row)}</span>
          </div>
        </div>
      </th>
      <td class="col-verdict">
        <Verdict row={props.row} />
      </td>
      <td class="col-origin">
        <div class="two-lines">
          <span class={props.row.origin.kind === "outside" || props.row.origin.kind === "unknown" ? "app-strong" : ""}>
            {t(`apps.origin.${props.row.origin.kind}`)}
          </span>
          <Show when={props.row.origin.kind === "shop" || props.row.origin.kind === "outside"}>
            <span class="soft app-second">
              <Phrase of={props.row.origin.words} />
            </span>
          </Show>
        </div>
      </td>
      <td class="col-trackers">
        <Show when={props.row.trackers !== null} fallback={<span class="soft">{t("apps.notRead")}</span>}>
          <div class="two-lines">
            <span class={props.row.trackers ? "app-number" : "app-number soft"}>
              {formatNumber(props.row.trackers ?? 0)}
            </span>
            <Show when={props.row.companies.length > 0}>
              <span class="soft app-second">{props.row.companies.join(", ")}</span>
            </Show>
          </div>
        </Show>
      </td>
      <td class="col-dangerous">
        <Show when={props.row.dangerous !== null} fallback={<span class="soft">{t("apps.notRead")}</span>}>
          <span class={props.row.dangerous ? "app-number" : "app-number soft"}>
            {formatNumber(props.row.dangerous ?? 0)}
          </span>
        </Show>
      </td>
      <td class="col-opened">{openedWords(props.row.lastOpened)}</td>
      <td class="col-size">{props.row.size === null ? t("apps.opened.unknown") : formatBytes(props.row.size)}</td>
    </tr>
  );
}

/** The worst of what lists say; where they say nothing, what that rests on. */
function Verdict(props: { readonly row: AppTableRow }): JSX.Element {
  return (
    <Switch fallback={<span class="soft">{t("apps.nothing")}</span>}>
      <Match when={props.row.verdict}>
        {(verdict) => (
          <div class="two-lines">
            <SeverityMark severity={verdict().severity} />
            <span class="app-second">
              <bdi>{verdict().name}</bdi>
              <Show when={verdict().count > 1}> {t("apps.more", { count: verdict().count - 1 })}</Show>
            </span>
          </div>
        )}
      </Match>
      <Match when={props.row.depth === "none"}>
        <span class="mark unknown">{t("apps.notLooked")}</span>
      </Match>
      <Match when={props.row.unread}>
        <span class="mark unknown">{t("apps.nothingPartly")}</span>
      </Match>
      <Match when={props.row.depth === "signer"}>
        <span class="soft">{t("apps.nothingSigner")}</span>
      </Match>
    </Switch>
  );
}

/** When it was last opened. */
export function openedWords(opened: AppTableRow["lastOpened"]): string {
  if (opened.state === "unknown") return t("apps.opened.unknown");
  // A day stays on one line.
  const day = formatDay(opened.at).replaceAll(" ", "\u00a0");
  return opened.state === "opened" ? day : t("apps.opened.notSince", { day });
}

function summaryOf({ origin, trackers }: AppTableRow): string {
  const words = [t(`apps.origin.${origin.kind}`)];
  words.push(trackers === null ? t("apps.trackersNotRead") : t("apps.trackerCount", { count: trackers }));
  return words.join(" · ");
}

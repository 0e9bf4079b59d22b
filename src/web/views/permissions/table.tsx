import { For, type JSX, Show } from "solid-js";
import type { PermissionRow } from "../../../centre/permission-matrix.ts";
import type { PermissionGroup } from "../../../centre/permission-words.ts";
import { t } from "../../i18n.ts";
import type { AppFaces } from "../../parts/app-faces.ts";
import { AppTile } from "../../parts/app-tile.tsx";
import { gridKeys } from "../../parts/grid-keys.ts";
import { Link } from "../../parts/link.tsx";
import { cellOf, keyOf } from "./rows.ts";
import { StateSign, stateWords } from "./sign.tsx";
import { openedWords, usedWords } from "./words.ts";

export interface TableProps {
  readonly id: string;
  readonly rows: readonly PermissionRow[];
  /** The one that is shown; null for all, side by side. */
  readonly group: PermissionGroup | null;
  readonly groups: readonly PermissionGroup[];
  readonly faces: AppFaces;
  readonly names: ReadonlyMap<string, string>;
  readonly users: boolean;
  readonly now: number;
  /** Keys of the rows that are chosen; null where nothing can be changed. */
  readonly chosen: ReadonlySet<string> | null;
  readonly onChoose: (keys: readonly string[], chosen: boolean) => void;
  readonly onGroup: (group: PermissionGroup) => void;
  readonly onCell: (row: PermissionRow, group: PermissionGroup) => void;
}

/** Apps by what they may use: all groups side by side, or one with its last use. */
export function PermissionTable(props: TableProps): JSX.Element {
  const all = () => props.rows.length > 0 && props.rows.every((row) => props.chosen?.has(keyOf(row)));
  return (
    <table class={`matrix ${props.group === null ? "all" : "one"}`} onKeyDown={gridKeys}>
      <thead>
        <tr>
          <Show when={props.chosen}>
            <td class="pick">
              <input
                type="checkbox"
                aria-label={t("table.chooseAll")}
                checked={all()}
                onChange={(event) => props.onChoose(props.rows.map(keyOf), event.currentTarget.checked)}
              />
            </td>
          </Show>
          <th scope="col" class="app">
            {t("table.app")}
          </th>
          <Show
            when={props.group === null}
            fallback={
              <>
                <th scope="col">{t("permissions.state")}</th>
                <th scope="col">{t("permissions.used")}</th>
              </>
            }
          >
            <For each={props.groups}>
              {(group) => (
                <th scope="col" class="turned">
                  <button type="button" onClick={() => props.onGroup(group)}>
                    {t(`permissions.group.${group}`)}
                  </button>
                </th>
              )}
            </For>
          </Show>
          <th scope="col">{t("permissions.opened")}</th>
        </tr>
      </thead>
      <tbody>
        <For each={props.rows}>{(row) => <Row row={row} of={props} />}</For>
      </tbody>
    </table>
  );
}

function Row(props: { readonly row: PermissionRow; readonly of: TableProps }): JSX.Element {
  const name = () => props.of.names.get(props.row.package) ?? props.row.package;
  const key = () => keyOf(props.row);
  const one = () => (props.of.group === null ? undefined : cellOf(props.row, props.of.group));
  return (
    <tr data-chosen={props.of.chosen?.has(key()) ? "" : undefined}>
      <Show when={props.of.chosen}>
        {(chosen) => (
          <td class="pick">
            <input
              type="checkbox"
              aria-label={t("table.choose", { name: name() })}
              checked={chosen().has(key())}
              onChange={(event) => props.of.onChoose([key()], event.currentTarget.checked)}
            />
          </td>
        )}
      </Show>
      <th scope="row" class="app">
        <div class="with-tile">
          <AppTile name={name()} picture={props.of.faces.get(props.row.package)?.picture} size="small" />
          <div>
            <Link to={`/e/${encodeURIComponent(props.of.id)}/apps/${encodeURIComponent(props.row.package)}`}>
              <bdi>{name()}</bdi>
            </Link>
            <span class="under">
              <Show when={name() !== props.row.package}>
                <bdi>{props.row.package}</bdi>
              </Show>
              <Show when={props.of.users && props.row.user !== 0}>
                {" · "}
                {t("table.user")} {props.row.user}
              </Show>
            </span>
          </div>
        </div>
      </th>
      <Show
        when={props.of.group === null}
        fallback={
          <Show when={one()} keyed>
            {(cell) => (
              <>
                <td>
                  <button type="button" class="cell wide" onClick={() => props.of.onCell(props.row, cell.group)}>
                    <StateSign state={cell.state} fixed={cell.fixed} />
                    <span>{stateWords(cell)}</span>
                  </button>
                </td>
                <td>
                  <span class="only-narrow soft">{t("permissions.used")}: </span>
                  {usedWords(cell)}
                </td>
              </>
            )}
          </Show>
        }
      >
        <For each={props.row.cells.filter(({ group }) => props.of.groups.includes(group))}>
          {(cell) => (
            <td class={cell.state === "not-asked" ? "none" : "field"}>
              <Show
                when={cell.state !== "not-asked"}
                fallback={<span class="visually-hidden">{t("permissions.state.not-asked")}</span>}
              >
                <button
                  type="button"
                  class="cell"
                  aria-label={`${t(`permissions.group.${cell.group}`)}: ${stateWords(cell)}`}
                  title={`${t(`permissions.group.${cell.group}`)}: ${stateWords(cell)}`}
                  onClick={() => props.of.onCell(props.row, cell.group)}
                >
                  <StateSign state={cell.state} fixed={cell.fixed} />
                  <span class="only-narrow">{t(`permissions.group.${cell.group}`)}</span>
                </button>
              </Show>
            </td>
          )}
        </For>
      </Show>
      <td class="soft nowrap">
        <span class="only-narrow">{t("permissions.opened")}: </span>
        {openedWords(props.row, props.of.now)}
      </td>
    </tr>
  );
}

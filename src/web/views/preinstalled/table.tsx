import { For, type JSX, Show } from "solid-js";
import type { PreinstalledApp } from "../../../centre/preinstalled.ts";
import { t } from "../../i18n.ts";
import { whatItDoes } from "../../package-texts.ts";
import type { AppFaces } from "../../parts/app-faces.ts";
import { AppTile } from "../../parts/app-tile.tsx";
import { gridKeys } from "../../parts/grid-keys.ts";
import { SaidText } from "../../parts/said.tsx";
import { LevelMark } from "./level.tsx";
import { levelOf, stateFor } from "./rows.ts";

export interface TableProps {
  readonly rows: readonly PreinstalledApp[];
  readonly user: number;
  readonly faces: AppFaces;
  readonly names: ReadonlyMap<string, string>;
  /** Names of the apps that are chosen; null where nothing can be changed. */
  readonly chosen: ReadonlySet<string> | null;
  readonly onChoose: (names: readonly string[], chosen: boolean) => void;
  readonly onOpen: (app: PreinstalledApp) => void;
}

/** What came with the phone: advice, state, what it does and what it sends. */
export function PreinstalledTable(props: TableProps): JSX.Element {
  const mayGo = () => props.rows.filter((app) => levelOf(app) !== "never").map(({ name }) => name);
  const all = () => mayGo().length > 0 && mayGo().every((name) => props.chosen?.has(name));
  return (
    <table class="matrix came" onKeyDown={gridKeys}>
      <thead>
        <tr>
          <Show when={props.chosen}>
            <td class="pick">
              <input
                type="checkbox"
                aria-label={t("table.chooseAll")}
                checked={all()}
                onChange={(event) => props.onChoose(mayGo(), event.currentTarget.checked)}
              />
            </td>
          </Show>
          <th scope="col">{t("table.app")}</th>
          <th scope="col">{t("preinstalled.level")}</th>
          <th scope="col">{t("preinstalled.state")}</th>
          <th scope="col">{t("preinstalled.does")}</th>
          <th scope="col">{t("preinstalled.collects")}</th>
        </tr>
      </thead>
      <tbody>
        <For each={props.rows}>{(app) => <Row app={app} of={props} />}</For>
      </tbody>
    </table>
  );
}

function Row(props: { readonly app: PreinstalledApp; readonly of: TableProps }): JSX.Element {
  const label = () => props.of.names.get(props.app.name) ?? props.app.name;
  const level = () => levelOf(props.app);
  return (
    <tr data-chosen={props.of.chosen?.has(props.app.name) ? "" : undefined}>
      <Show when={props.of.chosen}>
        {(chosen) => (
          <td class="pick">
            <Show when={level() !== "never"}>
              <input
                type="checkbox"
                aria-label={t("table.choose", { name: label() })}
                checked={chosen().has(props.app.name)}
                onChange={(event) => props.of.onChoose([props.app.name], event.currentTarget.checked)}
              />
            </Show>
          </td>
        )}
      </Show>
      <th scope="row" class="app">
        <div class="with-tile">
          <AppTile name={label()} picture={props.of.faces.get(props.app.name)?.picture} size="small" />
          <div>
            <button type="button" class="linkish" onClick={() => props.of.onOpen(props.app)}>
              <bdi>{label()}</bdi>
            </button>
            <Show when={label() !== props.app.name}>
              <span class="under">
                <bdi>{props.app.name}</bdi>
              </span>
            </Show>
          </div>
        </div>
      </th>
      <td>
        <LevelMark level={level()} />
      </td>
      <td class="nowrap">{t(`preinstalled.state.${stateFor(props.app, props.of.user) ?? "absent"}`)}</td>
      <td class="does">
        <Show when={props.app.listed} fallback={<span class="soft">{t("preinstalled.levelAbout.unlisted")}</span>}>
          {(listed) => <SaidText said={whatItDoes(listed())} />}
        </Show>
      </td>
      <td>
        <Show when={props.app.listed?.collects}>
          {(collects) => (
            <>
              <span class="only-narrow soft">{t("preinstalled.collects")}: </span>
              {t(`preinstalled.collects.${collects()}`)}
            </>
          )}
        </Show>
      </td>
    </tr>
  );
}

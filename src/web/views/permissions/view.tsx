import { createMemo, createSignal, type JSX, Show } from "solid-js";
import type { PermissionRow } from "../../../centre/permission-matrix.ts";
import { permissionStates } from "../../../centre/permission-state.ts";
import { type PermissionGroup, permissionGroups } from "../../../centre/permission-words.ts";
import { t } from "../../i18n.ts";
import { useAppFaces } from "../../parts/app-faces.ts";
import { LiveView, useLive } from "../../parts/live.tsx";
import type { Examined } from "../examination.tsx";
import { BulkBar, PermissionChange } from "./bulk.tsx";
import { CellDialog } from "./cell-dialog.tsx";
import type { Wanted } from "./change.ts";
import { Filters } from "./filters.tsx";
import { keyOf, type Matrix, type RowChoice, shownRows } from "./rows.ts";
import { Rules } from "./rules.tsx";
import { Meaning } from "./sign.tsx";
import { PermissionTable } from "./table.tsx";
import "../../style/tables.css";
import "./permissions.css";
import { Phrase } from "../../parts/said.tsx";

/** Rows that are shown at first. */
const shownFirst = 100;

/** Which app may use what, when it last did, and changes for one app or many. */
export default function Permissions(props: { readonly id: string; readonly examined: Examined }): JSX.Element {
  const phone = () => props.examined.examination?.phone ?? null;
  const live = useLive<Matrix>({
    id: props.id,
    phone: phone(),
    part: "permissions",
    examinedAt: props.examined.report.takenAt,
  });
  return (
    <>
      <h1>{t("permissions.title")}</h1>
      <p class="soft lead">{t("permissions.lead")}</p>
      <LiveView live={live} phone={phone()}>
        {(matrix) => <Loaded id={props.id} phone={phone()} matrix={matrix()} onChanged={() => void live.read()} />}
      </LiveView>
    </>
  );
}

function Loaded(props: {
  readonly id: string;
  readonly phone: string | null;
  readonly matrix: Matrix;
  readonly onChanged: () => void;
}): JSX.Element {
  const { faces, names } = useAppFaces(props.id);
  const [choice, setChoice] = createSignal<RowChoice>(firstChoice);
  const [chosen, setChosen] = createSignal<ReadonlySet<string>>(new Set<string>());
  const [all, setAll] = createSignal(false);
  const [cell, setCell] = createSignal<Cell>();
  const [wanted, setWanted] = createSignal<Wanted>();
  const now = createMemo(() => (props.matrix.takenAt === null ? Date.now() : Date.parse(props.matrix.takenAt)));
  const users = createMemo(() => [...new Set(props.matrix.rows.map(({ user }) => user))]);
  const rows = createMemo(() => shownRows(props.matrix, choice(), names(), now()));
  const shown = () => (all() ? rows() : rows().slice(0, shownFirst));
  const groups = createMemo(() => {
    const asked = new Set(
      props.matrix.rows.flatMap(({ cells }) =>
        cells.flatMap(({ group, state }) => (state === "not-asked" ? [] : [group])),
      ),
    );
    return permissionGroups.filter((group) => asked.has(group));
  });
  const states = createMemo(() => {
    const seen = new Set(rows().flatMap(({ cells }) => cells.map(({ state }) => state)));
    return permissionStates.filter((state) => state !== "not-asked" && seen.has(state));
  });
  const chosenRows = () => props.matrix.rows.filter((row) => chosen().has(keyOf(row)));
  const choose = (keys: readonly string[], on: boolean) =>
    setChosen((before) => new Set(on ? [...before, ...keys] : [...before].filter((key) => !keys.includes(key))));
  return (
    <Show when={groups().length > 0} fallback={<p>{t("permissions.nothing")}</p>}>
      {props.matrix.unread.map((sentence) => (
        <p class="notice">
          <Phrase of={sentence} />
        </p>
      ))}
      <Filters choice={choice()} groups={groups()} users={users()} onChange={setChoice} />
      <Show when={choice().group === null}>
        <Meaning states={states()} />
      </Show>
      <p class="soft" role="status">
        {t("table.shown", { shown: shown().length, count: rows().length, app: rows().length })}
        <span class="no-print only-wide"> · {t("permissions.keys")}</span>
      </p>
      <Show when={rows().length > 0} fallback={<p>{t("permissions.none")}</p>}>
        <PermissionTable
          id={props.id}
          rows={shown()}
          group={choice().group}
          groups={groups()}
          faces={faces()}
          names={names()}
          users={users().length > 1}
          now={now()}
          chosen={props.phone === null ? null : chosen()}
          onChoose={choose}
          onGroup={(group) => setChoice({ ...choice(), group })}
          onCell={(row, group) => setCell({ row, group })}
        />
        <Show when={rows().length > shown().length}>
          <button type="button" class="button quiet" onClick={() => setAll(true)}>
            {t("findings.more", { count: rows().length - shown().length })}
          </button>
        </Show>
      </Show>
      <Show when={chosen().size > 0}>
        <BulkBar
          count={chosenRows().length}
          groups={groups()}
          group={choice().group}
          onClear={() => setChosen(new Set<string>())}
          onSet={(permissions, to) => setWanted({ rows: chosenRows(), permissions, to })}
        />
      </Show>
      <Rules groups={groups()} onApply={props.phone === null ? null : (rules) => setWanted({ rules })} />
      <Dialogs
        phone={props.phone}
        cell={cell()}
        wanted={wanted()}
        nameOf={(row) => names().get(row.package) ?? row.package}
        now={now()}
        onCell={setCell}
        onWanted={setWanted}
        onChanged={() => {
          setChosen(new Set<string>());
          props.onChanged();
        }}
      />
    </Show>
  );
}

interface Cell {
  readonly row: PermissionRow;
  readonly group: PermissionGroup;
}

function Dialogs(props: {
  readonly phone: string | null;
  readonly cell: Cell | undefined;
  readonly wanted: Wanted | undefined;
  readonly nameOf: (row: PermissionRow) => string;
  readonly now: number;
  readonly onCell: (cell: undefined) => void;
  readonly onWanted: (wanted: Wanted | undefined) => void;
  readonly onChanged: () => void;
}): JSX.Element {
  return (
    <>
      <Show when={props.cell} keyed>
        {({ row, group }) => (
          <CellDialog
            row={row}
            group={group}
            name={props.nameOf(row)}
            now={props.now}
            mayChange={props.phone !== null}
            onClose={() => props.onCell(undefined)}
            onSet={(to) => props.onWanted({ rows: [row], permissions: [group], to, name: props.nameOf(row) })}
          />
        )}
      </Show>
      <Show when={props.wanted} keyed>
        {(wish) => (
          <PermissionChange
            phone={props.phone ?? ""}
            wanted={wish}
            onClose={(changed) => {
              props.onWanted(undefined);
              if (changed) props.onChanged();
            }}
          />
        )}
      </Show>
    </>
  );
}

const firstChoice: RowChoice = {
  group: null,
  who: "added",
  user: null,
  onlyAllowed: false,
  unusedDays: null,
  search: "",
};

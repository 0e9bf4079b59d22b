import { createEffect, createSignal, For, type JSX, on, Show } from "solid-js";
import type { AppInDepth } from "../../centre/app-in-depth.ts";
import type { PermissionCell, PermissionMatrix, PermissionRow } from "../../centre/permission-matrix.ts";
import type { SeenPermission } from "../../centre/permission-state.ts";
import type { ActionCall } from "../../core/action.ts";
import { ask, type Failure } from "../api.ts";
import { formatAgo, formatTime, type MessageKey, t } from "../i18n.ts";
import { en } from "../messages/en.ts";
import { ChangeDialog } from "./change-dialog.tsx";
import { Icon } from "./icon.tsx";
import { Failed, failureIn } from "./loading.tsx";
import { Phrase } from "./said.tsx";

interface Wish {
  readonly calls: readonly ActionCall[];
  readonly title: string;
}
type Seen = PermissionMatrix & { readonly takenAt: string | null };

/** What an app may have, with a switch for each; as it was examined, or as the phone told just now. */
export function AppPermissions(props: {
  readonly app: AppInDepth;
  readonly phone: string | null;
  /** How much was changed of the app since it is looked at: each time the phone is asked again. */
  readonly changes: number;
  readonly onChanged: () => void;
}): JSX.Element {
  const [now, setNow] = createSignal<Seen>();
  const [reading, setReading] = createSignal(false);
  const [failure, setFailure] = createSignal<Failure>();
  const [wish, setWish] = createSignal<Wish>();
  const readNow = async () => {
    if (props.phone === null) return;
    setReading(true);
    setFailure(undefined);
    try {
      setNow(await ask<Seen>(`/phones/${encodeURIComponent(props.phone)}/permissions`));
    } catch (error) {
      setFailure(failureIn(error));
    }
    setReading(false);
  };
  createEffect(
    on(
      () => props.changes,
      () => void readNow(),
      { defer: true },
    ),
  );
  const rows = () =>
    (now()?.rows ?? props.app.permissions).filter(({ package: name }) => name === props.app.row.package);
  const unread = () => now()?.unread ?? props.app.permissionsUnread;
  return (
    <section class="card column" aria-labelledby="app-permissions">
      <div class="row wrap spread">
        <h2 id="app-permissions">{t("nav.permissions")}</h2>
        <Show when={props.phone !== null}>
          <button type="button" class="button quiet no-print" disabled={reading()} onClick={() => void readNow()}>
            {reading() ? t("work.loading") : t("app.readNow")}
          </button>
        </Show>
      </div>
      <p class="soft" role="status">
        <Show when={now()?.takenAt} fallback={t("app.asExamined")}>
          {(at) => t("app.asNow", { time: formatTime(at()) })}
        </Show>{" "}
        <Show when={props.phone === null}>{t("change.needsPhone")}</Show>
      </p>
      <Show when={failure()}>{(failed) => <Failed failure={failed()} again={() => void readNow()} />}</Show>
      <For each={rows()} fallback={<p class="soft">{unread().length > 0 ? "" : t("app.noPermissions")}</p>}>
        {(row) => (
          <UserPermissions row={row} several={rows().length > 1} mayChange={props.phone !== null} onWish={setWish} />
        )}
      </For>
      <For each={unread()}>
        {(sentence) => (
          <p class="notice">
            <Phrase of={sentence} />
          </p>
        )}
      </For>
      <Show when={wish()} keyed>
        {({ calls, title }) => (
          <ChangeDialog
            phone={props.phone ?? ""}
            calls={calls}
            title={title}
            onClose={(changed) => {
              setWish(undefined);
              if (changed) props.onChanged();
            }}
          />
        )}
      </Show>
    </section>
  );
}

const given: ReadonlySet<string> = new Set(["allowed", "while-in-use", "once"]);
const isOn = ({ state }: SeenPermission) => given.has(state);

function UserPermissions(props: {
  readonly row: PermissionRow;
  readonly several: boolean;
  readonly mayChange: boolean;
  readonly onWish: (wish: Wish) => void;
}): JSX.Element {
  const cells = () => props.row.cells.filter(({ permissions }) => permissions.length > 0);
  const call = (permission: string, to: "allow" | "deny"): ActionCall => ({
    action: "set-permission",
    params: { user: props.row.user, package: props.row.package, permission, to },
  });
  const withdrawable = () =>
    cells().flatMap(({ permissions }) => permissions.filter((each) => isOn(each) && each.fixed === null));
  return (
    <>
      <Show when={props.several}>
        <h3>{t("app.user", { user: String(props.row.user) })}</h3>
      </Show>
      <Show when={props.row.roles.length > 0}>
        <p class="soft">{t("app.roles", { roles: props.row.roles.join(", ") })}</p>
      </Show>
      <Show when={props.row.legacy}>
        <p class="notice ask">{t("app.legacy")}</p>
      </Show>
      <Show when={cells().length > 0} fallback={<p class="soft">{t("app.noPermissions")}</p>}>
        <ul class="grants">
          <For each={cells()}>
            {(cell) => (
              <Group
                cell={cell}
                mayChange={props.mayChange}
                onSwitch={(permission) => {
                  const to = isOn(permission) ? "deny" : "allow";
                  const title = t(to === "deny" ? "app.withdraw" : "app.allow", { what: permissionName(permission) });
                  props.onWish({ calls: [call(permission.name, to)], title });
                }}
              />
            )}
          </For>
        </ul>
        <Show when={props.mayChange && withdrawable().length > 1}>
          <button
            type="button"
            class="button quiet no-print start"
            onClick={() =>
              props.onWish({ calls: withdrawable().map(({ name }) => call(name, "deny")), title: t("app.withdrawAll") })
            }
          >
            {t("app.withdrawAll")} ({withdrawable().length})
          </button>
        </Show>
      </Show>
    </>
  );
}

function Group(props: {
  readonly cell: PermissionCell;
  readonly mayChange: boolean;
  readonly onSwitch: (permission: SeenPermission) => void;
}): JSX.Element {
  return (
    <li>
      <h3>
        {t(`permission.group.${props.cell.group}`)}
        <Show when={props.cell.usedAgoMs !== null}>
          <span class="soft grant-used"> {t("app.used", { ago: formatAgo(props.cell.usedAgoMs ?? 0) })}</span>
        </Show>
      </h3>
      <ul>
        <For each={props.cell.permissions}>
          {(permission) => (
            <li class="row grant">
              <span class="grow">
                {permissionName(permission)}{" "}
                <span class="soft grant-state">{t(`permission.state.${permission.state}`)}</span>
                <Show when={permission.fixed}>
                  {(by) => (
                    <span class="soft grant-fixed">
                      <Icon name="lock" />
                      {t(`permission.fixed.${by()}`)}
                    </span>
                  )}
                </Show>
              </span>
              <Show when={props.mayChange && permission.state !== "unknown"}>
                <button
                  type="button"
                  role="switch"
                  class="grant-switch no-print"
                  aria-checked={isOn(permission)}
                  aria-label={permissionName(permission)}
                  disabled={permission.fixed !== null}
                  onClick={() => props.onSwitch(permission)}
                >
                  <span />
                </button>
              </Show>
            </li>
          )}
        </For>
      </ul>
    </li>
  );
}

/** In words where the page has them, else as the app writes it. */
function permissionName({ name }: Pick<SeenPermission, "name">): string {
  const key = `permission.${name.replace(/^android\.permission\./, "")}`;
  return Object.hasOwn(en, key) ? t(key as MessageKey) : name;
}

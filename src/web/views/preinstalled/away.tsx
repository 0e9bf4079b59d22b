import { createResource, createSignal, For, type JSX, Show } from "solid-js";
import type { PreinstalledApp } from "../../../centre/preinstalled.ts";
import type { Way } from "../../../centre/preinstalled-choice.ts";
import type { ActionCall } from "../../../core/action.ts";
import { ask } from "../../api.ts";
import { t } from "../../i18n.ts";
import { ChangeDialog } from "../../parts/change-dialog.tsx";
import { failureIn } from "../../parts/loading.tsx";
import { NoticeDialog } from "../../parts/notice-dialog.tsx";
import { LossNotes } from "./losses.tsx";
import { lossesOf, stateFor, type Told, ways } from "./rows.ts";

/** What is to be done about all apps that are chosen. */
export function AwayBar(props: {
  readonly apps: readonly PreinstalledApp[];
  readonly user: number;
  readonly onClear: () => void;
  readonly onAway: (names: readonly string[], way: Way) => void;
  readonly onBack: (names: readonly string[]) => void;
}): JSX.Element {
  const [way, setWay] = createSignal<Way>("disable");
  const inUse = () => props.apps.filter((app) => stateFor(app, props.user) === "in-use").map(({ name }) => name);
  const away = () => props.apps.filter((app) => stateFor(app, props.user) !== "in-use").map(({ name }) => name);
  return (
    <section class="bulk no-print" aria-label={t("preinstalled.title")}>
      <p role="status">
        <strong>{t("table.chosen", { count: props.apps.length, app: props.apps.length })}</strong>{" "}
        <button type="button" class="button quiet small" onClick={() => props.onClear()}>
          {t("table.clear")}
        </button>
      </p>
      <div class="row wrap">
        <Show when={away().length > 0}>
          <button type="button" class="button quiet" onClick={() => props.onBack(away())}>
            {t("preinstalled.restore")}
          </button>
        </Show>
        <Show when={inUse().length > 0}>
          <label>
            <span class="visually-hidden">{t("preinstalled.way")}</span>
            <select
              value={way()}
              onChange={(event) => setWay(ways.find((each) => each === event.currentTarget.value) ?? "disable")}
            >
              <For each={ways}>{(each) => <option value={each}>{t(`preinstalled.way.${each}`)}</option>}</For>
            </select>
          </label>
          <button type="button" class="button" onClick={() => props.onAway(inUse(), way())}>
            {t("preinstalled.remove")}
          </button>
        </Show>
      </div>
    </section>
  );
}

/** Puts apps away: what is lost first, then the plan; where the phone allows another way only, that is offered. */
export function PutAway(props: {
  readonly phone: string;
  readonly told: Told;
  readonly user: number;
  readonly names: readonly string[];
  readonly way: Way;
  readonly nameOf: (name: string) => string;
  readonly onClose: (changed: boolean) => void;
}): JSX.Element {
  const [calls] = createResource(() =>
    ask<{ readonly calls: readonly ActionCall[] }>("/preinstalled/calls", {
      body: { packages: props.names, user: props.user, way: props.way },
    }).then(
      (answer) => ({ calls: answer.calls, failure: null }),
      (error: unknown) => ({ calls: [], failure: failureIn(error) }),
    ),
  );
  return (
    <Show
      when={calls.latest?.calls.length}
      fallback={
        <NoticeDialog
          title={t("preinstalled.removeTitle")}
          loading={calls.loading}
          failure={calls.latest?.failure ?? null}
          onClose={() => props.onClose(false)}
        >
          {t("permissions.nothingToDo")}
        </NoticeDialog>
      }
    >
      <ChangeDialog
        phone={props.phone}
        calls={calls.latest?.calls ?? []}
        title={t("preinstalled.removeTitle")}
        notes={
          <LossNotes
            losses={lossesOf(props.told, new Set(props.names), props.user)}
            nameOf={props.nameOf}
            forgetsAfterDays={props.told.forgetsAfterDays}
          />
        }
        onClose={props.onClose}
      />
    </Show>
  );
}

import { createMemo, createResource, createSignal, For, type JSX, Show } from "solid-js";
import type { AppTable, AppTableRow } from "../../centre/app-table.ts";
import type { ExaminationSummary } from "../../centre/examinations.ts";
import type { HiddenApp, HidingWay } from "../../centre/hidden-apps.ts";
import type { ActionCall } from "../../core/action.ts";
import { ask, type Failure } from "../api.ts";
import { pictureOfIcon } from "../app-picture.ts";
import { formatTime, t } from "../i18n.ts";
import { AppTile } from "./app-tile.tsx";
import { ChangeDialog } from "./change-dialog.tsx";
import { Fetched } from "./fetched.tsx";
import { Failed, failureIn } from "./loading.tsx";
import { SafetyNotice } from "./safety-notice.tsx";
import { VendorHiding } from "./vendor-hiding.tsx";

/** Apps that are shown of a long list; the search finds the others. */
const shown = 40;
const ways: readonly HidingWay[] = ["disable", "suspend"];

/** Chooses apps of a phone that was examined, and hides them. */
export function HideApps(props: {
  readonly hidden: readonly HiddenApp[];
  readonly onChanged: () => void;
}): JSX.Element {
  const [examinations, { refetch }] = createResource(async () => {
    const all = await ask<{ readonly examinations: readonly ExaminationSummary[] }>("/examinations");
    const reachable = all.examinations.filter(({ phone }) => phone !== null);
    // The newest of each phone.
    return [...new Map(reachable.toReversed().map((each) => [each.phone, each])).values()].reverse();
  });
  const [id, setId] = createSignal<string>();
  return (
    <section class="section">
      <h2>{t("hide.title")}</h2>
      <Fetched from={examinations} again={() => void refetch()}>
        {(found) => {
          const of = () => found().find((each) => each.id === id()) ?? found()[0];
          return (
            <Show when={of()} fallback={<p class="empty">{t("hide.examineFirst")}</p>} keyed>
              {(examination) => (
                <>
                  <label>
                    {t("hide.phone")}{" "}
                    <select value={examination.id} onChange={(event) => setId(event.currentTarget.value)}>
                      <For each={found()}>
                        {(each) => (
                          <option value={each.id}>
                            {each.device["name"] ?? each.device["model"] ?? each.source.name}
                          </option>
                        )}
                      </For>
                    </select>
                  </label>
                  <p class="soft">{t("hide.asOf", { time: formatTime(examination.keptAt) })}</p>
                  <Choose examination={examination} {...props} />
                  <VendorHiding examination={examination} />
                </>
              )}
            </Show>
          );
        }}
      </Fetched>
    </section>
  );
}

function Choose(props: {
  readonly examination: ExaminationSummary;
  readonly hidden: readonly HiddenApp[];
  readonly onChanged: () => void;
}): JSX.Element {
  const [table, { refetch }] = createResource(() => ask<AppTable>(`/examinations/${props.examination.id}/apps`));
  const [search, setSearch] = createSignal("");
  const [chosen, setChosen] = createSignal<ReadonlySet<string>>(new Set());
  const [way, setWay] = createSignal<HidingWay>("disable");
  const [user, setUser] = createSignal(0);
  const [failure, setFailure] = createSignal<Failure>();
  const [hiding, setHiding] = createSignal<{ readonly calls: readonly ActionCall[]; readonly reason: string }>();
  const isHidden = (name: string) =>
    props.hidden.some((app) => app.package === name && app.phone.serial === props.examination.serial);
  const rows = createMemo(() => {
    const word = search().trim().toLowerCase();
    const all = table.latest?.rows ?? [];
    return all
      .filter((row) => row.users.includes(user()) && !isHidden(row.package))
      .filter((row) => (word === "" ? row.system === false : textOf(row).includes(word)))
      .sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1));
  });
  const users = createMemo(() => [...new Set((table.latest?.rows ?? []).flatMap((row) => row.users))].sort());
  const toggle = (name: string) => {
    const next = new Set(chosen());
    if (!next.delete(name)) next.add(name);
    setChosen(next);
  };
  const hide = async () => {
    setFailure(undefined);
    try {
      const body = { packages: [...chosen()], way: way(), user: user() };
      setHiding(
        await ask<{ readonly calls: readonly ActionCall[]; readonly reason: string }>("/hidden/calls", { body }),
      );
    } catch (error) {
      setFailure(failureIn(error));
    }
  };
  return (
    <Fetched from={table} again={() => void refetch()}>
      {() => (
        <>
          <div class="row filters wrap">
            <label class="grow">
              <span class="visually-hidden">{t("hide.search")}</span>
              <input
                type="search"
                placeholder={t("hide.search")}
                value={search()}
                onInput={(event) => setSearch(event.currentTarget.value)}
              />
            </label>
            <Show when={users().length > 1}>
              <label>
                {t("hide.user")}{" "}
                <select value={String(user())} onChange={(event) => setUser(Number(event.currentTarget.value))}>
                  <For each={users()}>{(each) => <option value={String(each)}>{each}</option>}</For>
                </select>
              </label>
            </Show>
          </div>
          <fieldset class="choices">
            <legend>{t("hide.which")}</legend>
            <For each={rows().slice(0, shown)} fallback={<p class="soft">{t("findings.none")}</p>}>
              {(row) => (
                <label class="choice">
                  <input type="checkbox" checked={chosen().has(row.package)} onChange={() => toggle(row.package)} />
                  <span class="with-tile">
                    <AppTile name={row.name} picture={pictureOfIcon(row.icon)} size="small" />
                    <span>
                      {row.name} <code class="soft">{row.name === row.package ? "" : row.package}</code>
                    </span>
                  </span>
                </label>
              )}
            </For>
            <Show when={rows().length > shown}>
              <p class="soft">{t("hide.more", { count: rows().length - shown })}</p>
            </Show>
          </fieldset>
          <fieldset>
            <legend>{t("hide.how")}</legend>
            <For each={ways}>
              {(each) => (
                <label class="choice">
                  <input type="radio" name="way" checked={way() === each} onChange={() => setWay(each)} />
                  <span>
                    <strong>{t(`hidden.way.${each}`)}</strong>: {t(`hide.${each}`)}
                  </span>
                </label>
              )}
            </For>
          </fieldset>
          <Show when={failure()}>{(each) => <Failed failure={each()} />}</Show>
          <div class="row">
            <button type="button" class="button" disabled={chosen().size === 0} onClick={() => void hide()}>
              {t("hide.do", { count: chosen().size })}
            </button>
          </div>
          <Show when={hiding()} keyed>
            {({ calls, reason }) => (
              <ChangeDialog
                phone={props.examination.phone ?? ""}
                calls={calls}
                title={t("hide.title")}
                reason={reason}
                notes={
                  <>
                    <SafetyNotice of="apps" />
                    <p class="notice ask">{t(`hide.honest.${way()}`)}</p>
                  </>
                }
                onClose={(changed) => {
                  setHiding(undefined);
                  if (!changed) return;
                  setChosen(new Set<string>());
                  props.onChanged();
                }}
              />
            )}
          </Show>
        </>
      )}
    </Fetched>
  );
}

const textOf = (row: AppTableRow): string => `${row.name}\n${row.package}`.toLowerCase();

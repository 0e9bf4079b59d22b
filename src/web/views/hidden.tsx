import { createMemo, createResource, createSignal, For, type JSX, Show } from "solid-js";
import type { ExaminationSummary } from "../../centre/examinations.ts";
import type { HiddenApp } from "../../centre/hidden-apps.ts";
import type { PrivateState } from "../../centre/private-store.ts";
import { ask } from "../api.ts";
import { formatTime, t } from "../i18n.ts";
import { type AppFaces, facesOf } from "../parts/app-faces.ts";
import { AppTile } from "../parts/app-tile.tsx";
import { Fetched } from "../parts/fetched.tsx";
import { HideApps } from "../parts/hide-apps.tsx";
import { Link } from "../parts/link.tsx";
import { UndoDialog, type UndoWish } from "../parts/undo-dialog.tsx";
import "../style/keeping.css";

interface Hidden {
  readonly apps: readonly HiddenApp[];
  readonly privacy: PrivateState;
}

/** Apps that are out of sight: which, bringing them back, and hiding more. Without a privacy password, first that one. */
export default function HiddenView(): JSX.Element {
  const [hidden, { refetch }] = createResource(() => ask<Hidden>("/hidden"));
  return (
    <div class="page">
      <h1>{t("hidden.title")}</h1>
      <p class="soft">{t("hidden.about")}</p>
      <Fetched from={hidden} again={() => void refetch()}>
        {(found) => (
          <>
            <Show when={found().privacy === "plain"}>
              <section class="card column edge medium">
                <h2>{t("hidden.noPassword")}</h2>
                <p>{t("hidden.noPasswordWhy")}</p>
                <div class="row">
                  <Link to="/privacy" class="button">
                    {t("privacy.setTitle")}
                  </Link>
                </div>
              </section>
            </Show>
            <Show when={found().apps.length > 0 || found().privacy !== "plain"}>
              <HiddenApps apps={found().apps} onChanged={() => void refetch()} />
            </Show>
            <Show when={found().privacy !== "plain"}>
              <HideApps hidden={found().apps} onChanged={() => void refetch()} />
            </Show>
            <section class="section">
              <h2>{t("hidden.worth")}</h2>
              <ul>
                <li>{t("hidden.worthYes")}</li>
                <li>{t("hidden.worthNo")}</li>
                <li>{t("hidden.worthBack")}</li>
              </ul>
            </section>
          </>
        )}
      </Fetched>
    </div>
  );
}

function HiddenApps(props: { readonly apps: readonly HiddenApp[]; readonly onChanged: () => void }): JSX.Element {
  const [undoing, setUndoing] = createSignal<{ readonly serial: string; readonly chosen: UndoWish }>();
  const faces = useFaces(() => [...new Set(props.apps.map(({ phone }) => phone.serial))]);
  const faceOf = (app: HiddenApp) => faces()?.get(app.phone.serial)?.get(app.package);
  const nameOf = (app: HiddenApp) => faceOf(app)?.name ?? app.package;
  const phones = createMemo(() => {
    const groups = new Map<string, HiddenApp[]>();
    for (const app of props.apps) groups.set(app.phone.serial, [...(groups.get(app.phone.serial) ?? []), app]);
    return [...groups.entries()];
  });
  const bringBack = (serial: string, apps: readonly HiddenApp[]) => {
    const places = new Map<number, number[]>();
    for (const { entry, place } of apps) places.set(entry, [...(places.get(entry) ?? []), place]);
    setUndoing({ serial, chosen: [...places].map(([entry, of]) => ({ entry, places: of })) });
  };
  return (
    <section>
      <h2>{t("hidden.now")}</h2>
      <For each={phones()} fallback={<p class="empty">{t("hidden.none")}</p>}>
        {([serial, apps]) => (
          <>
            <div class="row wrap between">
              <h3>{apps[0]?.phone.model ?? serial}</h3>
              <Show when={apps.length > 1}>
                <button type="button" class="button quiet" onClick={() => bringBack(serial, apps)}>
                  {t("hidden.backAll", { count: apps.length })}
                </button>
              </Show>
            </div>
            <ul class="cards">
              <For each={apps}>
                {(app) => (
                  <li class="card">
                    <div class="grow with-tile">
                      <AppTile name={nameOf(app)} picture={faceOf(app)?.picture} />
                      <div>
                        <h3>
                          <bdi>{nameOf(app)}</bdi>
                          <Show when={nameOf(app) !== app.package}>
                            {" "}
                            <code class="soft">{app.package}</code>
                          </Show>
                        </h3>
                        <p class="soft">
                          {t(`hidden.way.${app.way}`)} · {t("hidden.since", { time: formatTime(app.since) })}
                          <Show when={app.user !== 0}> · {t("hidden.user", { user: String(app.user) })}</Show>
                        </p>
                      </div>
                    </div>
                    <button type="button" class="button quiet" onClick={() => bringBack(serial, [app])}>
                      {t("hidden.back")}
                      <span class="visually-hidden">: {nameOf(app)}</span>
                    </button>
                  </li>
                )}
              </For>
            </ul>
          </>
        )}
      </For>
      <Show when={undoing()} keyed>
        {({ serial, chosen }) => (
          <UndoDialog
            serial={serial}
            chosen={chosen}
            title={t("hidden.back")}
            onClose={(changed) => {
              setUndoing(undefined);
              if (changed) props.onChanged();
            }}
          />
        )}
      </Show>
    </section>
  );
}

/** How apps look, by phone and package, as the newest examination of each phone tells. Without one, packages stand for themselves. */
function useFaces(serials: () => readonly string[]) {
  const [faces] = createResource(serials, async (wanted) => {
    const found = new Map<string, AppFaces>();
    const { examinations } = await ask<{ readonly examinations: readonly ExaminationSummary[] }>("/examinations").catch(
      () => ({ examinations: [] }),
    );
    for (const serial of wanted) {
      const newest = examinations.find((each) => each.serial === serial);
      if (!newest) continue;
      found.set(serial, await facesOf(newest.id).catch((): AppFaces => new Map()));
    }
    return found;
  });
  return () => faces.latest;
}

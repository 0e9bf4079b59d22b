import { For, type JSX, onMount, Show } from "solid-js";
import type { LookedAtFile } from "../../centre/look-at-file.ts";
import { pictureOfRecords } from "../app-picture.ts";
import { t } from "../i18n.ts";
import { AppComponents, AppHosts, AppNetwork, AppTrackers } from "./app-contents.tsx";
import { AppTile } from "./app-tile.tsx";
import { AppVerdicts } from "./app-verdicts.tsx";
import { PageSections } from "./page-sections.tsx";
import "../style/apps.css";
import { Phrase } from "./said.tsx";

/** The apps of a file that was opened. Nothing of it is kept. */
export default function LookedAtApps(props: {
  readonly found: Extract<LookedAtFile, { kind: "app" }>;
  readonly onClose: () => void;
}): JSX.Element {
  let title: HTMLHeadingElement | undefined;
  onMount(() => title?.focus());
  return (
    <>
      <h1
        tabindex="-1"
        ref={(element) => {
          title = element;
        }}
      >
        {t("file.apps")}
      </h1>
      <p class="soft lead">{t("file.appsAbout")}</p>
      <p class="no-print">
        <button type="button" class="button quiet" onClick={() => props.onClose()}>
          {t("work.back")}
        </button>
      </p>
      <For each={props.found.apps}>
        {({ view, page, mayWatch }) => (
          <article class="depth">
            <div class="row">
              <AppTile name={page.name} picture={pictureOfRecords(view.records)} size="large" />
              <h2>{page.name}</h2>
            </div>
            <Show when={mayWatch}>
              <div class="notice bad">
                <h3>{t("app.mayWatch")}</h3>
                <p>{t("app.mayWatchAbout")}</p>
              </div>
            </Show>
            <AppVerdicts view={view} />
            <AppTrackers view={view} />
            <AppNetwork view={view} />
            <AppHosts view={view} />
            <AppComponents view={view} />
            <PageSections page={page} />
          </article>
        )}
      </For>
      <For each={props.found.notes}>
        {(note) => (
          <p class="notice">
            <Phrase of={note} />
          </p>
        )}
      </For>
    </>
  );
}

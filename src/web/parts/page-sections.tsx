import { createSignal, For, type JSX, Show } from "solid-js";
import type { AppPage } from "../../centre/app-page.ts";

import { t } from "../i18n.ts";

/** Everything that was read of an app, as the command line tells it: sections of labelled statements, in English. */
export function PageSections(props: { readonly page: AppPage }): JSX.Element {
  const [open, setOpen] = createSignal(false);
  return (
    <details class="card column whole" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t("app.whole")}</summary>
      <Show when={open()}>
        <div lang="en">
          <For each={props.page.sections}>
            {({ title, rows }) => (
              <>
                <h3>{title}</h3>
                <dl class="page-rows">
                  <For each={rows}>
                    {({ label, items }) => (
                      <div>
                        <dt>{label}</dt>
                        <For each={items}>{({ text, tone }) => <dd class={tone}>{text}</dd>}</For>
                      </div>
                    )}
                  </For>
                </dl>
              </>
            )}
          </For>
        </div>
      </Show>
    </details>
  );
}

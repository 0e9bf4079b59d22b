import { For, type JSX, Show } from "solid-js";
import type { VaultLeftOut } from "../../../centre/vault-page.ts";
import { t } from "../../i18n.ts";
import { Phrase } from "../../parts/said.tsx";
import "./phone-files.css";

/** What was left out, and why, folded; the list scrolls in itself. */
export function LeftOut(props: {
  readonly of: VaultLeftOut;
  /** “Not taken along” where nothing else is said. */
  readonly title?: string;
  readonly open?: boolean;
}): JSX.Element {
  const title = () => props.title ?? t("vault.left", { count: props.of.leftCount });
  return (
    <Show when={props.of.leftCount > 0}>
      <details class="plan-files" open={props.open ?? false}>
        <summary>{title()}</summary>
        <ul class="left-out" tabindex="0" aria-label={title()}>
          <For each={props.of.left}>
            {({ path, reason }) => (
              <li>
                <code>{path}</code>: <Phrase of={reason} />
              </li>
            )}
          </For>
          <Show when={props.of.leftCount > props.of.left.length}>
            <li>{t("vault.leftMore", { count: props.of.leftCount - props.of.left.length })}</li>
          </Show>
        </ul>
      </details>
    </Show>
  );
}

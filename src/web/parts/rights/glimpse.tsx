import { createResource, For, type JSX, Show } from "solid-js";
import type { RightsPage } from "../../../centre/rights-page.ts";
import { ask } from "../../api.ts";
import { t } from "../../i18n.ts";
import { Link } from "../link.tsx";
import { DueLine } from "./standing.tsx";
import { isNear } from "./words.ts";
import "../../style/rights.css";

/** Answers that are due soon or overdue; nothing where there are none, or Candor is locked. */
export default function RightsGlimpse(): JSX.Element {
  const [page] = createResource(() => ask<RightsPage>("/rights").catch(() => null));
  const near = () => page()?.requests.filter(isNear) ?? [];
  return (
    <Show when={near().length > 0}>
      <section class="notice ask no-print" aria-labelledby="rights-near">
        <h2 id="rights-near">{t(near()[0]?.overdue ? "rights.nearOverdue" : "rights.near")}</h2>
        <ul class="rights-near">
          <For each={near()}>
            {(each) => (
              <li>
                <Link to={`/rights/${each.id}`}>{each.to}</Link> · <DueLine of={each} />
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}

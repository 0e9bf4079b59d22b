import { createResource, For, type JSX, Show } from "solid-js";
import type { TrafficSummary } from "../../../centre/traffic-desk.ts";
import { ask } from "../../api.ts";
import { t } from "../../i18n.ts";
import { Link } from "../../parts/link.tsx";
import { periodOf } from "../../parts/traffic/words.ts";

/** Which report on traffic answers what only records of traffic can; nothing where no control of the profile asks that. */
export function TrafficChoice(props: {
  readonly needed: boolean;
  readonly chosen: string | null;
  readonly onChoose: (id: string | null) => void;
}): JSX.Element {
  const [desk] = createResource(() =>
    ask<{ readonly reports: readonly TrafficSummary[] }>("/traffic").catch(() => ({ reports: [] })),
  );
  const reports = () => desk.latest?.reports ?? [];
  return (
    <Show when={props.needed && desk.latest}>
      <div class="row wrap traffic-choice no-print">
        <Show
          when={reports().length > 0}
          fallback={
            <p class="soft">
              {t("traffic-record.about")} {t("traffic-record.make")} <Link to="/traffic">{t("nav.traffic")}</Link>
            </p>
          }
        >
          <label>
            {t("traffic-record.use")}{" "}
            <select onChange={(event) => props.onChoose(event.currentTarget.value || null)}>
              <option value="" selected={props.chosen === null}>
                {t("traffic-record.none")}
              </option>
              <For each={reports()}>
                {({ id, files, period }) => (
                  <option value={id} selected={props.chosen === id}>
                    {files.join(", ").slice(0, 80)}
                    {period ? `, ${periodOf(period)}` : ""}
                  </option>
                )}
              </For>
            </select>
          </label>
          <span class="soft">{t("traffic-record.about")}</span>
        </Show>
      </div>
    </Show>
  );
}

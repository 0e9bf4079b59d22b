import { createResource, type JSX, Show } from "solid-js";
import type { PhoneHistory } from "../../centre/history.ts";
import { ask } from "../api.ts";
import { t } from "../i18n.ts";
import { HistoryPicture } from "./history-picture.tsx";
import { Link } from "./link.tsx";

/** How the grave findings of a phone went, on its overview; nothing where it was examined only once. */
export default function HistoryGlimpse(props: { readonly id: string }): JSX.Element {
  const path = () => encodeURIComponent(props.id);
  const [found] = createResource(path, (id) =>
    // An overview stands without it.
    ask<{ readonly history: PhoneHistory | null }>(`/examinations/${id}/history`).catch(() => null),
  );
  const points = () => found.latest?.history?.points ?? [];
  return (
    <Show when={points().length > 1}>
      <section aria-labelledby="glimpse-title">
        <h2 class="section" id="glimpse-title">
          {t("history.overTime")}
        </h2>
        <div class="card column">
          <HistoryPicture points={points()} lanes={["critical", "high", "medium"]} here={props.id} />
          <p class="no-print">
            <Link to={`/e/${path()}/history`}>{t("history.whole")}</Link>
          </p>
        </div>
      </section>
    </Show>
  );
}

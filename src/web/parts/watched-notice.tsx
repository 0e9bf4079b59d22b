import { type JSX, Show } from "solid-js";
import type { Report } from "../../core/report.ts";
import { mayBeWatched } from "../../report/wording.ts";
import { t } from "../i18n.ts";

/** What to think of before anything is changed, where a report names something that may let somebody watch; nothing elsewhere. */
export function WatchedNotice(props: { readonly report: Pick<Report, "outcomes"> }): JSX.Element {
  return (
    <Show when={mayBeWatched(props.report)}>
      <div class="notice bad">
        <h2>{t("overview.watched")}</h2>
        <p>{t("overview.watchedAbout")}</p>
      </div>
    </Show>
  );
}

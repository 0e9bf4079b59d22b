import { createContext, type JSX, Show, useContext } from "solid-js";
import type { Report } from "../../core/report.ts";
import { mayBeWatched } from "../../report/wording.ts";
import { t } from "../i18n.ts";

/** Gives the report of the examination that is shown. What offers changes below it says by itself what to think of before. */
export const ReportInSight = createContext<() => Pick<Report, "outcomes">>();

/** What to think of before anything is changed, where the report in sight names something that may let somebody watch; nothing elsewhere. */
export function WatchedNotice(): JSX.Element {
  const report = useContext(ReportInSight);
  return (
    <Show when={report !== undefined && mayBeWatched(report())}>
      <div class="notice bad">
        <h2>{t("overview.watched")}</h2>
        <p>{t("overview.watchedAbout")}</p>
      </div>
    </Show>
  );
}

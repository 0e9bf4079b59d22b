import { createResource, type JSX, Show } from "solid-js";
import type { RightsPage } from "../../../centre/rights-page.ts";
import { ask } from "../../api.ts";
import { t } from "../../i18n.ts";
import { Icon } from "../icon.tsx";
import { Link } from "../link.tsx";
import { dayWords } from "./words.ts";
import "../../style/rights.css";

/** What a request about one's data waits for, in one line, with the way to all of them. Nothing while Candor is locked. */
export function RightsLine(): JSX.Element {
  const [page] = createResource(() => ask<RightsPage>("/rights").catch(() => null));
  const said = ({ requests }: RightsPage): string => {
    const late = requests.filter(({ overdue }) => overdue);
    const open = requests.filter(({ state, overdue, due }) => state === "waiting" && !overdue && due !== null);
    const [next] = open;
    if (requests.length === 0) return t("rights.lineNone");
    const parts = [
      ...(late.length > 0 ? [t("rights.lineOverdue", { count: late.length })] : []),
      ...(next?.due ? [t("rights.lineOpen", { count: open.length, day: dayWords(next.due) })] : []),
    ];
    return parts.length > 0 ? parts.join(" ") : t("rights.lineAll", { count: requests.length });
  };
  return (
    <Show when={page()}>
      {(found) => (
        <section class="card rights-line no-print" aria-labelledby="rights-line">
          <Icon name="document" />
          <div class="grow">
            <h2 id="rights-line">{t("rights.title")}</h2>
            <p class="soft">{said(found())}</p>
          </div>
          <Link to="/rights" class="button quiet">
            {t("rights.show")}
          </Link>
        </section>
      )}
    </Show>
  );
}

import { createResource, For, type JSX, Show } from "solid-js";
import type { PageRequest, RightsPage } from "../../../centre/rights-page.ts";
import { ask } from "../../api.ts";
import { t } from "../../i18n.ts";
import { Fetched } from "../../parts/fetched.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Link } from "../../parts/link.tsx";
import { NewLetter } from "../../parts/rights/new-letter.tsx";
import { DueLine, Leaf, StandingMark } from "../../parts/rights/standing.tsx";
import { basisWords, dayWords, saveCalendar, toneOf } from "../../parts/rights/words.ts";
import "../../style/keeping.css";
import "../../style/traffic.css";
import "../../style/rights.css";

/** All requests about one's data: those that press first. */
export default function RightsList(): JSX.Element {
  const [page, { refetch }] = createResource(() => ask<RightsPage>("/rights"));
  return (
    <div class="page rights">
      <p class="no-print">
        <Link to="/traffic">{t("traffic.title")}</Link>
      </p>
      <h1>{t("rights.title")}</h1>
      <p class="soft lead">{t("rights.lead")}</p>
      <Fetched from={page} again={() => void refetch()}>
        {(found) => (
          <>
            <Show when={found().requests.length > 0} fallback={<None />}>
              <Show when={found().requests.some(({ days }) => days.length > 0)}>
                <div class="row wrap bar no-print">
                  <button
                    type="button"
                    class="button quiet"
                    onClick={() => saveCalendar("candor-rights.ics", found().requests)}
                  >
                    <Icon name="download" />
                    {t("rights.calendar")}
                  </button>
                </div>
              </Show>
              <ul class="cards">
                <For each={found().requests}>{(each) => <Request of={each} />}</For>
              </ul>
            </Show>
            <NewLetter onFiled={() => void refetch()} />
          </>
        )}
      </Fetched>
    </div>
  );
}

function None(): JSX.Element {
  return (
    <div class="empty">
      <p>{t("rights.none")}</p>
      <Link to="/traffic" class="button quiet">
        {t("rights.fromTraffic")}
      </Link>
    </div>
  );
}

function Request(props: { readonly of: PageRequest }): JSX.Element {
  const { id, to, kind, sentOn, deadline, extension, request } = props.of;
  const written = request.events[0]?.on ?? "";
  return (
    <li class={`card edge request ${toneOf(props.of)}`}>
      <Leaf of={props.of} />
      <div class="grow">
        <h2>
          <Link to={`/rights/${id}`}>{to}</Link>
        </h2>
        <p class="soft">
          {t(`rights.kind.${kind}`)} · {t("rights.number", { number: id })} ·{" "}
          {sentOn === null
            ? t("rights.writtenOn", { day: dayWords(written) })
            : t("rights.sentOn", { day: dayWords(sentOn) })}
        </p>
        <p>
          <DueLine of={props.of} />
        </p>
        <Show when={props.of.daysLeft !== null && deadline}>
          {(each) => (
            <p class="soft small">
              {basisWords(props.of)}
              <Show when={extension}>
                {(how) => (
                  <>
                    {" "}
                    {t(`rights.extension.${how()}`, {
                      on: dayWords(request.events.find(({ what }) => what === "extended")?.on ?? written),
                      day: dayWords(how() === "in-time" ? (props.of.due ?? each().due) : each().due),
                    })}
                  </>
                )}
              </Show>
            </p>
          )}
        </Show>
      </div>
      <StandingMark of={props.of} />
    </li>
  );
}

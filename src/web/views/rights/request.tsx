import { createResource, createSignal, For, type JSX, Show } from "solid-js";
import type { PageRequest, RightsPage } from "../../../centre/rights-page.ts";
import { ask } from "../../api.ts";
import { countryName, t } from "../../i18n.ts";
import { ConfirmDialog } from "../../parts/confirm-dialog.tsx";
import { Fetched } from "../../parts/fetched.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Link } from "../../parts/link.tsx";
import { FileEvent } from "../../parts/rights/file-event.tsx";
import { Happened } from "../../parts/rights/happened.tsx";
import { LetterBack } from "../../parts/rights/letter-back.tsx";
import { DueLine, Leaf, StandingMark } from "../../parts/rights/standing.tsx";
import { basisWords, dayWords, saveCalendar, todayHere, toneOf } from "../../parts/rights/words.ts";
import { Phrase } from "../../parts/said.tsx";
import { Scroller } from "../../parts/traffic/tables.tsx";
import { exactTime } from "../../parts/traffic/words.ts";
import { go } from "../../router.ts";
import "../../style/tables.css";
import "../../style/keeping.css";
import "../../style/traffic.css";
import "../../style/rights.css";

interface Shown {
  readonly request: PageRequest;
  readonly today: string;
}

/** One request: where it stands, what to do now, and what happened so far. */
export default function RightsRequestView(props: { readonly id: string }): JSX.Element {
  const [found, { refetch, mutate }] = createResource(
    () => props.id,
    async (id): Promise<Shown> => {
      const [request, page] = await Promise.all([
        ask<PageRequest>(`/rights/requests/${encodeURIComponent(id)}`),
        ask<RightsPage>("/rights"),
      ]);
      return { request, today: todayHere(page) };
    },
  );
  const changed = (request: PageRequest) => mutate((before) => before && { ...before, request });
  return (
    <div class="page rights">
      <p class="no-print">
        <Link to="/rights">{t("rights.back")}</Link>
      </p>
      <Fetched from={found} again={() => void refetch()}>
        {(shown) => (
          <>
            <Head of={shown().request} />
            <Next of={shown().request} />
            <Show when={shown().request.may.length > 0}>
              <FileEvent of={shown().request} today={shown().today} onChanged={changed} />
            </Show>
            <Happened of={shown().request} onChanged={changed} />
            <Evidence of={shown().request} />
            <Papers of={shown().request} />
            <Away of={shown().request} />
          </>
        )}
      </Fetched>
    </div>
  );
}

/** To whom, what for, by when. */
function Head(props: { readonly of: PageRequest }): JSX.Element {
  return (
    <>
      <h1>{props.of.to}</h1>
      <section class={`card edge request ${toneOf(props.of)}`} aria-label={t("rights.number", { number: props.of.id })}>
        <Leaf of={props.of} />
        <div class="grow">
          <p class="soft">
            {t(`rights.kind.${props.of.kind}`)} · {t("rights.number", { number: props.of.id })}
            <Show when={props.of.sentOn}>{(day) => ` · ${t("rights.sentOn", { day: dayWords(day()) })}`}</Show>
          </p>
          <p class="due">
            <DueLine of={props.of} />
          </p>
          <Basis of={props.of} />
        </div>
        <StandingMark of={props.of} />
      </section>
    </>
  );
}

/** By which rule the day was counted, and whether more time counts. */
function Basis(props: { readonly of: PageRequest }): JSX.Element {
  const told = () => props.of.request.events.find(({ what }) => what === "extended")?.on ?? "";
  return (
    <Show when={props.of.daysLeft !== null && props.of.deadline}>
      {(deadline) => (
        <>
          <Show when={props.of.extension}>
            {(how) => (
              <p>
                {t(`rights.extension.${how()}`, {
                  on: dayWords(told()),
                  day: dayWords(how() === "in-time" ? (props.of.due ?? deadline().due) : deadline().due),
                })}
              </p>
            )}
          </Show>
          <details>
            <summary>{t("rights.basis")}</summary>
            <ul>
              <li>{basisWords(props.of)}</li>
              <Show when={props.of.sentOn}>{(day) => <li>{t("rights.basisFrom", { day: dayWords(day()) })}</li>}</Show>
              <For each={deadline().notes}>
                {(note) => (
                  <li>
                    <Phrase of={note} />
                  </li>
                )}
              </For>
              <Show when={props.of.extension === null && deadline().extended}>
                {(day) => <li>{t("rights.extensible", { day: dayWords(day()), due: dayWords(deadline().due) })}</li>}
              </Show>
            </ul>
          </details>
        </>
      )}
    </Show>
  );
}

/** What can be done now, and the letters for it. */
function Next(props: { readonly of: PageRequest }): JSX.Element {
  const [writing, setWriting] = createSignal<"reminder" | "complaint" | null>(null);
  const last = () => props.of.request.events.at(-1);
  const said = () => {
    const { state, overdue } = props.of;
    const { what = "written", on = "" } = last() ?? {};
    if (what === "reminded") return t("rights.next.reminded", { day: dayWords(on) });
    if (overdue) return t("rights.next.overdue");
    if (state !== "contested") return t(`rights.next.${state}`);
    const answer = props.of.request.events.findLast((each) =>
      ["partial", "refused", "id-demanded"].includes(each.what),
    );
    return t(`rights.next.${(answer?.what ?? "partial") as "partial" | "refused" | "id-demanded"}`);
  };
  const may = (what: "reminded" | "complained") => props.of.sentOn !== null && props.of.may.includes(what);
  const pressing = () => props.of.cause !== null || props.of.state === "contested";
  return (
    <>
      <section class="card column no-print" aria-labelledby="rights-next">
        <h2 id="rights-next">{t("rights.next")}</h2>
        <p>{said()}</p>
        <div class="row wrap">
          <Show when={may("reminded")}>
            <button
              type="button"
              class={`button ${pressing() && last()?.what !== "reminded" ? "" : "quiet"}`}
              onClick={() => setWriting("reminder")}
            >
              {t("rights.remind")}
            </button>
          </Show>
          <Show when={may("complained")}>
            <button
              type="button"
              class={`button ${last()?.what === "reminded" ? "" : "quiet"}`}
              onClick={() => setWriting("complaint")}
            >
              {t("rights.complain")}
            </button>
          </Show>
          <Show when={props.of.days.length > 0}>
            <button
              type="button"
              class="button quiet"
              onClick={() => saveCalendar(`candor-rights-${props.of.id}.ics`, [props.of])}
            >
              <Icon name="download" />
              {t("rights.calendar")}
            </button>
          </Show>
        </div>
      </section>
      <Show when={writing()} keyed>
        {(kind) => <LetterBack of={props.of} kind={kind} />}
      </Show>
    </>
  );
}

/** What was recorded of connections to the company, as the letter has it. */
function Evidence(props: { readonly of: PageRequest }): JSX.Element {
  const evidence = () => props.of.request.evidence;
  return (
    <section class="card column" aria-labelledby="rights-evidence">
      <h2 id="rights-evidence">{t("rights.evidence")}</h2>
      <Show when={evidence()} fallback={<p class="soft">{t("rights.evidenceNone")}</p>}>
        {(of) => (
          <>
            <p class="soft">
              {t("rights.evidenceOf", {
                count: of().hosts.reduce((sum, { connections }) => sum + connections, 0),
                hosts: of().hosts.length,
                from: exactTime(of().from ?? 0),
                to: exactTime(of().to ?? 0),
              })}
            </p>
            <details>
              <summary>{t("traffic.asTable")}</summary>
              <Scroller label={t("rights.evidence")}>
                <table>
                  <thead>
                    <tr>
                      <th scope="col">{t("traffic.server")}</th>
                      <th scope="col" class="number">
                        {t("rights.connections")}
                      </th>
                      <th scope="col">{t("traffic.apps")}</th>
                      <th scope="col">{t("traffic.country")}</th>
                    </tr>
                  </thead>
                  <tbody>
                    <For each={of().hosts}>
                      {({ host, connections, apps, country }) => (
                        <tr>
                          <th scope="row">{host}</th>
                          <td class="number">{connections}</td>
                          <td>{apps.join(", ") || t("traffic.noApp")}</td>
                          <td>{country === null ? t("traffic.noPlace") : countryName(country)}</td>
                        </tr>
                      )}
                    </For>
                  </tbody>
                </table>
              </Scroller>
              <ul class="small">
                <For each={of().records}>
                  {({ file, sha256 }) => (
                    <li>
                      {file}
                      <Show when={sha256}>{(digest) => <code class="under">SHA-256 {digest()}</code>}</Show>
                    </li>
                  )}
                </For>
              </ul>
            </details>
          </>
        )}
      </Show>
    </section>
  );
}

function Papers(props: { readonly of: PageRequest }): JSX.Element {
  const request = () => props.of.request;
  return (
    <details class="card column">
      <summary>{t("rights.papers")}</summary>
      <dl class="facts">
        <dt>{t("rights.subject")}</dt>
        <dd lang={request().language}>{request().letter.subject}</dd>
        <dt>{t("rights.law")}</dt>
        <dd>{request().law.name}</dd>
        <dt>{t("rights.articles")}</dt>
        <dd>{request().law.articles.join(", ")}</dd>
        <dt>{t("rights.address")}</dt>
        <dd class="lines">
          {[request().to.address, request().to.email, request().to.form].filter((each) => each !== null).join("\n") ||
            t("traffic.letter.noAddress")}
        </dd>
        <dt>{t("rights.digest")}</dt>
        <dd>
          <code>{request().letter.sha256}</code>
        </dd>
      </dl>
    </details>
  );
}

function Away(props: { readonly of: PageRequest }): JSX.Element {
  const [asking, setAsking] = createSignal(false);
  const remove = async () => {
    await ask(`/rights/requests/${props.of.id}`, { method: "DELETE" });
    go("/rights");
  };
  return (
    <>
      <button type="button" class="button quiet no-print" onClick={() => setAsking(true)}>
        {t("rights.delete")}
      </button>
      <Show when={asking()}>
        <ConfirmDialog
          title={t("rights.deleteAsk")}
          about={t("rights.deleteAbout")}
          does={t("rights.deleteDo")}
          run={remove}
          onClose={() => setAsking(false)}
        />
      </Show>
    </>
  );
}

import { createResource, For, type JSX, Show } from "solid-js";
import { outcomeSaid } from "../../answers.ts";
import { ask } from "../../api.ts";
import { formatDay, t } from "../../i18n.ts";
import { Fetched } from "../../parts/fetched.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Link } from "../../parts/link.tsx";
import { Phrase, SaidText } from "../../parts/said.tsx";
import { StateMark } from "../../parts/severity.tsx";
import "../../style/tables.css";
import "../../style/updates.css";
import { daysOld, type FixesShown, type UpdatesShown } from "./counts.ts";
import { AllFixes, Exploited, PartTable } from "./fixes.tsx";
import { GradePicture, MonthPicture, monthName } from "./pictures.tsx";

const day = (text: string) => formatDay(Date.parse(`${text}T12:00:00Z`));

/** Which published fixes the phone lacks: one sentence for its owner, pictures, and tables for an engineer. */
export default function UpdatesView(props: { readonly id: string }): JSX.Element {
  const [found, { refetch }] = createResource(
    () => props.id,
    (id) => ask<UpdatesShown>(`/examinations/${encodeURIComponent(id)}/updates`),
  );
  return (
    <div class="updates-page">
      <h1>{t("updates.title")}</h1>
      <Fetched from={found} again={() => void refetch()}>
        {(now) => (
          <>
            <Summary of={now()} />
            <Show when={now().fixes}>{(fixes) => <Stale of={fixes()} />}</Show>
            <h2 class="section">{t("updates.levels")}</h2>
            <Levels of={now()} />
            <p class="soft">{t("updates.word")}</p>
            <Show when={now().fixes}>{(fixes) => <Missing of={fixes()} />}</Show>
            <Answers id={props.id} of={now()} />
            <Lists of={now()} />
          </>
        )}
      </Fetched>
    </div>
  );
}

function Summary(props: { readonly of: UpdatesShown }): JSX.Element {
  const tone = () => {
    const { fixes } = props.of;
    if (fixes === null || fixes.os.unknown !== null || fixes.os.level === null) return "unknown";
    if (fixes.os.exploited.length + fixes.vendor.exploited.length > 0) return "critical";
    if (fixes.os.missing.length > 0) return "high";
    return fixes.stale ? "unknown" : fixes.vendor.missing.length > 0 ? "medium" : "pass";
  };
  return (
    <section class={`card edge updates-summary ${tone()}`}>
      <span class={`mark ${tone()}`}>
        <Icon name={tone()} />
      </span>
      <p class="lead">
        <Phrase of={props.of.summary} />
      </p>
    </section>
  );
}

function Stale(props: { readonly of: FixesShown }): JSX.Element {
  return (
    <Show when={props.of.stale}>
      <div class="notice ask">
        <p>{t("updates.stale", { month: monthName(props.of.until, true) })}</p>
        <Link to="/lists">{t("updates.fetch")}</Link>
      </div>
    </Show>
  );
}

/** What the phone says of itself, each with what it is for, the day, and how old that was. */
function Levels(props: { readonly of: UpdatesShown }): JSX.Element {
  const missingOf = (level: "os" | "vendor") => {
    const standing = props.of.fixes?.[level];
    if (!standing || standing.level === null || standing.unknown !== null) return null;
    const count = standing.missing.length;
    if (count === 0) return t("updates.none");
    return t(level === "os" ? "updates.atLeast" : "updates.upTo", { count });
  };
  const rows = () => {
    const { fixes, playSystem, webview, kernel } = props.of;
    return [
      { name: "os", value: fixes?.os.level ?? null, why: fixes?.os.unknown ?? null, missing: missingOf("os") },
      {
        name: "vendor",
        value: fixes?.vendor.level ?? null,
        why: fixes?.vendor.unknown ?? null,
        missing: missingOf("vendor"),
      },
      { name: "playSystem", value: playSystem, why: null, missing: null },
      { name: "webview", value: webview, why: null, missing: null },
      { name: "kernel", value: kernel, why: null, missing: null },
    ] as const;
  };
  return (
    <ul class="cards levels">
      <For each={rows()}>
        {({ name, value, why, missing }) => (
          <li class={`card column ${value === null || why !== null ? "edge unknown" : ""}`}>
            <h3>{t(`updates.level.${name}`)}</h3>
            <p class="soft small">{t(`updates.level.${name}About`)}</p>
            <Level value={value} at={props.of.fixes?.at ?? null} />
            <Show when={why}>
              {(reason) => (
                <p>
                  <Phrase of={reason()} />
                </p>
              )}
            </Show>
            <Show when={missing}>{(text) => <p class="level-missing">{text()}</p>}</Show>
          </li>
        )}
      </For>
      <Show when={props.of.newest}>
        {(newest) => (
          <li class="card column">
            <h3>{t("updates.newest")}</h3>
            <p class="level">{newest().version}</p>
            <p class="soft">{day(newest().date)}</p>
          </li>
        )}
      </Show>
    </ul>
  );
}

/** A level: a day with its age, or a version as the phone says it. */
function Level(props: { readonly value: string | null; readonly at: string | null }): JSX.Element {
  const days = () => (props.at === null || !isDay(props.value) ? null : daysOld(props.value, props.at));
  return (
    <Show
      when={props.value}
      fallback={
        <p class="mark unknown">
          <Icon name="unknown" />
          {t("updates.notTold")}
        </p>
      }
    >
      {(value) => (
        <>
          <p class={isDay(value()) ? "level" : "level version"}>{isDay(value()) ? day(value()) : value()}</p>
          <Show when={days() !== null && Number(days()) >= 0}>
            <p class="soft">{t("updates.days", { count: days() ?? 0 })}</p>
          </Show>
        </>
      )}
    </Show>
  );
}

const isDay = (value: string | null) => /^\d{4}-\d\d-\d\d$/.test(value ?? "") && !Number.isNaN(Date.parse(value ?? ""));

function Missing(props: { readonly of: FixesShown }): JSX.Element {
  const some = () => props.of.os.missing.length + props.of.vendor.missing.length > 0;
  return (
    <>
      <Show when={some()}>
        <h2 class="section">{t("updates.missing")}</h2>
        <p class="soft">{t("updates.missingAbout")}</p>
        <GradePicture of={props.of} />
      </Show>
      <Exploited of={props.of} />
      <Show when={some()}>
        <h2 class="section">{t("updates.months")}</h2>
        <MonthPicture of={props.of} />
        <h2 class="section">{t("updates.parts")}</h2>
        <PartTable rows={props.of.rows} />
        <AllFixes of={props.of} />
      </Show>
    </>
  );
}

function Answers(props: { readonly id: string; readonly of: UpdatesShown }): JSX.Element {
  const to = (check: string) => `/e/${encodeURIComponent(props.id)}/findings/${encodeURIComponent(check)}`;
  return (
    <>
      <h2 class="section">{t("updates.answers")}</h2>
      <ul class="cards entries">
        <For each={props.of.outcomes.filter(({ state }) => state !== "not-applicable")}>
          {(outcome) => (
            <li class="card">
              <div class="grow">
                <h3>
                  <Link to={to(outcome.check)}>
                    <SaidText said={outcomeSaid(outcome, "title")} />
                  </Link>
                </h3>
                <Show when={outcome.state === "unknown" && outcome.reason}>
                  {(reason) => (
                    <p class="soft">
                      <Phrase of={reason()} />
                    </p>
                  )}
                </Show>
              </div>
              <StateMark state={outcome.state} />
            </li>
          )}
        </For>
      </ul>
    </>
  );
}

function Lists(props: { readonly of: UpdatesShown }): JSX.Element {
  return (
    <>
      <h2 class="section">{t("updates.lists")}</h2>
      <ul class="soft">
        <For each={props.of.lists}>
          {({ id, date, origin }) => (
            <li>
              {t("updates.listIs", {
                list: id,
                day: formatDay(Date.parse(date)),
                origin: t(`lists.origin.${origin}`),
              })}
            </li>
          )}
        </For>
      </ul>
    </>
  );
}

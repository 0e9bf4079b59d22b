import { createMemo, createResource, createSignal, For, type JSX, lazy, Show, Suspense } from "solid-js";
import type { AppInDepth, FindingAboutApp } from "../../centre/app-in-depth.ts";
import { type Remedy, severities } from "../../core/check.ts";
import { outcomeSaid, phraseSaid } from "../answers.ts";
import { ask } from "../api.ts";
import { formatNumber, t } from "../i18n.ts";
import { AppBrief } from "../parts/app-brief.tsx";
import { AppComponents, AppHosts, AppNetwork, AppSigner, AppTrackers } from "../parts/app-contents.tsx";
import { AppHistory } from "../parts/app-history.tsx";
import { AppPermissions } from "../parts/app-permissions.tsx";
import { AppVerdicts } from "../parts/app-verdicts.tsx";
import { ChangeDialog } from "../parts/change-dialog.tsx";
import { Link } from "../parts/link.tsx";
import { Failed, failureIn, Loading } from "../parts/loading.tsx";
import { PageSections } from "../parts/page-sections.tsx";
import { SaidText } from "../parts/said.tsx";
import { SeverityMark } from "../parts/severity.tsx";
import { FindingRow } from "./findings.tsx";
import "../style/apps.css";

const AppFdroid = lazy(() => import("../parts/app-fdroid.tsx"));

type ActionRemedy = Extract<Remedy, { kind: "action" }>;

/** One app of an examination in depth: `name` is its package. `phone` is null where nothing can be changed. */
export default function AppInDepthView(props: {
  readonly id: string;
  readonly name: string;
  readonly phone: string | null;
}): JSX.Element {
  const address = () => `/examinations/${encodeURIComponent(props.id)}/apps/${encodeURIComponent(props.name)}`;
  const [app, { refetch }] = createResource(address, (path) => ask<AppInDepth>(path));
  return (
    <>
      <p class="no-print app-back">
        <Link to={`/e/${encodeURIComponent(props.id)}/apps`}>← {t("app.all")}</Link>
      </p>
      <Show when={!app.error} fallback={<Failed failure={failureIn(app.error)} again={() => void refetch()} />}>
        <Show when={app.latest} fallback={<Loading />}>
          {(found) => <Depth {...props} app={found()} onChanged={() => void refetch()} />}
        </Show>
      </Show>
    </>
  );
}

function Depth(props: {
  readonly id: string;
  readonly name: string;
  readonly phone: string | null;
  readonly app: AppInDepth;
  readonly onChanged: () => void;
}): JSX.Element {
  const view = () => props.app.view;
  const [changes, setChanges] = createSignal(0);
  const changed = () => {
    setChanges(changes() + 1);
    props.onChanged();
  };
  return (
    <>
      <AppBrief app={props.app} />
      <Show when={props.app.mayWatch}>
        <div class="notice bad">
          <h2>{t("app.mayWatch")}</h2>
          <p>{t("app.mayWatchAbout")}</p>
        </div>
      </Show>
      <div class="depth">
        <AppVerdicts view={view()} />
        <Findings app={props.app} phone={props.phone} onChanged={changed} />
        <AppPermissions app={props.app} phone={props.phone} changes={changes()} onChanged={changed} />
        <AppTrackers view={view()} />
        <AppNetwork view={view()} />
        <AppHosts view={view()} />
        <AppComponents view={view()} />
        <AppSigner view={view()} row={props.app.row} />
        <Show when={props.app.row.system === false}>
          <Suspense>
            <AppFdroid examination={props.id} name={props.name} />
          </Suspense>
        </Show>
        <AppHistory history={props.app.history} phone={props.phone} onChanged={changed} />
        <Show when={view().unread.length > 0}>
          <section class="card column edge unknown" aria-labelledby="app-unread">
            <h2 id="app-unread">{t("app.unread")}</h2>
            <p class="soft">{t("app.unreadAbout")}</p>
            <ul>
              <For each={view().unread}>
                {(sentence) => (
                  <li>
                    <SaidText said={phraseSaid(sentence)} />
                  </li>
                )}
              </For>
            </ul>
          </section>
        </Show>
        <PageSections page={props.app.page} />
      </div>
    </>
  );
}

/** Findings that are shown at first. */
const shownFirst = 6;

/** What checks found about it, with the remedies. */
function Findings(props: {
  readonly app: AppInDepth;
  readonly phone: string | null;
  readonly onChanged: () => void;
}): JSX.Element {
  const [fixing, setFixing] = createSignal<{ readonly remedy: ActionRemedy; readonly title: string }>();
  const [all, setAll] = createSignal(false);
  const findings = createMemo(() =>
    [...props.app.findings].sort(
      (a, b) => severities.indexOf(a.finding.severity) - severities.indexOf(b.finding.severity),
    ),
  );
  const shown = () => (all() ? findings() : findings().slice(0, shownFirst));
  return (
    <section class="card column" aria-labelledby="app-findings">
      <h2 id="app-findings">
        {t("nav.findings")} <span class="soft">{formatNumber(findings().length)}</span>
      </h2>
      <Show when={findings().length > 0} fallback={<p class="soft">{t("app.noFindings")}</p>}>
        <ul class="findings">
          <For each={shown()}>
            {(each) => (
              <AboutApp
                about={each}
                mayFix={props.phone !== null}
                onFix={(remedy) => setFixing({ remedy, title: said(each, "title").text })}
              />
            )}
          </For>
        </ul>
        <Show when={shown().length < findings().length}>
          <button type="button" class="button quiet no-print start" onClick={() => setAll(true)}>
            {t("findings.more", { count: findings().length - shown().length })}
          </button>
        </Show>
      </Show>
      <Show when={fixing()} keyed>
        {({ remedy, title }) => (
          <ChangeDialog
            phone={props.phone ?? ""}
            calls={[{ action: remedy.action, params: remedy.params }]}
            title={title}
            onClose={(changed) => {
              setFixing(undefined);
              if (changed) props.onChanged();
            }}
          />
        )}
      </Show>
    </section>
  );
}

const said = (about: FindingAboutApp, part: "title" | "why" | "advice") =>
  outcomeSaid({ ...about, state: "fail" }, part);

function AboutApp(props: {
  readonly about: FindingAboutApp;
  readonly mayFix: boolean;
  readonly onFix: (remedy: ActionRemedy) => void;
}): JSX.Element {
  return (
    <li>
      <p class="row wrap about">
        <SeverityMark severity={props.about.finding.severity} />
        <SaidText said={said(props.about, "title")} />
      </p>
      <ul class="findings only">
        <FindingRow
          check={props.about.check}
          finding={props.about.finding}
          mayFix={props.mayFix}
          onFix={(remedy) => props.onFix(remedy)}
        />
      </ul>
      <details>
        <summary>{t("findings.why")}</summary>
        <p>
          <SaidText said={said(props.about, "why")} />
        </p>
        <p>
          <strong>{t("findings.advice")}:</strong> <SaidText said={said(props.about, "advice")} />
        </p>
      </details>
    </li>
  );
}

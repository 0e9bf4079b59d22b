import { createEffect, createResource, For, type JSX, lazy, Match, Show, Suspense, Switch } from "solid-js";
import type { ExaminationSummary } from "../../centre/examinations.ts";
import type { Report } from "../../core/report.ts";
import { ask } from "../api.ts";
import { type MessageKey, t } from "../i18n.ts";
import { Link } from "../parts/link.tsx";
import { Failed, failureIn, Loading } from "../parts/loading.tsx";
import { ReportInSight } from "../parts/watched-notice.tsx";
import { Findings } from "./findings.tsx";
import { Overview } from "./overview.tsx";

const Collection = lazy(() => import("./collection/view.tsx"));
const Preinstalled = lazy(() => import("./preinstalled/view.tsx"));
const Permissions = lazy(() => import("./permissions/view.tsx"));
const Assessment = lazy(() => import("./assessment/view.tsx"));
const History = lazy(() => import("./history/view.tsx"));
const Updates = lazy(() => import("./updates/view.tsx"));
const Hardware = lazy(() => import("./hardware/view.tsx"));
const MakeEvidence = lazy(() => import("./evidence/make.tsx"));
const Apps = lazy(() => import("./apps.tsx"));
const AppInDepthView = lazy(() => import("./app-in-depth.tsx"));

/** One examination as its parts show it. */
export interface Examined {
  readonly examination: ExaminationSummary | null;
  readonly report: Report;
}

const parts: readonly { readonly part: string; readonly name: MessageKey }[] = [
  { part: "overview", name: "nav.overview" },
  { part: "findings", name: "nav.findings" },
  { part: "apps", name: "nav.apps" },
  { part: "permissions", name: "nav.permissions" },
  { part: "collection", name: "nav.collection" },
  { part: "preinstalled", name: "nav.preinstalled" },
  { part: "updates", name: "nav.updates" },
  { part: "assessment", name: "nav.assessment" },
  { part: "history", name: "nav.history" },
  { part: "evidence", name: "nav.evidence" },
];

/** One examination: what was found, by part. */
export default function Examination(props: {
  readonly id: string;
  readonly part: string;
  readonly item: string | undefined;
}): JSX.Element {
  const [examined, { refetch }] = createResource(
    () => props.id,
    (id) => ask<Examined>(`/examinations/${encodeURIComponent(id)}`),
  );
  const base = () => `/e/${encodeURIComponent(props.id)}`;
  return (
    <div class="page">
      <nav
        class="tabs no-print"
        aria-label={t("nav.overview")}
        ref={(element) => showCurrent(element, () => props.part)}
      >
        <For each={parts}>
          {({ part, name }) => (
            <Link to={part === "overview" ? base() : `${base()}/${part}`} current={props.part === part}>
              {t(name)}
            </Link>
          )}
        </For>
      </nav>
      <Show
        when={examined()}
        fallback={
          <Show when={examined.error} fallback={<Loading />}>
            <Failed failure={failureIn(examined.error)} again={() => void refetch()} />
          </Show>
        }
      >
        {(now) => (
          <ReportInSight.Provider value={() => now().report}>
            <Suspense fallback={<Loading />}>
              <Switch fallback={<Overview id={props.id} examined={now()} />}>
                <Match when={props.part === "findings"}>
                  <Findings id={props.id} examined={now()} item={props.item} />
                </Match>
                <Match when={props.part === "apps" && props.item}>
                  {(name) => <AppInDepthView id={props.id} name={name()} phone={now().examination?.phone ?? null} />}
                </Match>
                <Match when={props.part === "apps"}>
                  <Apps id={props.id} />
                </Match>
                <Match when={props.part === "collection"}>
                  <Collection id={props.id} examined={now()} />
                </Match>
                <Match when={props.part === "preinstalled"}>
                  <Preinstalled id={props.id} examined={now()} />
                </Match>
                <Match when={props.part === "assessment"}>
                  <Assessment id={props.id} examined={now()} item={props.item} />
                </Match>
                <Match when={props.part === "history"}>
                  <History id={props.id} />
                </Match>
                <Match when={props.part === "updates"}>
                  <Updates id={props.id} />
                </Match>
                <Match when={props.part === "hardware"}>
                  <Hardware id={props.id} examined={now()} />
                </Match>
                <Match when={props.part === "evidence"}>
                  <MakeEvidence id={props.id} examined={now()} />
                </Match>
                <Match when={props.part === "permissions"}>
                  <Permissions id={props.id} examined={now()} />
                </Match>
              </Switch>
            </Suspense>
          </ReportInSight.Provider>
        )}
      </Show>
    </div>
  );
}

/** On a narrow screen the tabs go on beyond its edge: the one of the part that is shown is to be seen. */
function showCurrent(tabs: HTMLElement, part: () => string): void {
  createEffect(() => {
    part();
    queueMicrotask(() => {
      const current = tabs.querySelector<HTMLElement>("[aria-current]");
      if (current)
        tabs.scrollLeft = current.offsetLeft - tabs.offsetLeft - (tabs.clientWidth - current.offsetWidth) / 2;
    });
  });
}

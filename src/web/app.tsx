import { createEffect, ErrorBoundary, For, type JSX, lazy, Match, Show, Suspense, Switch } from "solid-js";
import { type MessageKey, t } from "./i18n.ts";
import { Icon, type IconName } from "./parts/icon.tsx";
import { Link } from "./parts/link.tsx";
import { Failed, failureIn, Loading } from "./parts/loading.tsx";
import { LockState } from "./parts/lock-state.tsx";
import { turn } from "./privacy.ts";
import { match, path } from "./router.ts";
import { Start } from "./views/start.tsx";

const Examination = lazy(() => import("./views/examination.tsx"));
const Examinations = lazy(() => import("./views/examinations.tsx"));
const JournalView = lazy(() => import("./views/journal.tsx"));
const Comparison = lazy(() => import("./views/comparison.tsx"));
const JournalEntryView = lazy(() => import("./views/journal-entry.tsx"));
const Hidden = lazy(() => import("./views/hidden.tsx"));
const Lists = lazy(() => import("./views/lists.tsx"));
const Privacy = lazy(() => import("./views/privacy.tsx"));
const TrafficStart = lazy(() => import("./views/traffic/start.tsx"));
const TrafficReport = lazy(() => import("./views/traffic/report.tsx"));
const TrafficComparison = lazy(() => import("./views/traffic/comparison.tsx"));
const RightsList = lazy(() => import("./views/rights/list.tsx"));
const RightsRequest = lazy(() => import("./views/rights/request.tsx"));
const Following = lazy(() => import("./views/following/view.tsx"));
const FollowToast = lazy(() => import("./parts/follow-toast.tsx"));
const EvidenceStart = lazy(() => import("./views/evidence/start.tsx"));
const EvidenceVerdict = lazy(() => import("./views/evidence/verdict.tsx"));
const Vaults = lazy(() => import("./views/vault/list.tsx"));
const VaultView = lazy(() => import("./views/vault/view.tsx"));
const VaultBrowse = lazy(() => import("./views/vault/browse.tsx"));
const Share = lazy(() => import("./views/share/view.tsx"));
const ShareExamination = lazy(() => import("./views/share/examination.tsx"));
const Received = lazy(() => import("./views/share/received.tsx"));
const Settings = lazy(() => import("./views/settings.tsx"));

const places: readonly { readonly to: string; readonly name: MessageKey; readonly icon: IconName }[] = [
  { to: "/", name: "nav.phones", icon: "phone" },
  { to: "/examinations", name: "nav.examinations", icon: "history" },
  { to: "/traffic", name: "nav.traffic", icon: "traffic" },
  { to: "/vault", name: "nav.vault", icon: "vault" },
  { to: "/hidden", name: "nav.hidden", icon: "hidden" },
  { to: "/journal", name: "nav.journal", icon: "journal" },
  { to: "/settings", name: "nav.settings", icon: "settings" },
];

/** Whether a view belongs to a place; letters and what becomes of them begin where the data goes. */
const isAt = (place: string, at: string): boolean =>
  place === "/" ? at === "/" : at.startsWith(place) || (place === "/traffic" && at.startsWith("/rights"));

/** The page: where one is, and the view. */
export function App(): JSX.Element {
  let main: HTMLElement | undefined;
  let first = true;
  createEffect(() => {
    path();
    // Whoever reads by ear is told of the new view; the first one is read anyway.
    if (!first) main?.focus({ preventScroll: true });
    first = false;
  });
  return (
    <>
      <button type="button" class="skip" onClick={() => main?.focus()}>
        {t("app.skip")}
      </button>
      <header class="top no-print">
        <Link to="/" class="brand">
          <Icon name="candor" />
          <span>{t("app.title")}</span>
        </Link>
        <nav aria-label={t("app.title")}>
          <For each={places}>
            {({ to, name, icon }) => (
              <Link to={to} class="place" current={isAt(to, path())}>
                <Icon name={icon} />
                <span>{t(name)}</span>
              </Link>
            )}
          </For>
        </nav>
        <LockState />
      </header>
      <main
        id="main"
        tabindex="-1"
        ref={(element) => {
          main = element;
        }}
      >
        <ErrorBoundary
          fallback={(error, reset) => (
            <div class="page">
              <h1 class="visually-hidden">{t("app.title")}</h1>
              <Failed failure={failureIn(error)} again={reset} />
            </div>
          )}
        >
          <Suspense fallback={<Loading />}>
            <Show when={turn()} keyed>
              <Switch fallback={<Start />}>
                <Match when={path() === "/examinations"}>
                  <Examinations />
                </Match>
                <Match when={path() === "/journal"}>
                  <JournalView />
                </Match>
                <Match when={match("/journal/:entry")} keyed>
                  {(at) => <JournalEntryView entry={Number(at["entry"])} />}
                </Match>
                <Match when={match("/compare/:before/:after")} keyed>
                  {(at) => <Comparison before={at["before"] ?? ""} after={at["after"] ?? ""} />}
                </Match>
                <Match when={path() === "/traffic"}>
                  <TrafficStart />
                </Match>
                <Match when={match("/traffic/compare/:before/:after")} keyed>
                  {(at) => <TrafficComparison before={at["before"] ?? ""} after={at["after"] ?? ""} />}
                </Match>
                <Match when={match("/traffic/:id")} keyed>
                  {(at) => <TrafficReport id={at["id"] ?? ""} />}
                </Match>
                <Match when={path() === "/rights"}>
                  <RightsList />
                </Match>
                <Match when={match("/rights/:id")} keyed>
                  {(at) => <RightsRequest id={at["id"] ?? ""} />}
                </Match>
                <Match when={path() === "/evidence"}>
                  <EvidenceStart />
                </Match>
                <Match when={match("/evidence/:id")} keyed>
                  {(at) => <EvidenceVerdict id={at["id"] ?? ""} />}
                </Match>
                <Match when={path() === "/share"}>
                  <Share />
                </Match>
                <Match when={match("/share/e/:id")} keyed>
                  {(at) => <ShareExamination id={at["id"] ?? ""} />}
                </Match>
                <Match when={match("/share/received/:id")} keyed>
                  {(at) => <Received id={at["id"] ?? ""} />}
                </Match>
                <Match when={path() === "/vault"}>
                  <Vaults />
                </Match>
                <Match when={match("/vault/:id")} keyed>
                  {(at) => <VaultView id={at["id"] ?? ""} />}
                </Match>
                <Match when={match("/vault/:id/:snapshot") ?? match("/vault/:id/:snapshot/:folder")}>
                  {(at) => (
                    <VaultBrowse
                      id={at()["id"] ?? ""}
                      snapshot={at()["snapshot"] ?? ""}
                      folder={at()["folder"] ?? ""}
                    />
                  )}
                </Match>
                <Match when={path() === "/hidden"}>
                  <Hidden />
                </Match>
                <Match when={path() === "/lists"}>
                  <Lists />
                </Match>
                <Match when={path() === "/privacy" || path() === "/privacy/forgotten"}>
                  <Privacy forgotten={path().endsWith("/forgotten")} />
                </Match>
                <Match when={path() === "/following"}>
                  <Following />
                </Match>
                <Match when={path() === "/settings"}>
                  <Settings />
                </Match>
                <Match when={match("/e/:id") ?? match("/e/:id/:part") ?? match("/e/:id/:part/:item")}>
                  {(at) => <Examination id={at()["id"] ?? ""} part={at()["part"] ?? "overview"} item={at()["item"]} />}
                </Match>
              </Switch>
            </Show>
          </Suspense>
        </ErrorBoundary>
      </main>
      <Suspense>
        <Show when={path() !== "/following" && turn()} keyed>
          <FollowToast />
        </Show>
      </Suspense>
    </>
  );
}

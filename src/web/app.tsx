import { createEffect, ErrorBoundary, For, type JSX, lazy, Match, Suspense, Switch } from "solid-js";
import { type MessageKey, t } from "./i18n.ts";
import { Icon, type IconName } from "./parts/icon.tsx";
import { Link } from "./parts/link.tsx";
import { Failed, failureIn, Loading } from "./parts/loading.tsx";
import { match, path } from "./router.ts";
import { Start } from "./views/start.tsx";

const Examination = lazy(() => import("./views/examination.tsx"));
const Examinations = lazy(() => import("./views/examinations.tsx"));
const JournalView = lazy(() => import("./views/journal.tsx"));
const Settings = lazy(() => import("./views/settings.tsx"));

const places: readonly { readonly to: string; readonly name: MessageKey; readonly icon: IconName }[] = [
  { to: "/", name: "nav.phones", icon: "phone" },
  { to: "/examinations", name: "nav.examinations", icon: "history" },
  { to: "/journal", name: "nav.journal", icon: "journal" },
  { to: "/settings", name: "nav.settings", icon: "settings" },
];

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
              <Link to={to} class="place" current={to === "/" ? path() === "/" : path().startsWith(to)}>
                <Icon name={icon} />
                <span>{t(name)}</span>
              </Link>
            )}
          </For>
        </nav>
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
              <Failed failure={failureIn(error)} again={reset} />
            </div>
          )}
        >
          <Suspense fallback={<Loading />}>
            <Switch fallback={<Start />}>
              <Match when={path() === "/examinations"}>
                <Examinations />
              </Match>
              <Match when={path() === "/journal"}>
                <JournalView />
              </Match>
              <Match when={path() === "/settings"}>
                <Settings />
              </Match>
              <Match when={match("/e/:id") ?? match("/e/:id/:part") ?? match("/e/:id/:part/:item")} keyed>
                {(at) => <Examination id={at["id"] ?? ""} part={at["part"] ?? "overview"} item={at["item"]} />}
              </Match>
            </Switch>
          </Suspense>
        </ErrorBoundary>
      </main>
    </>
  );
}

import { createSignal, For, type JSX, lazy, Match, onMount, Show, Suspense, Switch } from "solid-js";
import type { ExaminationSummary } from "../../centre/examinations.ts";
import type { LookedAtFile } from "../../centre/look-at-file.ts";
import type { PhoneList } from "../../centre/phone-list.ts";
import { ask, type JobState, useJob } from "../api.ts";
import { t } from "../i18n.ts";
import { AttachedPhoneCard } from "../parts/attached-phone.tsx";
import { ConnectGuide } from "../parts/connect-guide.tsx";
import { FileDrop } from "../parts/file-drop.tsx";
import { Failed, Loading } from "../parts/loading.tsx";
import { watchPhones } from "../parts/phones-watch.ts";
import { JobProgress } from "../parts/progress.tsx";
import { Phrase } from "../parts/said.tsx";
import { go } from "../router.ts";

const FollowLine = lazy(() => import("../parts/follow-line.tsx"));
const LookedAtApps = lazy(() => import("../parts/looked-at-apps.tsx"));
interface RunningJobs {
  readonly jobs: readonly { readonly id: string; readonly kind: string; readonly state: string }[];
}
type AppsInFile = Extract<LookedAtFile, { kind: "app" }>;

/** What was found in a file, where one with apps was opened; else the choice. */
export function Start(): JSX.Element {
  const [apps, setApps] = createSignal<AppsInFile>();
  return (
    <div class="page">
      <Show when={apps()} fallback={<Choice onApps={setApps} />}>
        {(found) => (
          <Suspense fallback={<Loading />}>
            <LookedAtApps found={found()} onClose={() => setApps(undefined)} />
          </Suspense>
        )}
      </Show>
    </div>
  );
}

/** Which phone: those on the cable, live as they come and go, files, and the virtual ones. */
function Choice(props: { readonly onApps: (found: AppsInFile) => void }): JSX.Element {
  const job = useJob();
  const busy = () => job.state().state === "running";
  const phones = watchPhones(busy);
  const show = (end: JobState) => {
    if (end.state === "done") go(`/e/${(end.result as { readonly examination: ExaminationSummary }).examination.id}`);
  };
  const examine = async (phone: string) => show(await job.start("/examinations", { phone }));
  // An examination goes on while the page is loaded again, or shown in another window.
  const takeUp = async () => {
    const { jobs } = await ask<RunningJobs>("/jobs").catch((): RunningJobs => ({ jobs: [] }));
    const running = jobs.find(({ kind, state }) => kind === "examine" && state === "running");
    if (running && !busy()) show(await job.follow(running.id));
  };
  onMount(() => void takeUp());
  return (
    <>
      <h1>{t("start.title")}</h1>
      <p class="soft lead">{t("app.tagline")}</p>
      <JobProgress job={job} />
      <div hidden={busy()}>
        <Switch fallback={<Loading />}>
          <Match when={phones.list()}>
            {(list) => (
              <>
                <Show when={phones.failure()?.code === "server-gone"}>
                  <p class="notice bad" role="alert">
                    {t("start.gone")}
                  </p>
                </Show>
                <Attached list={list()} onExamine={(ref) => void examine(ref)} />
                <Show when={list().attached.length > 0}>
                  <Suspense>
                    <FollowLine />
                  </Suspense>
                </Show>
                <FileDrop busy={busy()} job={job} onApps={props.onApps} />
                <Virtual list={list()} onExamine={(ref) => void examine(ref)} />
              </>
            )}
          </Match>
          <Match when={phones.failure()}>
            {(failure) => <Failed failure={failure()} again={() => void phones.look()} />}
          </Match>
        </Switch>
      </div>
    </>
  );
}

/** The phones on the cable; the way to connect one where there is none, and folded away where there is. */
function Attached(props: { readonly list: PhoneList; readonly onExamine: (ref: string) => void }): JSX.Element {
  const some = () => props.list.attached.length > 0;
  return (
    <>
      <div aria-live="polite">
        <Show
          when={some()}
          fallback={
            <>
              <h2 class="section">{t("start.none")}</h2>
              <p class="watching">{t("start.watching")}</p>
            </>
          }
        >
          <h2 class="section">{t("start.attached")}</h2>
        </Show>
        <Show when={props.list.problem}>
          {(problem) => (
            <p class="notice ask">
              <Phrase of={problem().message} /> <Phrase of={problem().next ?? ""} />
            </p>
          )}
        </Show>
      </div>
      <ul class="cards">
        <For each={props.list.attached}>
          {(phone) => <AttachedPhoneCard phone={phone} onExamine={props.onExamine} />}
        </For>
      </ul>
      <Show
        when={some()}
        fallback={
          <section class="card column">
            <ConnectGuide />
          </section>
        }
      >
        <details class="card column">
          <summary>{t("start.another")}</summary>
          <ConnectGuide />
        </details>
      </Show>
    </>
  );
}

function Virtual(props: { readonly list: PhoneList; readonly onExamine: (ref: string) => void }): JSX.Element {
  return (
    <>
      <h2 class="section">{t("start.virtual")}</h2>
      <p class="soft">{t("start.virtualAbout")}</p>
      <ul class="cards two">
        <For each={props.list.virtual}>
          {(phone) => (
            <li class="card column">
              <h3>
                <Phrase of={phone.title} />
              </h3>
              <p class="soft grow">
                <Phrase of={phone.description} />
              </p>
              <button type="button" class="button quiet" onClick={() => props.onExamine(phone.ref)}>
                {t("start.examine")}
                <span class="visually-hidden">
                  : <Phrase of={phone.title} />
                </span>
              </button>
            </li>
          )}
        </For>
      </ul>
    </>
  );
}

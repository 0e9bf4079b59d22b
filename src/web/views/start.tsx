import { createResource, For, type JSX, onCleanup, Show } from "solid-js";
import type { ExaminationSummary } from "../../centre/examinations.ts";
import type { PhoneList } from "../../centre/phone-list.ts";
import { ask, useJob } from "../api.ts";
import { t } from "../i18n.ts";
import { Icon } from "../parts/icon.tsx";
import { Failed, failureIn, Loading } from "../parts/loading.tsx";
import { JobProgress } from "../parts/progress.tsx";
import { go } from "../router.ts";

/** Milliseconds between looks for phones that come and go. */
const lookEvery = 2000;

/** Which phone: those on the cable, live as they come and go, and the virtual ones. */
export function Start(): JSX.Element {
  const job = useJob();
  const [phones, { refetch }] = createResource(() => ask<PhoneList>("/phones"));
  const timer = setInterval(() => {
    if (job.state().state !== "running" && !document.hidden) void refetch();
  }, lookEvery);
  onCleanup(() => clearInterval(timer));
  const examine = async (phone: string) => {
    const end = await job.start("/examinations", { phone });
    if (end.state === "done") go(`/e/${(end.result as { readonly examination: ExaminationSummary }).examination.id}`);
  };
  return (
    <div class="page">
      <h1>{t("start.title")}</h1>
      <p class="soft lead">{t("app.tagline")}</p>
      <JobProgress job={job} />
      <Show when={job.state().state !== "running"}>
        <Show
          when={phones.latest}
          fallback={
            <Show when={phones.error} fallback={<Loading />}>
              <Failed failure={failureIn(phones.error)} again={() => void refetch()} />
            </Show>
          }
        >
          {(list) => (
            <>
              <ul class="cards" aria-live="polite">
                <For each={list().attached}>
                  {(phone) => (
                    <li class="card">
                      <Icon name="phone" />
                      <div class="grow">
                        <h2>{phone.model ?? phone.serial}</h2>
                        <p class="soft">{phone.serial}</p>
                        <Show when={phone.advice}>{(advice) => <p class="notice ask">{advice()}</p>}</Show>
                      </div>
                      <Show when={phone.state === "device"}>
                        <button type="button" class="button" onClick={() => void examine(phone.ref)}>
                          {t("start.examine")}
                        </button>
                      </Show>
                    </li>
                  )}
                </For>
              </ul>
              <Show when={list().attached.length === 0}>
                <section class="card column">
                  <h2>{t("start.none")}</h2>
                  <Show when={list().problem}>
                    {(problem) => (
                      <p class="notice ask">
                        {problem().message} {problem().next}
                      </p>
                    )}
                  </Show>
                  <p>{t("start.connect")}</p>
                  <ol>
                    <li>{t("start.step1")}</li>
                    <li>{t("start.step2")}</li>
                    <li>{t("start.step3")}</li>
                    <li>{t("start.step4")}</li>
                  </ol>
                </section>
              </Show>
              <h2 class="section">{t("start.virtual")}</h2>
              <p class="soft">{t("start.virtualAbout")}</p>
              <ul class="cards two">
                <For each={list().virtual}>
                  {(phone) => (
                    <li class="card">
                      <div class="grow">
                        <h3>{phone.title}</h3>
                        <p class="soft">{phone.description}</p>
                      </div>
                      <button type="button" class="button quiet" onClick={() => void examine(phone.ref)}>
                        {t("start.examine")}
                        <span class="visually-hidden">: {phone.title}</span>
                      </button>
                    </li>
                  )}
                </For>
              </ul>
            </>
          )}
        </Show>
      </Show>
    </div>
  );
}

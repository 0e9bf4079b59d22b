import { createResource, type JSX, Match, Show, Switch } from "solid-js";
import type { FdroidApp, FdroidComparison } from "../../centre/fdroid-apps.ts";
import { ask, useJob } from "../api.ts";
import { formatDay, t } from "../i18n.ts";
import { Icon, type IconName } from "./icon.tsx";
import { Failed, failureIn } from "./loading.tsx";
import "../style/app-fdroid.css";

/** An app as the list of F-Droid knows it. The person chooses the list: nothing is fetched from anywhere. */
export default function AppFdroid(props: { readonly examination: string; readonly name: string }): JSX.Element {
  const path = () => `/examinations/${encodeURIComponent(props.examination)}/fdroid`;
  const [kept, { mutate }] = createResource(path, async (from) => {
    return (await ask<{ readonly comparison: FdroidComparison | null }>(from)).comparison;
  });
  const job = useJob();
  const comparison = () => (kept.state === "ready" ? kept.latest : null);
  const state = () => job.state();
  const failure = () => {
    const now = state();
    return now.state === "failed" ? now.failure : undefined;
  };
  const compare = async (file: File | undefined) => {
    if (!file) return;
    const end = await job.start(`/fdroid-index?examination=${encodeURIComponent(props.examination)}`, file);
    if (end.state === "done") mutate(() => end.result as FdroidComparison);
  };
  return (
    <section class="card column" aria-labelledby="app-fdroid">
      <h2 id="app-fdroid">{t("fdroid.title")}</h2>
      <Show when={kept.error}>{(error) => <Failed failure={failureIn(error())} />}</Show>
      <Show when={comparison()}>{(found) => <Compared of={found()} name={props.name} />}</Show>
      <details>
        <summary>{t(comparison() === null ? "fdroid.pick" : "fdroid.other")}</summary>
        <p class="soft">{t("fdroid.about")}</p>
        <p class="soft">
          {t("fdroid.where")} <code>https://f-droid.org/repo/index-v2.json</code>
        </p>
        <label class="file-field">
          {t("fdroid.choose")}
          <input
            type="file"
            class="file"
            accept=".json,application/json"
            disabled={state().state === "running"}
            onChange={(event) => {
              void compare(event.currentTarget.files?.[0]);
              event.currentTarget.value = "";
            }}
          />
        </label>
      </details>
      <div role="status">
        <Show when={state().state === "running"}>
          <p class="soft">{t("fdroid.comparing")}</p>
        </Show>
      </div>
      <Show when={failure()}>
        {(each) => (
          <Show when={each().code === "format"} fallback={<Failed failure={each()} />}>
            <p class="notice bad" role="alert">
              {t("fdroid.notList")}
            </p>
          </Show>
        )}
      </Show>
    </section>
  );
}

function Compared(props: { readonly of: FdroidComparison; readonly name: string }): JSX.Element {
  const app = () => props.of.apps.find((each) => each.package === props.name);
  return (
    <>
      <Switch fallback={<p>{t("fdroid.notFrom")}</p>}>
        <Match when={app()}>{(found) => <Known app={found()} />}</Match>
        <Match when={props.of.missing.includes(props.name)}>
          <ul class="fdroid">
            <Line icon="medium" hue="medium" said={t("fdroid.missing")} />
          </ul>
        </Match>
      </Switch>
      <p class="soft">{t("fdroid.of", { day: formatDay(Date.parse(props.of.published)) })}</p>
    </>
  );
}

const signers: Readonly<Record<FdroidApp["signer"], readonly [IconName, string]>> = {
  same: ["pass", "pass"],
  other: ["medium", "medium"],
  unknown: ["unknown", "unknown"],
};

function Known(props: { readonly app: FdroidApp }): JSX.Element {
  const signer = () => signers[props.app.signer];
  return (
    <ul class="fdroid">
      <Show when={props.app.vulnerable}>
        <Line icon="high" hue="high" said={t("fdroid.vulnerable")} />
      </Show>
      <Show
        when={props.app.newer}
        fallback={
          <Show
            when={props.app.version !== null}
            fallback={<Line icon="unknown" hue="unknown" said={t("fdroid.versionUnknown")} />}
          >
            <Line icon="pass" hue="pass" said={t("fdroid.newest")} />
          </Show>
        }
      >
        {(version) => <Line icon="low" hue="low" said={t("fdroid.newer", { version: version() })} />}
      </Show>
      <Line icon={signer()[0]} hue={signer()[1]} said={t(`fdroid.signer.${props.app.signer}`)} />
    </ul>
  );
}

function Line(props: { readonly icon: IconName; readonly hue: string; readonly said: string }): JSX.Element {
  return (
    <li class="row">
      <span class={`mark ${props.hue}`}>
        <Icon name={props.icon} />
      </span>
      <span>{props.said}</span>
    </li>
  );
}

import { createResource, createSignal, type JSX, lazy, Match, Show, Suspense, Switch } from "solid-js";
import type { LookedAtFile } from "../../../centre/look-at-file.ts";
import type { OpenedLetter, SealedLetter } from "../../../centre/received-desk.ts";
import { ask, useJob } from "../../api.ts";
import { formatBytes, formatTime, t } from "../../i18n.ts";
import { Fetched } from "../../parts/fetched.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Link } from "../../parts/link.tsx";
import { Loading } from "../../parts/loading.tsx";
import { PassphraseField } from "../../parts/passphrase-field.tsx";
import { JobProgress } from "../../parts/progress.tsx";
import { go } from "../../router.ts";
import "../../style/tables.css";
import "../../style/keeping.css";
import "../../style/evidence.css";
import "./share.css";
import { ChooseFiles } from "../../parts/choose-files.tsx";

const LookedAtApps = lazy(() => import("../../parts/looked-at-apps.tsx"));
type AppsInFile = Extract<LookedAtFile, { kind: "app" }>;
type OpenWith = { readonly passphrase?: string; readonly key?: string };

/** One sealed file that was received: opening it, and what was in it. */
export default function Received(props: { readonly id: string }): JSX.Element {
  const job = useJob();
  const [apps, setApps] = createSignal<AppsInFile>();
  const [found, { refetch, mutate }] = createResource(
    () => props.id,
    (id) => ask<SealedLetter>(`/received/${encodeURIComponent(id)}`),
  );
  const busy = () => job.state().state === "running";
  const open = async (body: OpenWith) => {
    const end = await job.start(`/received/${props.id}/open`, body);
    if (end.state !== "done") return;
    mutate(end.result as SealedLetter);
    job.reset();
  };
  const look = async () => {
    const end = await job.start(`/received/${props.id}/look`, {});
    if (end.state !== "done") return;
    const seen = end.result as LookedAtFile;
    if (seen.kind === "examination") return go(`/e/${seen.examination.id}`);
    job.reset();
    setApps(seen);
  };
  const remove = async () => {
    await ask(`/received/${props.id}`, { method: "DELETE" }).catch(() => undefined);
    go("/share");
  };
  return (
    <div class="page share evidence-page">
      <Show
        when={apps()}
        fallback={
          <>
            <p class="no-print">
              <Link to="/share">{t("share.back")}</Link>
            </p>
            <h1>{t("received.title")}</h1>
            <JobProgress job={job} />
            <Fetched from={found} again={() => void refetch()}>
              {(letter) => (
                <div hidden={busy()}>
                  <Facts of={letter()} />
                  <Show when={letter().opened} fallback={<Ways of={letter()} busy={busy()} onOpen={open} />}>
                    {(opened) => <Opened id={letter().id} of={opened()} onLook={() => void look()} />}
                  </Show>
                  <p class="row wrap">
                    <button type="button" class="button quiet" onClick={() => void remove()}>
                      {t("received.remove")}
                    </button>
                    <span class="soft">{t("received.removeAbout")}</span>
                  </p>
                </div>
              )}
            </Fetched>
          </>
        }
      >
        {(seen) => (
          <Suspense fallback={<Loading />}>
            <LookedAtApps found={seen()} onClose={() => setApps(undefined)} />
          </Suspense>
        )}
      </Show>
    </div>
  );
}

function Facts(props: { readonly of: SealedLetter }): JSX.Element {
  const opens = () => props.of.for.map((each) => t(`received.for.${each}`)).join(", ");
  return (
    <dl class="facts card">
      <dt>{t("received.name")}</dt>
      <dd>
        <code>{props.of.name}</code>
      </dd>
      <dt>{t("received.size")}</dt>
      <dd>{formatBytes(props.of.bytes)}</dd>
      <dt>{t("received.for")}</dt>
      <dd>{opens()}</dd>
    </dl>
  );
}

/** The ways to open it: this Candor's own key first, where it may be for that. */
function Ways(props: {
  readonly of: SealedLetter;
  readonly busy: boolean;
  readonly onOpen: (by: OpenWith) => Promise<void>;
}): JSX.Element {
  const [passphrase, setPassphrase] = createSignal("");
  const may = (kind: SealedLetter["for"][number]) => props.of.for.includes(kind);
  return (
    <>
      <Show when={may("age")}>
        <p>
          <button type="button" class="button" disabled={props.busy} onClick={() => void props.onOpen({})}>
            <Icon name="unlocked" />
            {t("received.open")}
          </button>
        </p>
      </Show>
      <Show when={may("passphrase")}>
        <form
          class="card column"
          onSubmit={(event) => {
            event.preventDefault();
            void props.onOpen({ passphrase: passphrase() });
          }}
        >
          <PassphraseField label={t("received.passphrase")} value={passphrase()} onInput={setPassphrase} />
          <p>
            <button type="submit" class="button" disabled={props.busy || passphrase() === ""}>
              <Icon name="unlocked" />
              {t("received.openWords")}
            </button>
          </p>
        </form>
      </Show>
      <Show when={may("age") || may("ssh")}>
        <OtherKey open={!may("age")} busy={props.busy} onOpen={(key) => void props.onOpen({ key })} />
      </Show>
    </>
  );
}

function OtherKey(props: {
  readonly open: boolean;
  readonly busy: boolean;
  readonly onOpen: (key: string) => void;
}): JSX.Element {
  const [key, setKey] = createSignal("");
  return (
    <details class="card column" open={props.open}>
      <summary>{t("received.other")}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          props.onOpen(key());
          setKey("");
        }}
      >
        <p id="received-key-about">{t("received.otherAbout")}</p>
        <div class="field share-keys">
          <label for="received-key">{t("received.keyField")}</label>
          <textarea
            id="received-key"
            rows="3"
            spellcheck={false}
            autocomplete="off"
            autocapitalize="off"
            aria-describedby="received-key-about"
            value={key()}
            onInput={(event) => setKey(event.currentTarget.value)}
          />
        </div>
        <div class="row wrap">
          <ChooseFiles name="key" onFiles={([file]) => void file?.slice(0, 100_000).text().then(setKey)}>
            {t("received.keyFile")}
          </ChooseFiles>
          <button type="submit" class="button quiet" disabled={props.busy || key().trim() === ""}>
            {t("received.openWords")}
          </button>
        </div>
      </form>
    </details>
  );
}

function Opened(props: { readonly id: string; readonly of: OpenedLetter; readonly onLook: () => void }): JSX.Element {
  return (
    <>
      <section class="notice good evidence-head" role="status">
        <Icon name="pass" />
        <div class="grow">
          <h2>{t("received.opened")}</h2>
          <p>{t("received.openedAbout")}</p>
        </div>
      </section>
      <section class="card column" aria-labelledby="received-inside">
        <h2 id="received-inside">{t("received.inside")}</h2>
        <p>
          <code>{props.of.name}</code> {formatBytes(props.of.bytes)}
        </p>
        <Inside of={props.of} onLook={props.onLook} />
        <p>
          <a
            class={`button${props.of.holds === "file" ? "" : " quiet"}`}
            href={`/api/v1/received/${props.id}/file`}
            download={props.of.name}
          >
            {t("received.save")}
          </a>
        </p>
        <p class="soft">
          SHA-256 <code>{props.of.sha256}</code>
        </p>
      </section>
    </>
  );
}

/** What it is, and what can be done with it here. */
function Inside(props: { readonly of: OpenedLetter; readonly onLook: () => void }): JSX.Element {
  return (
    <Switch fallback={<p>{t("received.file")}</p>}>
      <Match when={props.of.evidence}>
        {(evidence) => (
          <>
            <p class="row wrap">
              <span>{t("received.evidence")}</span>
              <span class={`mark ${evidence().holds ? "pass" : "critical"}`}>
                <Icon name={evidence().holds ? "pass" : "critical"} />
                {t(evidence().holds ? "evidence.holds" : "evidence.wrong")}
              </span>
            </p>
            <p>
              <a
                class="button"
                href={`/evidence/${evidence().id}`}
                onClick={(event) => {
                  event.preventDefault();
                  go(`/evidence/${evidence().id}`);
                }}
              >
                {t("received.evidenceLook")}
              </a>
            </p>
          </>
        )}
      </Match>
      <Match when={props.of.examination}>
        {(examination) => (
          <>
            <p>{examinationSaid(examination())}</p>
            <p class="row wrap">
              <button type="button" class="button" onClick={() => props.onLook()}>
                {t("received.keep")}
              </button>
              <span class="soft">{t("received.keepAbout")}</span>
            </p>
          </>
        )}
      </Match>
      <Match when={props.of.holds === "archive"}>
        <p>{t("received.archive")}</p>
        <p>
          <button type="button" class="button" onClick={() => props.onLook()}>
            {t("received.look")}
          </button>
        </p>
      </Match>
    </Switch>
  );
}

function examinationSaid({ source, takenAt }: NonNullable<OpenedLetter["examination"]>): string {
  return takenAt === null
    ? t("received.examinationNoTime", { source })
    : t("received.examination", { source, time: formatTime(takenAt) });
}

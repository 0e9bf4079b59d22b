import { createResource, createSignal, For, type JSX, Show } from "solid-js";
import type { KnownRecipient } from "../../../centre/known-recipients.ts";
import type { SealedLetter } from "../../../centre/received-desk.ts";
import type { SealedFile } from "../../../centre/share-desk.ts";
import { ask, type Failure, useJob } from "../../api.ts";
import { formatBytes, formatTime, t } from "../../i18n.ts";
import { Fetched } from "../../parts/fetched.tsx";
import { useDrop } from "../../parts/file-dropping.ts";
import { Icon } from "../../parts/icon.tsx";
import { Link } from "../../parts/link.tsx";
import { Failed } from "../../parts/loading.tsx";
import { JobProgress } from "../../parts/progress.tsx";
import { go } from "../../router.ts";
import "../../style/tables.css";
import "../../style/keeping.css";
import "../../style/evidence.css";
import { OwnKey } from "./own-key.tsx";
import { forWhom, SaveSealed, SealForm } from "./seal-form.tsx";
import { beginsSealed, type SealWhat } from "./sealing.ts";
import { filesOf, What } from "./what.tsx";
import "./share.css";
import { ChooseFiles } from "../../parts/choose-files.tsx";

/** What is held of both, and who is kept. */
export interface Shared {
  readonly sealed: readonly SealedFile[];
  readonly known: readonly KnownRecipient[];
  readonly received: readonly SealedLetter[];
}

/** Asks for it. */
export async function askShared(): Promise<Shared> {
  const [share, letters] = await Promise.all([
    ask<Omit<Shared, "received">>("/share"),
    ask<Pick<Shared, "received">>("/received"),
  ]);
  return { ...share, ...letters };
}

/** Sealing files for others, opening what was sealed, and the key that one gives away. */
export default function Share(): JSX.Element {
  const job = useJob();
  const [held, { refetch }] = createResource(askShared);
  const [files, setFiles] = createSignal<readonly File[]>([]);
  const [what, setWhat] = createSignal<SealWhat | null>(null);
  const [failure, setFailure] = createSignal<Failure>();
  const busy = () => job.state().state === "running";
  const choose = (chosen: readonly File[]) => {
    if (chosen.length === 0) return;
    setFiles(chosen);
    setWhat(filesOf(chosen));
  };
  const open = async (file: File) => {
    setFailure(undefined);
    job.reset();
    const end = await job.start(`/files?name=${encodeURIComponent(file.name)}`, file);
    if (end.state !== "done") return;
    const found = end.result as { readonly sealed?: SealedLetter };
    if (found.sealed) go(`/share/received/${found.sealed.id}`);
  };
  const take = async (dropped: readonly File[]) => {
    const [first] = dropped;
    if (first && dropped.length === 1 && (await beginsSealed(first))) return await open(first);
    choose(dropped);
  };
  const over = useDrop(busy, (dropped) => void take(dropped), setFailure);
  return (
    <div class="page share evidence-page">
      <h1>{t("share.title")}</h1>
      <p class="soft lead">{t("share.lead")}</p>
      <Show when={failure()}>{(each) => <Failed failure={each()} />}</Show>
      <JobProgress job={job} />
      <Fetched from={held} again={() => void refetch()}>
        {(now) => (
          <div hidden={busy()}>
            <OpenSealed onFile={(file) => void open(file)} />
            <section class="card column" aria-labelledby="share-seal">
              <h2 id="share-seal">{t("share.sealTitle")}</h2>
              <SealForm
                what={what()}
                known={now().known}
                onKnown={() => void refetch()}
                onSealed={() => void refetch()}
                mayArmor
              >
                <What files={files()} onFiles={choose} onChange={setWhat} />
              </SealForm>
            </section>
            <OwnKey />
            <Held of={now()} onRemoved={() => void refetch()} />
            <Without />
          </div>
        )}
      </Fetched>
      <Show when={over()}>
        <div class="dropping">{t("share.release")}</div>
      </Show>
    </div>
  );
}

function OpenSealed(props: { readonly onFile: (file: File) => void }): JSX.Element {
  return (
    <section class="card drop" aria-labelledby="share-open">
      <Icon name="lock" />
      <div class="grow">
        <h2 id="share-open">{t("share.open")}</h2>
        <p class="soft">{t("share.openAbout")}</p>
      </div>
      <div class="drop-choose">
        <ChooseFiles name="sealed" onFiles={([file]) => file && props.onFile(file)}>
          {t("share.choose")}
        </ChooseFiles>
        <span class="soft">{t("file.drop")}</span>
      </div>
    </section>
  );
}

function Held(props: { readonly of: Shared; readonly onRemoved: () => void }): JSX.Element {
  const remove = async (path: string) => {
    await ask(path, { method: "DELETE" }).catch(() => undefined);
    props.onRemoved();
  };
  return (
    <>
      <Show when={props.of.received.length > 0}>
        <h2 class="section">{t("share.received")}</h2>
        <ul class="cards entries">
          <For each={props.of.received}>
            {({ id, name, at, bytes, opened }) => (
              <li class="card">
                <div class="grow">
                  <h3>
                    <Link to={`/share/received/${id}`}>{name}</Link>
                  </h3>
                  <p class="soft">
                    {formatBytes(bytes)} · {formatTime(new Date(at).toISOString())}
                  </p>
                </div>
                <span class={`mark ${opened ? "pass" : "info"}`}>
                  <Icon name={opened ? "pass" : "lock"} />
                  {t(opened ? "share.isOpened" : "share.stillSealed")}
                </span>
                <button type="button" class="button quiet" onClick={() => void remove(`/received/${id}`)}>
                  {t("share.remove")}
                  <span class="visually-hidden">: {name}</span>
                </button>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={props.of.sealed.length > 0}>
        <h2 class="section">{t("share.here")}</h2>
        <ul class="cards entries">
          <For each={props.of.sealed}>
            {(file) => (
              <li class="card">
                <div class="grow">
                  <h3>{file.name}</h3>
                  <p class="soft">
                    {formatBytes(file.bytes)} · {formatTime(new Date(file.at).toISOString())} · {forWhom(file)}
                  </p>
                </div>
                <SaveSealed of={file} />
                <button type="button" class="button quiet" onClick={() => void remove(`/share/sealed/${file.id}`)}>
                  {t("share.remove")}
                  <span class="visually-hidden">: {file.name}</span>
                </button>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </>
  );
}

function Without(): JSX.Element {
  return (
    <details class="card column whole">
      <summary>{t("share.without")}</summary>
      <ol class="without">
        <li>
          {t("share.withoutSeal")}
          <pre tabindex="0">age -r age1… -o FILE.age FILE</pre>
        </li>
        <li>
          {t("share.withoutOpen")}
          <pre tabindex="0">age -d -i ~/.ssh/id_ed25519 -o FILE FILE.age</pre>
        </li>
      </ol>
    </details>
  );
}

import { createSignal, type JSX, Show } from "solid-js";
import type { KnownRecipient } from "../../../centre/known-recipients.ts";
import type { SealedFile } from "../../../centre/share-desk.ts";
import { type Failure, useJob } from "../../api.ts";
import { formatBytes, t } from "../../i18n.ts";
import { Icon } from "../../parts/icon.tsx";
import { Failed } from "../../parts/loading.tsx";
import { JobProgress } from "../../parts/progress.tsx";
import { Phrase } from "../../parts/said.tsx";
import { ForWhom } from "./for-whom.tsx";
import { failureOf, type SealTo, type SealWhat, seal } from "./sealing.ts";

/** Seals something: what is chosen in the form itself stands before for whom. */
export function SealForm(props: {
  readonly what: SealWhat | null;
  readonly known: readonly KnownRecipient[];
  readonly onKnown: () => void;
  readonly onSealed?: (file: SealedFile) => void;
  /** Offers to seal as text, which is for what is small. */
  readonly mayArmor?: boolean;
  readonly children?: JSX.Element;
}): JSX.Element {
  const job = useJob();
  const [to, setTo] = createSignal<SealTo | null>(null);
  const [armor, setArmor] = createSignal(false);
  const [sending, setSending] = createSignal(false);
  const [failure, setFailure] = createSignal<Failure>();
  const [done, setDone] = createSignal<SealedFile>();
  const running = () => job.state().state === "running";
  let sent = new AbortController();
  const busy = () => sending() || running();
  const submit = async (event: Event) => {
    event.preventDefault();
    const [what, whom] = [props.what, to()];
    if (what === null || whom === null || busy()) return;
    setSending(true);
    setFailure(undefined);
    setDone(undefined);
    job.reset();
    sent = new AbortController();
    const end = await seal(job, { what, to: whom, armor: armor() }, sent.signal);
    setSending(false);
    // What the job itself tells is shown by its progress.
    if (job.state().state !== "failed") setFailure(failureOf(end));
    if (end.state !== "done") return;
    const file = end.result as SealedFile;
    setDone(file);
    props.onSealed?.(file);
  };
  return (
    <form class="share-form" onSubmit={(event) => void submit(event)}>
      <div hidden={busy()}>
        {props.children}
        <ForWhom known={props.known} onKnown={props.onKnown} onChange={setTo} />
        <Show when={props.mayArmor === true}>
          <label class="choice">
            <input type="checkbox" checked={armor()} onChange={(event) => setArmor(event.currentTarget.checked)} />
            <span>
              {t("share.armor")}
              <span class="under">{t("share.armorAbout")}</span>
            </span>
          </label>
        </Show>
      </div>
      <Show when={sending() && !running()}>
        <div class="work">
          <progress aria-label={t("share.sealing")} />
          <div class="row">
            <span class="soft" role="status">
              {t("share.sealing")}
            </span>
            <button type="button" class="button quiet" onClick={() => sent.abort()}>
              {t("work.stop")}
            </button>
          </div>
        </div>
      </Show>
      <JobProgress job={job} />
      <Show when={failure()}>{(each) => <Failed failure={each()} />}</Show>
      <p>
        <button type="submit" class="button" disabled={busy() || props.what === null || to() === null}>
          <Icon name="lock" />
          {t("share.seal")}
        </button>
      </p>
      <div aria-live="polite">
        <Show when={done()}>{(file) => <Sealed of={file()} />}</Show>
      </div>
    </form>
  );
}

function Sealed(props: { readonly of: SealedFile }): JSX.Element {
  return (
    <section class="notice good evidence-head">
      <Icon name="lock" />
      <div class="grow">
        <h3>{t("share.sealed")}</h3>
        <p>
          <code>{props.of.name}</code> {formatBytes(props.of.bytes)}. {forWhom(props.of)}
        </p>
        <p class="row wrap">
          <SaveSealed of={props.of} main />
          <span>{t("share.saveNow")}</span>
        </p>
        <p>{t("share.sendIt")}</p>
        <p>
          SHA-256 <code>{props.of.sha256}</code>
        </p>
        <p>
          <Show when={props.of.problem} fallback={t("share.noted")}>
            {(said) => <Phrase of={said()} />}
          </Show>
        </p>
      </div>
    </section>
  );
}

/** Who can open it, in a sentence. */
export const forWhom = ({ keys }: SealedFile): string =>
  keys === null ? t("share.sealedWords") : t("share.sealedKeys", { count: keys });

/** Saves a sealed file, as a download does. */
export function SaveSealed(props: { readonly of: SealedFile; readonly main?: boolean }): JSX.Element {
  return (
    <a
      class={`button${props.main === true ? "" : " quiet"}`}
      href={`/api/v1/share/sealed/${props.of.id}/file`}
      download={props.of.name}
    >
      {t("share.save")}
      <span class="visually-hidden">: {props.of.name}</span>
    </a>
  );
}

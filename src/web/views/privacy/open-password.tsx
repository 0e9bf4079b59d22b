import { createSignal, For, type JSX, Show } from "solid-js";
import type { PrivacyStatus } from "../../../centre/privacy-lock.ts";
import { ask, type Failure } from "../../api.ts";
import { formatTime, t } from "../../i18n.ts";
import { Failed, failureIn } from "../../parts/loading.tsx";
import { ChoosePassphrase, type NewPassphrase } from "../../parts/new-passphrase.tsx";
import { PassphraseField } from "../../parts/passphrase-field.tsx";
import { keepLockMinutes, lockMinutes, lockNow, lookAtPrivacy, minuteChoices, takePrivacy } from "../../privacy.ts";
import { readSheet, type Sheet } from "./sheet.tsx";

/** While it is open: when it locks, the recovery sheet, another passphrase, and taking it away. Each asks for the passphrase again. */
export function OpenPassword(props: {
  readonly status: PrivacyStatus;
  readonly onSheet: (sheet: Sheet) => void;
}): JSX.Element {
  const [next, setNext] = createSignal<NewPassphrase | null>(null);
  const taking = async (path: string, body: object) =>
    takePrivacy((await ask<{ readonly status: PrivacyStatus }>(path, { body })).status);
  return (
    <>
      <section class="card column">
        <p>
          {t("privacy.openUntil", { time: formatTime(props.status.locksAt ?? "") })}{" "}
          <Show when={!props.status.session.inMemory}>{t("privacy.onDisk", { path: props.status.session.path })}</Show>
        </p>
        <div class="row wrap">
          <button type="button" class="button" onClick={() => void lockNow()}>
            {t("lock.now")}
          </button>
          <LockAfter />
        </div>
      </section>
      <Ask
        title={t("sheet.title")}
        about={t("privacy.sheetAbout")}
        does={t("privacy.makeSheet")}
        run={async (passphrase) => props.onSheet(await readSheet(passphrase))}
      />
      <Ask
        title={t("privacy.changeTitle")}
        about={t("privacy.changeAbout")}
        does={t("privacy.change")}
        ready={next() !== null}
        run={(passphrase) => {
          const wanted = next();
          return taking("/privacy/change", { passphrase, next: wanted?.passphrase, weakToo: wanted?.weakToo });
        }}
      >
        <ChoosePassphrase onChange={setNext} />
      </Ask>
      <Ask
        title={t("privacy.removeTitle")}
        about={t("privacy.removeAbout")}
        does={t("privacy.remove")}
        run={(passphrase) => taking("/privacy/remove", { passphrase })}
      />
    </>
  );
}

/** After how long without use it locks; counts from the next time that it is opened. */
export function LockAfter(): JSX.Element {
  const [minutes, setMinutes] = createSignal(lockMinutes());
  return (
    <label>
      {t("privacy.after")}{" "}
      <select
        value={String(minutes())}
        onChange={(event) => {
          setMinutes(Number(event.currentTarget.value));
          keepLockMinutes(minutes());
        }}
      >
        <For each={minuteChoices}>
          {(each) => <option value={String(each)}>{t("privacy.minutes", { count: each })}</option>}
        </For>
      </select>
    </label>
  );
}

/** One thing that asks for the passphrase again, since whoever sits down at an open page must not be able to do it. */
function Ask(props: {
  readonly title: string;
  readonly about: string;
  readonly does: string;
  readonly ready?: boolean;
  readonly run: (passphrase: string) => Promise<void>;
  readonly children?: JSX.Element;
}): JSX.Element {
  const [passphrase, setPassphrase] = createSignal("");
  const [busy, setBusy] = createSignal(false);
  const [failure, setFailure] = createSignal<Failure>();
  const submit = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    setFailure(undefined);
    try {
      await props.run(passphrase());
      setPassphrase("");
    } catch (error) {
      setFailure(failureIn(error));
      await lookAtPrivacy();
    } finally {
      setBusy(false);
    }
  };
  return (
    <details class="card column">
      <summary>{props.title}</summary>
      <p>{props.about}</p>
      <form onSubmit={(event) => void submit(event)}>
        <PassphraseField
          label={t("passphrase.now")}
          value={passphrase()}
          onInput={setPassphrase}
          invalid={failure()?.code === "wrong-passphrase"}
        />
        {props.children}
        <Show when={failure()}>
          {(each) => (
            <Show when={each().code === "wrong-passphrase"} fallback={<Failed failure={each()} />}>
              <p class="said" role="alert">
                {t("unlock.wrong")}
              </p>
            </Show>
          )}
        </Show>
        <div class="row">
          <button type="submit" class="button" disabled={busy() || passphrase() === "" || props.ready === false}>
            {props.does}
          </button>
        </div>
      </form>
    </details>
  );
}

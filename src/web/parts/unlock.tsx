import { createEffect, createMemo, createSignal, type JSX, onCleanup, Show, untrack } from "solid-js";
import type { PrivacyStatus } from "../../centre/privacy-lock.ts";
import { ask, type Failure, failureIn } from "../api.ts";
import { t } from "../i18n.ts";
import { lockMinutes, lookAtPrivacy, privacy, remake, takePrivacy } from "../privacy.ts";
import { Icon } from "./icon.tsx";
import { Link } from "./link.tsx";
import { PassphraseField } from "./passphrase-field.tsx";
import "../style/keeping.css";
import { Phrase } from "./said.tsx";

/**
 * Asks for the passphrase where something is locked. Once it is open, here or anywhere else, `again` fetches what was wanted; without it all
 * views are made anew.
 */
export default function Unlock(props: { readonly again?: (() => void) | undefined }): JSX.Element {
  const [passphrase, setPassphrase] = createSignal("");
  const [busy, setBusy] = createSignal(false);
  const [failure, setFailure] = createSignal<Failure>();
  const wait = useWait();
  const state = createMemo(() => privacy()?.state);
  void lookAtPrivacy();
  let was = state();
  createEffect(() => {
    const now = state();
    const opened = was === "locked" && now !== "locked";
    was = now;
    if (opened) untrack(props.again ?? remake);
  });
  const submit = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    setFailure(undefined);
    try {
      const body = { passphrase: passphrase(), minutes: lockMinutes() };
      const { status } = await ask<{ readonly status: PrivacyStatus }>("/privacy/unlock", { body });
      setPassphrase("");
      takePrivacy(status);
    } catch (error) {
      setFailure(failureIn(error));
      await lookAtPrivacy();
    } finally {
      setBusy(false);
    }
  };
  return (
    <section class="card column locked" aria-labelledby="unlock-title">
      <h2 id="unlock-title" class="row">
        <Icon name="lock" />
        {t("unlock.title")}
      </h2>
      <p class="soft">{t("unlock.about")}</p>
      <form onSubmit={(event) => void submit(event)}>
        <PassphraseField
          label={t("passphrase.label")}
          value={passphrase()}
          onInput={setPassphrase}
          describedBy="unlock-said"
          invalid={failure()?.code === "wrong-passphrase"}
        />
        <p id="unlock-said" role="alert" class={failure() ? "said" : "said empty"}>
          <Show when={failure() && wait() === 0}>
            {failure()?.code === "wrong-passphrase" ? t("unlock.wrong") : <Phrase of={failure()?.message ?? ""} />}
          </Show>
        </p>
        <Show when={wait() > 0}>
          <p class="notice ask">{t("unlock.wait", { count: privacy()?.wrong.count ?? 0, wait: wait() })}</p>
        </Show>
        <div class="row wrap">
          <button type="submit" class="button" disabled={busy() || wait() > 0 || passphrase() === ""}>
            {busy() ? t("unlock.opening") : t("unlock.open")}
          </button>
          <Link to="/privacy/forgotten">{t("unlock.forgotten")}</Link>
        </div>
      </form>
    </section>
  );
}

/** Seconds until the next passphrase can be tried, counting down. */
function useWait(): () => number {
  const [until, setUntil] = createSignal(0);
  const [now, setNow] = createSignal(Date.now());
  createEffect(() => {
    const waitMs = privacy()?.wrong.waitMs ?? 0;
    setNow(Date.now());
    setUntil(Date.now() + waitMs);
  });
  const timer = setInterval(() => setNow(Date.now()), 500);
  onCleanup(() => clearInterval(timer));
  return () => Math.max(0, Math.ceil((until() - now()) / 1000));
}

import { createSignal, type JSX, Show } from "solid-js";
import type { PrivacyStatus } from "../../../centre/privacy-lock.ts";
import { ask, type Failure } from "../../api.ts";
import { t } from "../../i18n.ts";
import { Failed, failureIn } from "../../parts/loading.tsx";
import { ChoosePassphrase, type NewPassphrase } from "../../parts/new-passphrase.tsx";
import { lockMinutes, takePrivacy } from "../../privacy.ts";
import { readSheet, type Sheet } from "./sheet.tsx";

/** What a privacy password does and what not, and setting one; then the recovery sheet, at once. */
export function SetPassword(props: { readonly onSheet: (sheet: Sheet) => void }): JSX.Element {
  const [chosen, setChosen] = createSignal<NewPassphrase | null>(null);
  const [busy, setBusy] = createSignal(false);
  const [failure, setFailure] = createSignal<Failure>();
  const submit = async (event: Event) => {
    event.preventDefault();
    const wanted = chosen();
    if (!wanted || busy()) return;
    setBusy(true);
    setFailure(undefined);
    try {
      const body = { ...wanted, minutes: lockMinutes() };
      const { status } = await ask<{ readonly status: PrivacyStatus }>("/privacy/set", { body });
      // The sheet first: a passphrase that is forgotten before there is one loses everything.
      props.onSheet(await readSheet(wanted.passphrase));
      takePrivacy(status);
    } catch (error) {
      setFailure(failureIn(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <p>{t("privacy.plainAbout")}</p>
      <ul>
        <li>{t("privacy.does")}</li>
        <li>{t("privacy.doesNot")}</li>
        <li>{t("privacy.copies")}</li>
        <li>
          <strong>{t("privacy.lost")}</strong>
        </li>
      </ul>
      <form class="card column" onSubmit={(event) => void submit(event)} aria-labelledby="set-title">
        <h2 id="set-title">{t("privacy.setTitle")}</h2>
        <ChoosePassphrase onChange={setChosen} />
        <Show when={failure()}>{(each) => <Failed failure={each()} />}</Show>
        <div class="row">
          <button type="submit" class="button" disabled={busy() || chosen() === null}>
            {busy() ? t("privacy.setting") : t("privacy.set")}
          </button>
        </div>
      </form>
    </>
  );
}

import { createSignal, type JSX, Show } from "solid-js";
import type { PrivacyStatus } from "../../../centre/privacy-lock.ts";
import { ask, type Failure } from "../../api.ts";
import { t } from "../../i18n.ts";
import { Failed, failureIn } from "../../parts/loading.tsx";
import { remake, takePrivacy } from "../../privacy.ts";

/** Where the passphrase is forgotten: the sheet, waiting for the memory, and beginning anew, which deletes nothing. */
export function Forgotten(props: { readonly open: boolean }): JSX.Element {
  const [understood, setUnderstood] = createSignal(false);
  const [failure, setFailure] = createSignal<Failure>();
  const reset = async () => {
    setFailure(undefined);
    try {
      const body = { understood: true };
      const { status } = await ask<{ readonly status: PrivacyStatus }>("/privacy/reset", { body });
      takePrivacy(status);
      remake();
    } catch (error) {
      setFailure(failureIn(error));
    }
  };
  return (
    <details class="card column" open={props.open}>
      <summary>{t("forgotten.title")}</summary>
      <p>{t("forgotten.sheet")}</p>
      <p>{t("forgotten.noWay")}</p>
      <h2>{t("forgotten.reset")}</h2>
      <p>{t("forgotten.resetAbout")}</p>
      <p>{t("forgotten.apps")}</p>
      <label class="notice ask">
        <input
          type="checkbox"
          checked={understood()}
          onChange={(event) => setUnderstood(event.currentTarget.checked)}
        />{" "}
        {t("forgotten.understood")}
      </label>
      <Show when={failure()}>{(each) => <Failed failure={each()} />}</Show>
      <div class="row">
        <button type="button" class="button quiet" disabled={!understood()} onClick={() => void reset()}>
          {t("forgotten.do")}
        </button>
      </div>
    </details>
  );
}

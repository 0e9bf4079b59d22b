import { createSignal, type JSX, Show } from "solid-js";
import { ask, type Failure, failureIn } from "../../api.ts";
import { t } from "../../i18n.ts";
import { Failed } from "../../parts/loading.tsx";
import type { Region } from "../vault/words.ts";
import { AccessFields } from "./place-fields.tsx";
import { kindOf, usePlaceForm } from "./place-form.ts";
import { PlaceButton, PlaceSeen } from "./place-seen.tsx";
import "./places.css";

/** Other credentials, or another key, for a place that is known: where a password was changed or a server set up anew. */
export default function RenewAccess(props: {
  readonly vault: string;
  readonly address: string;
  readonly region: Region;
  readonly onRenewed?: () => void;
}): JSX.Element {
  const country = props.region?.declaredBy === "user" ? (props.region.country ?? "") : "";
  const form = usePlaceForm({ kind: kindOf(props.address), country }, props.address);
  const [busy, setBusy] = createSignal(false);
  const [kept, setKept] = createSignal(false);
  const [failure, setFailure] = createSignal<Failure>();
  const run = async () => {
    setFailure(undefined);
    setKept(false);
    if (form.before() !== null) return;
    setBusy(true);
    try {
      const { place, credentials, trust } = form.body();
      await ask(`/vaults/${props.vault}/access`, { body: { place, credentials, trust } });
      setKept(true);
      props.onRenewed?.();
    } catch (error) {
      setFailure(failureIn(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <details class="renew">
      <summary>
        {t("place.renew")}
        <span class="visually-hidden">: {props.address}</span>
      </summary>
      <p class="soft">{t("place.renewAbout")}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        <AccessFields form={form} />
        <PlaceSeen form={form} />
        <Show when={failure()}>{(each) => <Failed failure={each()} />}</Show>
        <Show when={kept()}>
          <p class="notice good" role="status">
            {t("place.renewed")}
          </p>
        </Show>
        <PlaceButton form={form} label={t("place.renewDo")} busy={busy() ? t("unlock.opening") : null} />
      </form>
    </details>
  );
}

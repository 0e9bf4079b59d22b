import { createSignal, createUniqueId, type JSX, Show } from "solid-js";
import { ask, type Failure, failureIn } from "../../api.ts";
import { t } from "../../i18n.ts";
import { Failed } from "../../parts/loading.tsx";
import { ChoosePassphrase, type NewPassphrase } from "../../parts/new-passphrase.tsx";
import { PassphraseField } from "../../parts/passphrase-field.tsx";
import { lockMinutes } from "../../privacy.ts";
import { PlaceFieldsView } from "../places/place-fields.tsx";
import { type PlaceForm, usePlaceForm } from "../places/place-form.ts";
import { PlaceButton, PlaceSeen } from "../places/place-seen.tsx";
import { useRule } from "../places/rule-field.tsx";
import type { Sheet } from "../privacy/sheet.tsx";

/** Makes a vault in a folder or at a server; its recovery sheet comes at once. */
export function MakeVault(props: {
  readonly open: boolean;
  readonly onMade: (id: string, sheet: Sheet | null) => void;
}): JSX.Element {
  const form = usePlaceForm({ folder: "~/Candor-vault" });
  const rule = useRule();
  const [name, setName] = createSignal("");
  const [chosen, setChosen] = createSignal<NewPassphrase | null>(null);
  const nameId = createUniqueId();
  const { busy, failure, submit } = useSubmit(form, async () => {
    const body = {
      ...chosen(),
      ...form.body(),
      ...rule.body(),
      minutes: lockMinutes(),
      ...(name().trim() !== "" && { name: name().trim() }),
    };
    const made = await ask<{ readonly id: string; readonly sheet: Sheet | null }>("/vaults", { body });
    props.onMade(made.id, made.sheet);
  });
  return (
    <details class="card column" open={props.open}>
      <summary>{t("vault.make")}</summary>
      <p>{t("vault.makeAbout")}</p>
      <form onSubmit={submit}>
        <PlaceFieldsView
          form={form}
          label={t("place.kind")}
          folderLabel={t("vault.folder")}
          folderHint={t("vault.folderHint")}
        />
        <rule.View />
        <PlaceSeen form={form} rule={rule.body} />
        <div class="field">
          <label for={nameId}>{t("vault.name")}</label>
          <input
            type="text"
            id={nameId}
            maxlength="60"
            autocomplete="off"
            aria-describedby={`${nameId}-hint`}
            value={name()}
            onInput={(event) => setName(event.currentTarget.value)}
          />
          <p class="soft hint" id={`${nameId}-hint`}>
            {t("vault.nameHint")}
          </p>
        </div>
        <ChoosePassphrase onChange={setChosen} />
        <Show when={failure()}>{(each) => <Failed failure={each()} />}</Show>
        <PlaceButton
          form={form}
          label={t("vault.make")}
          busy={busy() ? t("vault.making") : null}
          disabled={chosen() === null}
        />
      </form>
    </details>
  );
}

/** Adds a vault that lies at a place already. */
export function MeetVault(props: { readonly onMet: (id: string) => void }): JSX.Element {
  const form = usePlaceForm();
  const rule = useRule();
  const [passphrase, setPassphrase] = createSignal("");
  const { busy, failure, submit } = useSubmit(form, async () => {
    const body = { ...form.body(), ...rule.body(), passphrase: passphrase(), minutes: lockMinutes() };
    props.onMet((await ask<{ readonly id: string }>("/vaults/meet", { body })).id);
  });
  return (
    <details class="card column">
      <summary>{t("vault.meet")}</summary>
      <p>{t("vault.meetAbout")}</p>
      <form onSubmit={submit}>
        <PlaceFieldsView form={form} label={t("place.kindThere")} folderLabel={t("vault.meetFolder")} />
        <rule.View />
        <PlaceSeen form={form} rule={rule.body} />
        <PassphraseField label={t("vault.passphrase")} value={passphrase()} onInput={setPassphrase} />
        <Show when={failure()}>{(each) => <Failed failure={each()} />}</Show>
        <PlaceButton
          form={form}
          label={t("vault.meetDo")}
          busy={busy() ? t("unlock.opening") : null}
          disabled={passphrase() === ""}
        />
      </form>
    </details>
  );
}

/** Sends a form, once its place was seen. */
function useSubmit(form: PlaceForm, work: () => Promise<void>) {
  const [busy, setBusy] = createSignal(false);
  const [failure, setFailure] = createSignal<Failure>();
  const run = async () => {
    setFailure(undefined);
    if (busy() || form.before() !== null) return;
    setBusy(true);
    try {
      await work();
    } catch (error) {
      setFailure(failureIn(error));
    } finally {
      setBusy(false);
    }
  };
  return {
    busy,
    failure,
    submit: (event: Event) => {
      event.preventDefault();
      void run();
    },
  };
}

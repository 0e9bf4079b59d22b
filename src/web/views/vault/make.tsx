import { createSignal, type JSX, Show } from "solid-js";
import { ask, type Failure, failureIn } from "../../api.ts";
import { t } from "../../i18n.ts";
import { Failed } from "../../parts/loading.tsx";
import { ChoosePassphrase, type NewPassphrase } from "../../parts/new-passphrase.tsx";
import { PassphraseField } from "../../parts/passphrase-field.tsx";
import { lockMinutes } from "../../privacy.ts";
import type { Sheet } from "../privacy/sheet.tsx";
import { FolderField } from "./folder-field.tsx";

/** Makes a vault in a folder; its recovery sheet comes at once. */
export function MakeVault(props: {
  readonly open: boolean;
  readonly onMade: (id: string, sheet: Sheet | null) => void;
}): JSX.Element {
  const [place, setPlace] = createSignal("~/Candor-vault");
  const [name, setName] = createSignal("");
  const [rule, setRule] = createSignal<"any" | "eea" | "own">("any");
  const [countries, setCountries] = createSignal("");
  const [chosen, setChosen] = createSignal<NewPassphrase | null>(null);
  const [busy, setBusy] = createSignal(false);
  const [failure, setFailure] = createSignal<Failure>();
  const words = () => (rule() === "eea" ? "EU/EEA" : rule() === "own" ? countries().trim() : "");
  const submit = async (event: Event) => {
    event.preventDefault();
    const wanted = chosen();
    if (!wanted || busy()) return;
    setBusy(true);
    setFailure(undefined);
    try {
      const body = {
        ...wanted,
        place: place(),
        minutes: lockMinutes(),
        ...(name().trim() !== "" && { name: name().trim() }),
        ...(words() !== "" && { rule: words() }),
      };
      const made = await ask<{ readonly id: string; readonly sheet: Sheet | null }>("/vaults", { body });
      props.onMade(made.id, made.sheet);
    } catch (error) {
      setFailure(failureIn(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <details class="card column" open={props.open}>
      <summary>{t("vault.make")}</summary>
      <p>{t("vault.makeAbout")}</p>
      <form onSubmit={(event) => void submit(event)}>
        <FolderField label={t("vault.folder")} hint={t("vault.folderHint")} value={place()} onInput={setPlace} />
        <div class="field">
          <label for="vault-name">{t("vault.name")}</label>
          <input
            type="text"
            id="vault-name"
            maxlength="60"
            autocomplete="off"
            aria-describedby="vault-name-hint"
            value={name()}
            onInput={(event) => setName(event.currentTarget.value)}
          />
          <p class="soft hint" id="vault-name-hint">
            {t("vault.nameHint")}
          </p>
        </div>
        <div class="field">
          <label for="vault-rule">{t("vault.ruleField")}</label>
          <select
            id="vault-rule"
            aria-describedby="vault-rule-hint"
            value={rule()}
            onChange={(event) => setRule(event.currentTarget.value as "any" | "eea" | "own")}
          >
            <option value="any">{t("vault.ruleAny")}</option>
            <option value="eea">{t("vault.ruleEea")}</option>
            <option value="own">{t("vault.ruleOwn")}</option>
          </select>
          <p class="soft hint" id="vault-rule-hint">
            {t("vault.ruleHint")}
          </p>
        </div>
        <Show when={rule() === "own"}>
          <div class="field">
            <label for="vault-countries">{t("vault.ruleCountries")}</label>
            <input
              type="text"
              id="vault-countries"
              placeholder="DE, AT, CH"
              required
              value={countries()}
              onInput={(event) => setCountries(event.currentTarget.value)}
            />
          </div>
        </Show>
        <ChoosePassphrase onChange={setChosen} />
        <Show when={failure()}>{(each) => <Failed failure={each()} />}</Show>
        <button type="submit" class="button" disabled={busy() || chosen() === null || place().trim() === ""}>
          {busy() ? t("vault.making") : t("vault.make")}
        </button>
      </form>
    </details>
  );
}

/** Adds a vault that lies in a folder already. */
export function MeetVault(props: { readonly onMet: (id: string) => void }): JSX.Element {
  const [place, setPlace] = createSignal("");
  const [passphrase, setPassphrase] = createSignal("");
  const [busy, setBusy] = createSignal(false);
  const [failure, setFailure] = createSignal<Failure>();
  const submit = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    setFailure(undefined);
    try {
      const body = { place: place(), passphrase: passphrase(), minutes: lockMinutes() };
      props.onMet((await ask<{ readonly id: string }>("/vaults/meet", { body })).id);
    } catch (error) {
      setFailure(failureIn(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <details class="card column">
      <summary>{t("vault.meet")}</summary>
      <p>{t("vault.meetAbout")}</p>
      <form onSubmit={(event) => void submit(event)}>
        <FolderField label={t("vault.meetFolder")} value={place()} onInput={setPlace} />
        <PassphraseField label={t("vault.passphrase")} value={passphrase()} onInput={setPassphrase} />
        <Show when={failure()}>{(each) => <Failed failure={each()} />}</Show>
        <button type="submit" class="button" disabled={busy() || place().trim() === "" || passphrase() === ""}>
          {busy() ? t("unlock.opening") : t("vault.meetDo")}
        </button>
      </form>
    </details>
  );
}

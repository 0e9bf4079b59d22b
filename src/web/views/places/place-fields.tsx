import { createUniqueId, For, type JSX, Match, Show, Switch } from "solid-js";
import { countryName, t } from "../../i18n.ts";
import { FolderField } from "../vault/folder-field.tsx";
import type { PlaceForm, PlaceKind } from "./place-form.ts";
import { TextField } from "./text-field.tsx";
import "./places.css";

const kinds: readonly PlaceKind[] = ["folder", "webdav", "sftp", "s3", "rest"];

/** Asks for a place: what kind it is, where, in which country, and what lets the person in there. */
export function PlaceFieldsView(props: {
  readonly form: PlaceForm;
  readonly label: string;
  readonly folderLabel: string;
  readonly folderHint?: string;
}): JSX.Element {
  const id = createUniqueId();
  const fields = () => props.form.fields;
  return (
    <>
      <div class="field">
        <label for={id}>{props.label}</label>
        <select
          id={id}
          value={fields().kind}
          onChange={(event) => props.form.set("kind", event.currentTarget.value as PlaceKind)}
        >
          <For each={kinds}>{(kind) => <option value={kind}>{t(`place.kind.${kind}`)}</option>}</For>
        </select>
      </div>
      <Show
        when={fields().kind !== "folder"}
        fallback={
          <FolderField
            label={props.folderLabel}
            {...(props.folderHint !== undefined && { hint: props.folderHint })}
            value={fields().folder}
            onInput={(value) => props.form.set("folder", value)}
          />
        }
      >
        <p class="soft">{t("place.sealed")}</p>
        <Address form={props.form} />
        <Whereabouts form={props.form} />
        <AccessFields form={props.form} />
      </Show>
    </>
  );
}

function Address(props: { readonly form: PlaceForm }): JSX.Element {
  const { fields, set } = props.form;
  return (
    <Switch>
      <Match when={fields.kind === "s3"}>
        <TextField
          label={t("place.endpoint")}
          hint={t("place.endpointHint")}
          placeholder="https://s3.eu-central-1.amazonaws.com"
          value={fields.endpoint}
          onInput={(value) => set("endpoint", value)}
          required
        />
        <TextField
          label={t("place.bucket")}
          value={fields.bucket}
          onInput={(value) => set("bucket", value)}
          length={63}
          required
        />
        <TextField
          label={t("place.prefix")}
          hint={t("place.prefixHint")}
          value={fields.prefix}
          onInput={(value) => set("prefix", value)}
        />
      </Match>
      <Match when={fields.kind === "sftp"}>
        <div class="place-pair">
          <TextField label={t("place.host")} value={fields.host} onInput={(value) => set("host", value)} required />
          <TextField label={t("place.port")} value={fields.port} onInput={(value) => set("port", value)} length={5} />
        </div>
        <TextField label={t("place.user")} value={fields.user} onInput={(value) => set("user", value)} required />
        <TextField
          label={t("place.path")}
          hint={t("place.pathHint")}
          value={fields.path}
          onInput={(value) => set("path", value)}
          required
        />
      </Match>
      <Match when={true}>
        <TextField
          label={t("place.url")}
          hint={t("place.urlHint")}
          placeholder="https://cloud.example.org/remote.php/dav/files/name/vault"
          value={fields.url}
          onInput={(value) => set("url", value)}
          required
        />
      </Match>
    </Switch>
  );
}

function Whereabouts(props: { readonly form: PlaceForm }): JSX.Element {
  const { fields, set } = props.form;
  const country = () => fields.country.trim().toUpperCase();
  const hint = () => (/^[A-Z]{2}$/.test(country()) ? countryName(country()) : t("place.countryHint"));
  return (
    <>
      <TextField
        label={t("place.country")}
        hint={hint()}
        placeholder="DE"
        value={fields.country}
        onInput={(value) => set("country", value)}
        length={2}
        required={fields.kind !== "s3"}
      />
      <TextField
        label={t("place.operator")}
        hint={t("place.operatorHint")}
        value={fields.operator}
        onInput={(value) => set("operator", value)}
        length={100}
      />
    </>
  );
}

const ways = ["typed", "file", "none"] as const;

/** Asks for what lets a person in at a place. */
export function AccessFields(props: { readonly form: PlaceForm }): JSX.Element {
  const id = createUniqueId();
  const { fields, set } = props.form;
  return (
    <fieldset class="place-access">
      <legend>{t("place.access")}</legend>
      <div class="field">
        <select
          id={id}
          aria-label={t("place.access")}
          value={fields.access}
          onChange={(event) => set("access", event.currentTarget.value as (typeof ways)[number])}
        >
          <For each={ways}>{(way) => <option value={way}>{t(`place.access.${way}`)}</option>}</For>
        </select>
      </div>
      <Switch>
        <Match when={fields.access === "file"}>
          <TextField
            label={t("place.file")}
            hint={t("place.fileHint")}
            value={fields.file}
            onInput={(value) => set("file", value)}
            required
          />
        </Match>
        <Match when={fields.access === "typed"}>
          <Typed form={props.form} />
          <p class="soft hint">{t("place.accessKept")}</p>
        </Match>
      </Switch>
    </fieldset>
  );
}

function Typed(props: { readonly form: PlaceForm }): JSX.Element {
  const { fields, set } = props.form;
  const password = () => (
    <TextField label={t("place.password")} value={fields.password} onInput={(value) => set("password", value)} secret />
  );
  return (
    <Switch>
      <Match when={fields.kind === "s3"}>
        <TextField label={t("place.accessKey")} value={fields.accessKey} onInput={(value) => set("accessKey", value)} />
        <TextField
          label={t("place.secretKey")}
          value={fields.secretKey}
          onInput={(value) => set("secretKey", value)}
          secret
        />
      </Match>
      <Match when={fields.kind === "sftp"}>
        <TextField
          label={t("place.keyFile")}
          hint={t("place.keyFileHint")}
          value={fields.keyFile}
          onInput={(value) => set("keyFile", value)}
        />
        <Show when={fields.keyFile.trim() !== ""} fallback={password()}>
          <TextField
            label={t("place.keyPassphrase")}
            value={fields.keyPassphrase}
            onInput={(value) => set("keyPassphrase", value)}
            secret
          />
        </Show>
      </Match>
      <Match when={true}>
        <TextField label={t("place.user")} value={fields.user} onInput={(value) => set("user", value)} />
        {password()}
      </Match>
    </Switch>
  );
}

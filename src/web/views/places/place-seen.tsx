import { type JSX, Show } from "solid-js";
import type { PlaceLook } from "../../../centre/place-meeting.ts";
import { t } from "../../i18n.ts";
import { Failed } from "../../parts/loading.tsx";
import { regionHow, regionSaid } from "../vault/words.ts";
import type { PlaceForm } from "./place-form.ts";

/** What answers at a place, and the agreement to its key where nobody else vouches for it. */
export function PlaceSeen(props: { readonly form: PlaceForm }): JSX.Element {
  return (
    <>
      <Show when={props.form.failure()}>{(failure) => <Failed failure={failure()} />}</Show>
      <Show when={props.form.fields.kind !== "folder" && props.form.seen()}>
        {(seen) => <Seen form={props.form} seen={seen()} />}
      </Show>
    </>
  );
}

function Seen(props: { readonly form: PlaceForm; readonly seen: PlaceLook }): JSX.Element {
  const isOpen = () => ["new", "changed"].includes(props.seen.key?.standing ?? "");
  return (
    <section class="notice place-seen" classList={{ ask: isOpen() }} role="status" aria-label={t("place.seen")}>
      <h3>{t("place.seen")}</h3>
      <dl class="facts">
        <dt>{t("place.seen.place")}</dt>
        <dd class="mono">{props.seen.address}</dd>
        <Show when={props.seen.key}>
          {(key) => (
            <>
              <dt>{t("place.seen.server")}</dt>
              <dd class="mono">{key().host}</dd>
              <dt>{t("place.seen.key")}</dt>
              <dd class="mono key">{key().key}</dd>
            </>
          )}
        </Show>
        <dt>{t("place.seen.where")}</dt>
        <dd>
          {regionSaid(props.seen.region)}. {regionHow(props.seen.region)}{" "}
          <Show when={props.seen.tells}>{t("place.tells")}</Show>
        </dd>
      </dl>
      <p>{keySaid(props.seen.key)}</p>
      <Show when={isOpen()}>
        <label class="wish">
          <input
            type="checkbox"
            checked={props.form.agreed()}
            onChange={(event) => props.form.agree(event.currentTarget.checked)}
          />
          <span>{t("place.agree")}</span>
        </label>
      </Show>
    </section>
  );
}

function keySaid(key: PlaceLook["key"]): string {
  if (key === null) return t("place.key.none");
  if (key.standing === "changed") return t("place.key.changed", { before: key.before ?? "" });
  if (key.standing === "new") return t(key.protocol === "ssh" ? "place.key.newSsh" : "place.key.newTls");
  return t(`place.key.${key.standing}`);
}

/**
 * The button of a form that asks for a place. A server is looked at first, so that nobody sends anything to one that they have not seen; then
 * the same button does what the form is for.
 */
export function PlaceButton(props: {
  readonly form: PlaceForm;
  readonly label: string;
  readonly busy: string | null;
  readonly disabled?: boolean;
}): JSX.Element {
  const looks = () => props.form.before() === "look";
  const waits = () => props.busy !== null || props.form.looking() || !props.form.complete();
  return (
    <>
      <Show when={looks()}>
        <p class="soft">{t("place.lookAbout")}</p>
      </Show>
      <Show when={props.form.before() === "agree"}>
        <p class="soft">{t("place.agreeFirst")}</p>
      </Show>
      <Show
        when={looks()}
        fallback={
          <button
            type="submit"
            class="button"
            disabled={waits() || props.form.before() === "agree" || (props.disabled ?? false)}
          >
            {props.busy ?? props.label}
          </button>
        }
      >
        <button type="submit" class="button" disabled={waits()}>
          {props.form.looking() ? t("place.looking") : t("place.look")}
        </button>
      </Show>
    </>
  );
}

import { createSignal, type JSX, Show } from "solid-js";
import type { PlaceLook } from "../../../centre/place-meeting.ts";
import { t } from "../../i18n.ts";
import { Failed } from "../../parts/loading.tsx";
import { regionWhole } from "../vault/words.ts";
import type { PlaceForm, PlaceRule } from "./place-form.ts";

/**
 * Looks at a server before anything goes there: a button, what answers, and the agreement to its key where nobody else vouches for it. Nothing
 * for a folder.
 */
export function PlaceSeen(props: { readonly form: PlaceForm; readonly rule?: () => PlaceRule }): JSX.Element {
  const [pressed, setPressed] = createSignal(false);
  const isSeen = () => props.form.before() !== "look";
  const look = () => {
    setPressed(true);
    void props.form.look(props.rule?.() ?? {});
  };
  return (
    <Show when={props.form.fields.kind !== "folder"}>
      <section class="place-looking" aria-label={t("place.look")}>
        <Show when={!isSeen()}>
          <p class="soft">{t("place.lookAbout")}</p>
        </Show>
        <button
          type="button"
          class="button quiet"
          disabled={props.form.looking() || !props.form.complete()}
          onClick={look}
        >
          {t(props.form.looking() ? "place.looking" : isSeen() ? "place.lookAgain" : "place.look")}
        </button>
        <div aria-live="polite">
          <Show when={pressed() && props.form.failure()}>{(failure) => <Failed failure={failure()} />}</Show>
          <Show when={props.form.seen()}>{(seen) => <Seen form={props.form} seen={seen()} />}</Show>
        </div>
      </section>
    </Show>
  );
}

function Seen(props: { readonly form: PlaceForm; readonly seen: PlaceLook }): JSX.Element {
  const isOpen = () => ["new", "changed"].includes(props.seen.key?.standing ?? "");
  return (
    <section class="notice place-seen" classList={{ ask: isOpen() }} aria-label={t("place.seen")}>
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
          {regionWhole(props.seen.region)} <Show when={props.seen.tells}>{t("place.tells")}</Show>
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

/** The button that sends a form; a server has to be looked at first, so that nobody sends anything to one that they have not seen. */
export function PlaceButton(props: {
  readonly form: PlaceForm;
  readonly label: string;
  /** What is being done; null where nothing is. */
  readonly busy: string | null;
  readonly disabled?: boolean;
}): JSX.Element {
  const before = () => props.form.before();
  return (
    <>
      <Show when={before()}>
        {(what) => <p class="soft">{t(what() === "look" ? "place.lookFirst" : "place.agreeFirst")}</p>}
      </Show>
      <button
        type="submit"
        class="button"
        disabled={props.busy !== null || before() !== null || !props.form.complete() || (props.disabled ?? false)}
      >
        {props.busy ?? props.label}
      </button>
    </>
  );
}

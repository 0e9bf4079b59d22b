import { createSignal, For, type JSX, Show } from "solid-js";
import type { ReportLetter, ReportLetterWish } from "../../../centre/traffic-letter.ts";
import { type Failure, failureIn } from "../../api.ts";
import { language, t } from "../../i18n.ts";
import { Failed } from "../loading.tsx";
import { WrittenLetter } from "../traffic/written-letter.tsx";

/** What can be asked of a company. */
const askedKinds = ["access", "erasure", "objection", "withdrawal", "portability", "restriction"] as const;
/** Languages in which every letter is there. */
export const letterLanguages = ["en", "de", "es", "zh", "id"] as const;

/** What every letter asks of the person. */
export type LetterWish = Omit<ReportLetterWish, "company">;

/** The form that a letter is written from, with the letter beneath it: first what is its own, then what every letter asks. */
export function LetterWriting(props: {
  readonly children: JSX.Element;
  /** Whether it is kept among the requests unless the person says otherwise. */
  readonly filed: boolean;
  readonly write: (wish: LetterWish, text: (name: string) => string) => Promise<ReportLetter>;
}): JSX.Element {
  const [letter, setLetter] = createSignal<ReportLetter>();
  const [failure, setFailure] = createSignal<Failure>();
  const [busy, setBusy] = createSignal(false);
  const write = async (event: SubmitEvent & { readonly currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const text = (name: string) => String(given.get(name) ?? "").trim();
    setBusy(true);
    setFailure(undefined);
    try {
      setLetter(await props.write(wishOf(given, text), text));
    } catch (error) {
      setFailure(failureIn(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <form class="traffic-letter" onSubmit={(event) => void write(event)}>
        {props.children}
        <Choose
          name="kind"
          label={t("traffic.letter.kind")}
          of={askedKinds}
          say={(each) => t(`traffic.letter.${each as (typeof askedKinds)[number]}`)}
        />
        <Choose
          name="language"
          label={t("traffic.letter.language")}
          of={[...letterLanguages].sort((a) => (a === language() ? -1 : 1))}
          say={(each) => t(`traffic.letter.in.${each as (typeof letterLanguages)[number]}`)}
        />
        <PersonFields />
        <label class="choice whole">
          <input type="checkbox" name="file" checked={props.filed} />
          <span>{t("traffic.letter.file")}</span>
        </label>
        <button type="submit" class="button" disabled={busy()}>
          {t("traffic.letter.write")}
        </button>
      </form>
      <Show when={failure()}>{(each) => <Failed failure={each()} />}</Show>
      <div aria-live="polite">
        <Show when={letter()} keyed>
          {(each) => <WrittenLetter letter={each} request={each.request} />}
        </Show>
      </div>
    </>
  );
}

function PersonFields(): JSX.Element {
  return (
    <>
      <label>
        {t("traffic.letter.name")}
        <input type="text" name="name" required maxlength={300} autocomplete="name" />
      </label>
      <label>
        {t("traffic.letter.email")} ({t("traffic.letter.optional")})
        <input type="text" inputmode="email" name="email" maxlength={300} autocomplete="email" />
      </label>
      <label class="whole">
        {t("traffic.letter.address")} ({t("traffic.letter.optional")})
        <textarea name="address" rows="2" maxlength={1000} autocomplete="street-address" />
      </label>
      <label class="whole">
        {t("traffic.letter.identity")} ({t("traffic.letter.optional")})
        <textarea name="identity" rows="2" maxlength={3000} />
      </label>
    </>
  );
}

function wishOf(given: FormData, text: (name: string) => string): LetterWish {
  return {
    kind: text("kind") as LetterWish["kind"],
    language: text("language"),
    name: text("name"),
    address: text("address") || null,
    email: text("email") || null,
    identity: text("identity")
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== ""),
    file: given.has("file"),
  };
}

/** A choice with its name above it. */
export function Choose(props: {
  readonly name: string;
  readonly label: string;
  readonly of: readonly string[];
  readonly say: (each: string) => string;
}): JSX.Element {
  return (
    <label>
      {props.label}
      <select name={props.name}>
        <For each={props.of}>{(each) => <option value={each}>{props.say(each)}</option>}</For>
      </select>
    </label>
  );
}

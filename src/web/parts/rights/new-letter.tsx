import { createSignal, type JSX, Show } from "solid-js";
import type { LetterWithoutRecord } from "../../../centre/rights-page.ts";
import type { ReportLetter } from "../../../centre/traffic-letter.ts";
import { ask, type Failure, failureIn } from "../../api.ts";
import { language, t } from "../../i18n.ts";
import { Failed } from "../loading.tsx";
import { askedKinds, Choose, letterLanguages } from "../traffic/letter-form.tsx";
import { WrittenLetter } from "../traffic/written-letter.tsx";

const regions = ["EU", "GB", "CH", "IN", "ID", "BR", "CN", "TR", "US-CA", "RU", "VN"] as const;

/** A letter to a company of which there is no record of traffic. */
export function NewLetter(props: { readonly onFiled: () => void }): JSX.Element {
  const [letter, setLetter] = createSignal<ReportLetter>();
  const [failure, setFailure] = createSignal<Failure>();
  const [busy, setBusy] = createSignal(false);
  const write = async (event: SubmitEvent & { readonly currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    setBusy(true);
    setFailure(undefined);
    try {
      const written = await ask<ReportLetter>("/rights/letters", { body: wishOf(new FormData(event.currentTarget)) });
      setLetter(written);
      if (written.request !== null) props.onFiled();
    } catch (error) {
      setFailure(failureIn(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <details class="card column no-print">
      <summary>{t("rights.new")}</summary>
      <p class="soft">{t("rights.newAbout")}</p>
      <form class="traffic-letter" onSubmit={(event) => void write(event)}>
        <label>
          {t("rights.newTo")}
          <input type="text" name="to" required maxlength={300} />
        </label>
        <Choose
          name="kind"
          label={t("traffic.letter.kind")}
          of={askedKinds}
          say={(each) => t(`traffic.letter.${each as (typeof askedKinds)[number]}`)}
        />
        <Choose
          name="region"
          label={t("traffic.region")}
          of={regions}
          say={(each) => t(`traffic.region.${each as (typeof regions)[number]}`)}
        />
        <Choose
          name="language"
          label={t("traffic.letter.language")}
          of={[...letterLanguages].sort((a) => (a === language() ? -1 : 1))}
          say={(each) => t(`traffic.letter.in.${each as (typeof letterLanguages)[number]}`)}
        />
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
        <label class="choice whole">
          <input type="checkbox" name="file" checked />
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
    </details>
  );
}

function wishOf(given: FormData): LetterWithoutRecord {
  const text = (name: string) => String(given.get(name) ?? "").trim();
  return {
    to: text("to"),
    kind: text("kind") as LetterWithoutRecord["kind"],
    language: text("language"),
    region: text("region") as LetterWithoutRecord["region"],
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

import { createMemo, createSignal, For, type JSX, Show } from "solid-js";
import type { ReportLetter, ReportLetterWish } from "../../../centre/traffic-letter.ts";
import type { ReportFlow } from "../../../traffic/traffic-report.ts";
import { ask, type Failure, failureIn } from "../../api.ts";
import { language, t } from "../../i18n.ts";
import { Failed } from "../loading.tsx";
import { WrittenLetter } from "./written-letter.tsx";

/** What can be asked of a company. */
export const askedKinds = ["access", "erasure", "objection", "withdrawal", "portability", "restriction"] as const;
/** Languages in which every letter is there. */
export const letterLanguages = ["en", "de", "es", "zh", "id"] as const;

/** A letter to a company that was seen, with what was recorded as evidence. */
export function LetterForm(props: { readonly id: string; readonly flows: readonly ReportFlow[] }): JSX.Element {
  const [letter, setLetter] = createSignal<ReportLetter>();
  const [failure, setFailure] = createSignal<Failure>();
  const [busy, setBusy] = createSignal(false);
  const companies = createMemo(() => {
    const counts = new Map<string, number>();
    for (const { recipient, blocked } of props.flows)
      if (recipient.company !== null && !blocked)
        counts.set(recipient.company, (counts.get(recipient.company) ?? 0) + 1);
    return [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name);
  });
  const write = async (event: SubmitEvent & { readonly currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const text = (name: string) => String(given.get(name) ?? "").trim();
    const wish: ReportLetterWish = {
      company: text("company"),
      kind: text("kind") as ReportLetterWish["kind"],
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
    setBusy(true);
    setFailure(undefined);
    try {
      setLetter(await ask<ReportLetter>(`/traffic/reports/${props.id}/letter`, { body: wish }));
    } catch (error) {
      setFailure(failureIn(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Show when={companies().length > 0}>
      <section class="card column no-print" aria-labelledby="traffic-letter">
        <h2 id="traffic-letter">{t("traffic.letter")}</h2>
        <p class="soft">{t("traffic.letterAbout")}</p>
        <form class="traffic-letter" onSubmit={(event) => void write(event)}>
          <Choose name="company" label={t("traffic.company")} of={companies()} say={(each) => each} />
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
          <label>
            {t("traffic.letter.name")}
            <input type="text" name="name" required maxlength={300} autocomplete="name" />
          </label>
          <label>
            {t("traffic.letter.email")} ({t("traffic.letter.optional")})
            <input type="text" inputmode="email" name="email" maxlength={300} autocomplete="email" />
          </label>
          <label>
            {t("traffic.letter.address")} ({t("traffic.letter.optional")})
            <textarea name="address" rows="3" maxlength={1000} autocomplete="street-address" />
          </label>
          <label class="whole">
            {t("traffic.letter.identity")} ({t("traffic.letter.optional")})
            <textarea name="identity" rows="2" maxlength={3000} />
          </label>
          <label class="choice whole">
            <input type="checkbox" name="file" />
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
      </section>
    </Show>
  );
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

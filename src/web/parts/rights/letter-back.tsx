import { createResource, createSignal, For, type JSX, Show } from "solid-js";
import type { LetterForms } from "../../../centre/letter-forms.ts";
import type { PageRequest } from "../../../centre/rights-page.ts";
import { ask, type Failure, failureIn } from "../../api.ts";
import { countryName, t } from "../../i18n.ts";
import { Failed } from "../loading.tsx";
import { WrittenLetter } from "../traffic/written-letter.tsx";
import { letterLanguages } from "./letter-writing.tsx";

const problems = ["no-answer", "partial", "refused", "id-demanded", "extended-late"] as const;

interface Authority {
  readonly slug: string;
  readonly country: string;
  readonly name: string;
}

/** Writes a reminder, or a complaint to the authority, about a request. */
export function LetterBack(props: { readonly of: PageRequest; readonly kind: "reminder" | "complaint" }): JSX.Element {
  const [letter, setLetter] = createSignal<LetterForms>();
  const [failure, setFailure] = createSignal<Failure>();
  const [busy, setBusy] = createSignal(false);
  const write = async (event: SubmitEvent & { readonly currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const chosen = [...given].filter(([, value]) => value !== "");
    setBusy(true);
    setFailure(undefined);
    try {
      const body = { kind: props.kind, ...Object.fromEntries(chosen) };
      setLetter(await ask<LetterForms>(`/rights/requests/${props.of.id}/letter`, { body }));
    } catch (error) {
      setLetter(undefined);
      setFailure(failureIn(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <section class="card column no-print" aria-labelledby="rights-back">
      <h2 id="rights-back">{t(`rights.back.title.${props.kind}`, { name: props.of.to })}</h2>
      <form class="traffic-letter" onSubmit={(event) => void write(event)}>
        <Show when={props.kind === "complaint" && props.of.region === "EU"}>
          <AuthorityChoice />
        </Show>
        <label>
          {t("rights.back.problem")}
          <select name="problem" required={props.of.cause === null}>
            <option value="">
              {props.of.cause === null
                ? t("rights.back.choose")
                : `${t(`rights.problem.${props.of.cause}`)} (${t("rights.back.asFiled")})`}
            </option>
            <For each={problems}>{(each) => <option value={each}>{t(`rights.problem.${each}`)}</option>}</For>
          </select>
        </label>
        <label>
          {t("traffic.letter.language")}
          <select name="language">
            <option value="">{t("rights.back.own")}</option>
            <For each={letterLanguages}>{(each) => <option value={each}>{t(`traffic.letter.in.${each}`)}</option>}</For>
          </select>
        </label>
        <label class="whole">
          {t("rights.back.note")} ({t("traffic.letter.optional")})
          <textarea name="note" rows="2" maxlength={5000} />
        </label>
        <button type="submit" class="button" disabled={busy()}>
          {t("traffic.letter.write")}
        </button>
      </form>
      <Show when={failure()}>{(each) => <Failed failure={each()} />}</Show>
      <div aria-live="polite">
        <Show when={letter()} keyed>
          {(each) => (
            <>
              <p class="notice good">{t("rights.back.sent")}</p>
              <WrittenLetter letter={each} request={null} />
            </>
          )}
        </Show>
      </div>
    </section>
  );
}

/** The country of the authority, and which one where it has several. */
function AuthorityChoice(): JSX.Element {
  const [found] = createResource(() => ask<{ readonly authorities: readonly Authority[] }>("/rights/authorities"));
  const [country, setCountry] = createSignal("");
  const all = () => (found.state === "ready" ? found().authorities : []);
  const countries = () =>
    [...new Set(all().map((each) => each.country))]
      .map((code) => ({ code, name: countryName(code) }))
      .sort((a, b) => a.name.localeCompare(b.name));
  const there = () => all().filter((each) => each.country === country());
  return (
    <>
      <label>
        {t("rights.back.country")}
        <select
          name="country"
          required
          aria-describedby="rights-country"
          onChange={({ currentTarget: { value } }) => setCountry(value)}
        >
          <option value="">{t("rights.back.choose")}</option>
          <For each={countries()}>{({ code, name }) => <option value={code}>{name}</option>}</For>
        </select>
        <span id="rights-country">{t("rights.back.countryAbout")}</span>
      </label>
      <Show when={there().length > 1}>
        <label>
          {t("rights.back.authority")}
          <select name="authority" required>
            <option value="">{t("rights.back.choose")}</option>
            <For each={there()}>{({ slug, name }) => <option value={slug}>{name}</option>}</For>
          </select>
        </label>
      </Show>
    </>
  );
}

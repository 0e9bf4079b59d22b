import { For, type JSX, Show } from "solid-js";
import type { LetterForms } from "../../../centre/letter-forms.ts";
import { t } from "../../i18n.ts";
import { Link } from "../link.tsx";
import { Phrase } from "../said.tsx";
import { saveFile } from "../save-file.ts";

/** The letter, what to know before sending it, and the forms in which it can be taken along. */
export function WrittenLetter(props: {
  readonly letter: LetterForms;
  /** Its number among the requests, where it was filed. */
  readonly request: number | null;
}): JSX.Element {
  const { to, text, html, eml, mailto, notes, language: tongue } = props.letter;
  const name = `candor-${to.name
    .toLowerCase()
    .replace(/[^a-z\d]+/g, "-")
    .slice(0, 40)}`;
  return (
    <>
      <Show when={props.request}>
        {(number) => (
          <p class="notice good">
            {t("traffic.letter.filed", { number: number() })} <Link to={`/rights/${number()}`}>{t("rights.show")}</Link>
          </p>
        )}
      </Show>
      <p>
        <strong>{t("traffic.letter.to")}:</strong> {to.name} ·{" "}
        {[to.address, to.email].filter((each) => each !== null).join(" · ") || t("traffic.letter.noAddress")}
      </p>
      <Show when={notes.length > 0}>
        <div class="notice ask">
          <h3>{t("traffic.letter.before")}</h3>
          <ul>
            <For each={notes}>
              {(note) => (
                <li>
                  <Phrase of={note} />
                </li>
              )}
            </For>
          </ul>
        </div>
      </Show>
      <div class="row wrap bar">
        <button type="button" class="button" onClick={() => saveFile(`${name}.html`, html, "text/html")}>
          {t("traffic.letter.savePage")}
        </button>
        <button type="button" class="button quiet" onClick={() => saveFile(`${name}.eml`, eml, "message/rfc822")}>
          {t("traffic.letter.saveMail")}
        </button>
        <button type="button" class="button quiet" onClick={() => saveFile(`${name}.txt`, text)}>
          {t("traffic.letter.saveText")}
        </button>
        <Show when={mailto}>
          {(uri) => (
            <a class="button quiet" href={uri()}>
              {t("traffic.letter.mail")}
            </a>
          )}
        </Show>
      </div>
      <pre class="sheet traffic-sheet" lang={tongue} tabindex="0">
        {text}
      </pre>
    </>
  );
}

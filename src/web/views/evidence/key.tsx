import { createSignal, type JSX, Show } from "solid-js";
import type { EvidenceAnswer } from "../../../centre/evidence-desk.ts";
import { ask, type Failure, failureIn } from "../../api.ts";
import { t } from "../../i18n.ts";
import { Icon } from "../../parts/icon.tsx";
import { Failed } from "../../parts/loading.tsx";

/** By which key a package was signed, and a place to compare it with what one was told by another way. */
export function KeyOf(props: { readonly answer: EvidenceAnswer }): JSX.Element {
  return (
    <Show
      when={props.answer.verdict.key}
      fallback={
        <p class="mark unknown">
          <Icon name="unknown" />
          {t("evidence.keyNone")}
        </p>
      }
    >
      {(key) => (
        <section class="card column">
          <p>
            <span class="soft">{t("evidence.fingerprint")}</span>
            <code class="fingerprint">{key().fingerprint}</code>
          </p>
          <Show
            when={props.answer.own}
            fallback={
              <>
                <p>{t("evidence.compareAbout")}</p>
                <Compare fingerprint={key().fingerprint} />
              </>
            }
          >
            {(own) => (
              <p class={`mark ${own() === "revoked" ? "critical" : "pass"}`}>
                <Icon name={own() === "revoked" ? "critical" : "pass"} />
                {t(`evidence.own.${own()}`)}
              </p>
            )}
          </Show>
        </section>
      )}
    </Show>
  );
}

function Compare(props: { readonly fingerprint: string }): JSX.Element {
  const [text, setText] = createSignal("");
  const [same, setSame] = createSignal<boolean>();
  const [failure, setFailure] = createSignal<Failure>();
  const compare = async (event: Event) => {
    event.preventDefault();
    setFailure(undefined);
    setSame(undefined);
    try {
      const given = await fingerprintsIn(text());
      setSame(given.includes(bare(props.fingerprint)));
    } catch (error) {
      setFailure(failureIn(error));
    }
  };
  return (
    <form onSubmit={(event) => void compare(event)}>
      <div class="field">
        <label for="evidence-compare">{t("evidence.compare")}</label>
        <textarea
          id="evidence-compare"
          rows="2"
          spellcheck={false}
          value={text()}
          onInput={(event) => {
            setText(event.currentTarget.value);
            setSame(undefined);
          }}
        />
      </div>
      <button type="submit" class="button quiet" disabled={text().trim() === ""}>
        {t("evidence.compareDo")}
      </button>
      <div aria-live="polite">
        <Show when={failure()}>{(each) => <Failed failure={each()} />}</Show>
        <Show when={same() !== undefined}>
          <p class={`notice ${same() === true ? "good" : "bad"}`}>
            {t(same() === true ? "evidence.same" : "evidence.other")}
          </p>
        </Show>
      </div>
    </form>
  );
}

/** A fingerprint as ssh-keygen prints it, with spaces as people say it; else a key, which the server reads. */
async function fingerprintsIn(text: string): Promise<readonly string[]> {
  const said = bare(text);
  if (/^[A-Za-z0-9+/]{43}$/.test(said)) return [said];
  const { keys } = await ask<{ readonly keys: readonly { readonly fingerprint: string }[] }>("/evidence/keys", {
    body: { text },
  });
  return keys.map(({ fingerprint }) => bare(fingerprint));
}

const bare = (fingerprint: string) =>
  fingerprint
    .replace(/\s/g, "")
    .replace(/^SHA256:/i, "")
    .replace(/=+$/, "");

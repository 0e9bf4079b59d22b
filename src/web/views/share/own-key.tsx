import { createResource, createSignal, type JSX } from "solid-js";
import { ask } from "../../api.ts";
import { t } from "../../i18n.ts";
import { Fetched } from "../../parts/fetched.tsx";
import { saveFile } from "../../parts/save-file.ts";

/** The key by which others seal for whoever uses this Candor, to be given away. */
export function OwnKey(): JSX.Element {
  const [own, { refetch }] = createResource(() => ask<{ readonly recipient: string }>("/share/own", { body: {} }));
  const [copied, setCopied] = createSignal(false);
  let shown: HTMLElement | undefined;
  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Where the browser does not let it be copied, it is marked, so that the person can.
      if (shown) getSelection()?.selectAllChildren(shown);
      return;
    }
    setCopied(true);
  };
  return (
    <section class="card column" aria-labelledby="share-own">
      <h2 id="share-own">{t("share.own")}</h2>
      <p>{t("share.ownAbout")}</p>
      <Fetched from={own} again={() => void refetch()}>
        {(key) => (
          <>
            <code
              class="fingerprint own-key"
              ref={(element) => {
                shown = element;
              }}
            >
              {key().recipient}
            </code>
            <p class="row wrap">
              <button type="button" class="button quiet" onClick={() => void copy(key().recipient)}>
                {t(copied() ? "share.copied" : "share.copy")}
              </button>
              <button
                type="button"
                class="button quiet"
                onClick={() => saveFile("candor-recipient.txt", `${key().recipient}\n`)}
              >
                {t("share.ownSave")}
              </button>
            </p>
          </>
        )}
      </Fetched>
      <p class="soft">{t("share.ownTell")}</p>
    </section>
  );
}

import { type JSX, lazy, Match, Show, Suspense, Switch } from "solid-js";
import { phraseSaid } from "../answers.ts";
import type { Failure } from "../api.ts";
import { type MessageKey, t } from "../i18n.ts";
import { Link } from "./link.tsx";
import { Phrase, SaidText } from "./said.tsx";

export { failureIn } from "../api.ts";

const Unlock = lazy(() => import("./unlock.tsx"));

/** Something is being fetched. */
export function Loading(): JSX.Element {
  return (
    <p class="loading" role="status">
      {t("work.loading")}
    </p>
  );
}

/** What went wrong, and what to do: where something is locked, the passphrase is asked for; where a change was interrupted, the journal has it. */
export function Failed(props: { readonly failure: Failure; readonly again?: (() => void) | undefined }): JSX.Element {
  return (
    <Switch fallback={<Said failure={props.failure} again={props.again} />}>
      <Match when={props.failure.code === "locked"}>
        <Suspense fallback={<Loading />}>
          <Unlock again={props.again} />
        </Suspense>
      </Match>
      <Match when={props.failure.code === "interrupted"}>
        <section class="notice ask" role="alert">
          <h2>{t("interrupted.title")}</h2>
          <p>{t("interrupted.first")}</p>
          <Link to="/journal">{t("interrupted.show")}</Link>
        </section>
      </Match>
    </Switch>
  );
}

/** Failures that the page sees by itself. */
const ownWords: ReadonlyMap<string, MessageKey> = new Map([
  ["server-gone", "work.serverGone"],
  ["not-taken", "file.notTaken"],
  ["folder-too-large", "evidence.folderTooLarge"],
  ["no-evidence", "evidence.none"],
]);

function Said(props: { readonly failure: Failure; readonly again?: (() => void) | undefined }): JSX.Element {
  const said = () => {
    const own = ownWords.get(props.failure.code);
    return own === undefined ? phraseSaid(props.failure.message) : { text: t(own) };
  };
  return (
    <section class="notice bad" role="alert">
      <h2>{t("work.failed")}</h2>
      <p>
        <SaidText said={said()} />
      </p>
      <Show when={props.failure.next}>
        {(next) => (
          <p>
            <strong>{t("work.next")}:</strong> <Phrase of={next()} />
          </p>
        )}
      </Show>
      <Show when={props.again}>
        {(again) => (
          <button type="button" class="button" onClick={() => again()()}>
            {t("work.again")}
          </button>
        )}
      </Show>
    </section>
  );
}

import { createSignal, For, type JSX, Show } from "solid-js";
import type { PageRequest } from "../../../centre/rights-page.ts";
import { type Failure, failureIn } from "../../api.ts";
import { formatBytes, t } from "../../i18n.ts";
import { ChooseFiles } from "../choose-files.tsx";
import { Failed } from "../loading.tsx";
import { mostAnswer, sendAnswer } from "./file-event.tsx";
import { dayWords } from "./words.ts";

/** All that happened to a request, with what was said and the files that were kept. */
export function Happened(props: {
  readonly of: PageRequest;
  readonly onChanged: (request: PageRequest) => void;
}): JSX.Element {
  const [failure, setFailure] = createSignal<Failure>();
  const [tooLarge, setTooLarge] = createSignal(false);
  const add = async (event: number, file: File | undefined) => {
    if (!file) return;
    setFailure(undefined);
    setTooLarge(false);
    if (file.size > mostAnswer) {
      setTooLarge(true);
      return;
    }
    try {
      props.onChanged((await sendAnswer(props.of.id, event, file)).request);
    } catch (error) {
      setFailure(failureIn(error));
    }
  };
  return (
    <section class="card column" aria-labelledby="rights-history">
      <h2 id="rights-history">{t("rights.history")}</h2>
      <Show when={failure()}>{(each) => <Failed failure={each()} />}</Show>
      <Show when={tooLarge()}>
        <p class="notice bad" role="alert">
          {t("rights.file.tooLarge", { size: formatBytes(mostAnswer) })}
        </p>
      </Show>
      <ol class="happened">
        <For each={props.of.request.events}>
          {({ what, on, note, file }, i) => (
            <li>
              <time datetime={on}>{dayWords(on)}</time>
              <div>
                <strong>{t(`rights.event.${what}`)}</strong>
                <Show when={note !== ""}>
                  <p class="said-note">{note}</p>
                </Show>
                <Show
                  when={file}
                  fallback={
                    <Show when={what !== "written" && what !== "closed"}>
                      <AddFile what={t(`rights.event.${what}`)} onFile={(chosen) => void add(i(), chosen)} />
                    </Show>
                  }
                >
                  {(kept) => (
                    <p class="small">
                      <a href={`/api/v1/rights/files?request=${props.of.id}&event=${i()}`} download={kept().name}>
                        {t("rights.saveFile", { name: kept().name })}
                      </a>{" "}
                      <span class="soft">{formatBytes(kept().bytes)}</span>
                      <code class="under">SHA-256 {kept().sha256}</code>
                    </p>
                  )}
                </Show>
              </div>
            </li>
          )}
        </For>
      </ol>
    </section>
  );
}

function AddFile(props: { readonly what: string; readonly onFile: (file: File | undefined) => void }): JSX.Element {
  return (
    <ChooseFiles
      class="link no-print"
      label={t("rights.addFileTo", { what: props.what })}
      onFiles={([file]) => props.onFile(file)}
    >
      {t("rights.addFile")}
    </ChooseFiles>
  );
}

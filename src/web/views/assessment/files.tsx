import { createSignal, For, type JSX, onCleanup, Show } from "solid-js";
import type { AssessmentFormat } from "../../../centre/assess-kept.ts";
import { type Failure, failureIn } from "../../api.ts";
import { t } from "../../i18n.ts";
import { Failed } from "../../parts/loading.tsx";
import { Phrase } from "../../parts/said.tsx";
import { saveFile } from "../../parts/save-file.ts";
import { type SavedFile, savedFile } from "./saved-file.ts";
import type { Assessed } from "./view.tsx";

const formats: readonly AssessmentFormat[] = ["html", "pdf", "csv", "oscal", "sarif", "json"];

/** The assessment as a file, for whoever has to read it elsewhere. */
export function AssessmentFiles(props: { readonly of: Assessed; readonly pdf: boolean }): JSX.Element {
  const [making, setMaking] = createSignal<AbortController>();
  const [saved, setSaved] = createSignal<SavedFile>();
  const [failure, setFailure] = createSignal<Failure>();
  onCleanup(() => making()?.abort());
  const make = async (format: AssessmentFormat) => {
    const stop = new AbortController();
    setMaking(stop);
    setSaved(undefined);
    setFailure(undefined);
    const { id, traffic, kept } = props.of;
    const wish = { profile: kept.assessment.profile.id, format, ...(traffic !== null && { traffic }) };
    try {
      const file = await savedFile(`/examinations/${encodeURIComponent(id)}/assessment/file`, wish, stop.signal);
      saveFile(file.name, file.content);
      setSaved(file);
    } catch (error) {
      if (!stop.signal.aborted) setFailure(failureIn(error));
    } finally {
      setMaking(undefined);
    }
  };
  return (
    <section class="card column no-print" aria-labelledby="assessment-files">
      <h2 id="assessment-files">{t("assessment.files")}</h2>
      <p class="soft">{t("assessment.filesAbout")}</p>
      <div class="row wrap">
        <For each={formats}>
          {(format) => (
            <button
              type="button"
              class="button quiet"
              disabled={making() !== undefined || (format === "pdf" && !props.pdf)}
              onClick={() => void make(format)}
            >
              {t(`assessment.file.${format}`)}
            </button>
          )}
        </For>
      </div>
      <Show when={!props.pdf}>
        <p class="soft">{t("assessment.noPdf")}</p>
      </Show>
      <div role="status">
        <Show when={making()}>
          {(stop) => (
            <div class="row">
              <span>{t("assessment.making")}</span>
              <button type="button" class="button quiet small" onClick={() => stop().abort()}>
                {t("work.stop")}
              </button>
            </div>
          )}
        </Show>
        <Show when={saved()}>
          {(file) => (
            <p>
              {t("assessment.saved", { name: file().name })}{" "}
              <Show when={file().problem}>{(problem) => <Phrase of={problem()} />}</Show>
            </p>
          )}
        </Show>
      </div>
      <Show when={failure()}>{(wrong) => <Failed failure={wrong()} />}</Show>
    </section>
  );
}

import { createSignal, type JSX, Show } from "solid-js";
import type { VerifiedEvidence } from "../../centre/evidence-desk.ts";
import type { LookedAtFile } from "../../centre/look-at-file.ts";
import type { Failure, JobHandle } from "../api.ts";
import { t } from "../i18n.ts";
import { go } from "../router.ts";
import { ChooseFiles } from "./choose-files.tsx";
import { useDrop } from "./file-dropping.ts";
import { Icon } from "./icon.tsx";
import { Link } from "./link.tsx";
import { Failed } from "./loading.tsx";
import { areTraffic, handOver } from "./traffic/handed.ts";

/** A file by choosing it, or by dropping it anywhere on the page; an app that is in it is handed on. */
export function FileDrop(props: {
  readonly job: JobHandle;
  readonly busy: boolean;
  readonly onApps: (found: Extract<LookedAtFile, { kind: "app" }>) => void;
}): JSX.Element {
  const [notice, setNotice] = createSignal<string>();
  const [failure, setFailure] = createSignal<Failure>();
  const open = async (files: readonly File[]) => {
    setNotice(undefined);
    setFailure(undefined);
    if (props.busy) return;
    const [file] = files;
    if (!file) return;
    if (await areTraffic(files)) {
      handOver(files);
      return go("/traffic");
    }
    if (files.length > 1) return void setNotice(t("file.one"));
    const end = await props.job.start(`/files?name=${encodeURIComponent(file.name)}`, file);
    if (end.state !== "done") return;
    const found = end.result as
      | LookedAtFile
      | { readonly kind: "evidence"; readonly evidence: VerifiedEvidence }
      | { readonly kind: "sealed"; readonly sealed: { readonly id: string } };
    if (found.kind === "examination") go(`/e/${found.examination.id}`);
    else if (found.kind === "evidence") go(`/evidence/${found.evidence.id}`);
    else if (found.kind === "sealed") go(`/share/received/${found.sealed.id}`);
    else props.onApps(found);
  };
  const over = useDrop(
    () => props.busy,
    (files) => void open(files),
    setFailure,
  );
  return (
    <section class="card drop" aria-labelledby="file-title">
      <Icon name="file" />
      <div class="grow">
        <h2 id="file-title">{t("file.title")}</h2>
        <p class="soft">{t("file.about")}</p>
        <p>
          <Link to="/evidence">{t("evidence.link")}</Link> · <Link to="/share">{t("share.link")}</Link>
        </p>
        <Show when={notice()}>{(text) => <p role="alert">{text()}</p>}</Show>
        <Show when={failure()}>{(each) => <Failed failure={each()} />}</Show>
      </div>
      <div class="drop-choose">
        <ChooseFiles onFiles={(files) => void open(files)}>{t("file.choose")}</ChooseFiles>
        <span class="soft">{t("file.drop")}</span>
      </div>
      <Show when={over()}>
        <div class="dropping">{t("file.release")}</div>
      </Show>
    </section>
  );
}

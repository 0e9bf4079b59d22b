import { createResource, createSignal, For, type JSX, Show } from "solid-js";
import type { MadeEvidence, VerifiedEvidence } from "../../../centre/evidence-desk.ts";
import { ask, type Failure, failureIn, useJob } from "../../api.ts";
import { formatBytes, formatTime, t } from "../../i18n.ts";
import { Fetched } from "../../parts/fetched.tsx";
import { useDrop } from "../../parts/file-dropping.ts";
import { Icon } from "../../parts/icon.tsx";
import { Link } from "../../parts/link.tsx";
import { Failed } from "../../parts/loading.tsx";
import { JobProgress } from "../../parts/progress.tsx";
import { go } from "../../router.ts";
import "../../style/tables.css";
import "../../style/keeping.css";
import "../../style/evidence.css";
import { ChooseFiles } from "../../parts/choose-files.tsx";
import { WithoutCandor } from "./without.tsx";

interface Held {
  readonly verified: readonly VerifiedEvidence[];
  readonly made: readonly MadeEvidence[];
}
type Opened =
  | { readonly kind: "evidence"; readonly evidence: VerifiedEvidence }
  | { readonly kind: "sealed"; readonly sealed: { readonly id: string } }
  | { readonly kind: string };

/** Evidence packages: verify one, or go on with those that were verified or made. */
export default function EvidenceStart(): JSX.Element {
  const job = useJob();
  const [failure, setFailure] = createSignal<Failure>();
  const [held, { refetch }] = createResource(() => ask<Held>("/evidence"));
  const busy = () => job.state().state === "running";
  const open = async (files: readonly File[]) => {
    const [file] = files;
    if (busy() || !file) return;
    setFailure(undefined);
    job.reset();
    const end = await job.start(`/files?name=${encodeURIComponent(file.name)}`, file);
    if (end.state !== "done") return;
    const found = end.result as Opened;
    if ("evidence" in found) go(`/evidence/${found.evidence.id}`);
    else if ("sealed" in found) go(`/share/received/${found.sealed.id}`);
    else setFailure({ code: "no-evidence", message: "", next: null });
  };
  const openFolder = async (files: readonly File[]) => {
    try {
      const { zippedChoice } = await import("../../parts/zipped-folder.ts");
      await open([await zippedChoice(files)]);
    } catch (error) {
      setFailure(failureIn(error));
    }
  };
  const over = useDrop(busy, (files) => void open(files), setFailure);
  return (
    <div class="page evidence-page">
      <h1>{t("evidence.title")}</h1>
      <p class="soft lead">{t("evidence.lead")}</p>
      <Show when={failure()}>{(each) => <Failed failure={each()} />}</Show>
      <JobProgress job={job} />
      <div hidden={busy()}>
        <Fetched from={held} again={() => void refetch()}>
          {(found) => (
            <>
              <Open onFile={(files) => void open(files)} onFolder={(files) => void openFolder(files)} />
              <h2 class="section">{t("evidence.verified")}</h2>
              <Verified of={found().verified} />
              <h2 class="section">{t("evidence.made")}</h2>
              <Made of={found().made} />
            </>
          )}
        </Fetched>
        <p>
          {t("evidence.links")} <Link to="/share">{t("share.title")}</Link>.
        </p>
        <WithoutCandor keyName={null} />
      </div>
      <Show when={over()}>
        <div class="dropping">{t("evidence.dropHere")}</div>
      </Show>
    </div>
  );
}

function Open(props: {
  readonly onFile: (files: readonly File[]) => void;
  readonly onFolder: (files: readonly File[]) => void;
}): JSX.Element {
  return (
    <section class="card drop" aria-labelledby="evidence-drop">
      <Icon name="file" />
      <div class="grow">
        <h2 id="evidence-drop">{t("evidence.drop")}</h2>
        <p class="soft">{t("evidence.dropAbout")}</p>
      </div>
      <div class="drop-choose">
        <ChooseFiles name="package" class="button" onFiles={props.onFile}>
          {t("evidence.choose")}
        </ChooseFiles>
        <ChooseFiles name="folder" folder onFiles={props.onFolder}>
          {t("evidence.chooseFolder")}
        </ChooseFiles>
        <span class="soft">{t("evidence.dropAny")}</span>
      </div>
    </section>
  );
}

function Verified(props: { readonly of: readonly VerifiedEvidence[] }): JSX.Element {
  return (
    <Show when={props.of.length > 0} fallback={<p class="empty">{t("evidence.verifiedNone")}</p>}>
      <ul class="cards entries">
        <For each={props.of}>
          {({ id, name, at, holds }) => (
            <li class={`card edge ${holds ? "pass" : "critical"}`}>
              <div class="grow">
                <h3>
                  <Link to={`/evidence/${id}`}>{name}</Link>
                </h3>
                <p class="soft">{formatTime(new Date(at).toISOString())}</p>
              </div>
              <span class={`mark ${holds ? "pass" : "critical"}`}>
                <Icon name={holds ? "pass" : "critical"} />
                {t(holds ? "evidence.holds" : "evidence.wrong")}
              </span>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}

function Made(props: { readonly of: readonly MadeEvidence[] }): JSX.Element {
  return (
    <Show when={props.of.length > 0} fallback={<p class="empty">{t("evidence.madeNone")}</p>}>
      <ul class="cards entries">
        <For each={props.of}>
          {(made) => (
            <li class="card">
              <div class="grow">
                <h3>{made.name}</h3>
                <p class="soft">
                  {t("evidence.madeOf", {
                    files: made.files,
                    size: formatBytes(made.bytes),
                    source: made.document.source.name,
                  })}
                </p>
              </div>
              <SaveLink of={made} />
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}

/** Saves a package that was made, as a download does. */
export function SaveLink(props: { readonly of: MadeEvidence; readonly main?: boolean }): JSX.Element {
  return (
    <a
      class={`button${props.main === true ? "" : " quiet"}`}
      href={`/api/v1/evidence/packages/${props.of.id}/file`}
      download={props.of.name}
    >
      {t("evidence.save")}
      <span class="visually-hidden">: {props.of.name}</span>
    </a>
  );
}

import { createResource, createSignal, type JSX, Show } from "solid-js";
import type { MadeEvidence } from "../../../centre/evidence-desk.ts";
import type { RedactionLevel } from "../../../centre/redact-snapshot.ts";
import { ask, useJob } from "../../api.ts";
import { formatBytes, t } from "../../i18n.ts";
import { Fetched } from "../../parts/fetched.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Link } from "../../parts/link.tsx";
import { JobProgress } from "../../parts/progress.tsx";
import { type Level, RedactionLevels } from "../../parts/redaction-levels.tsx";
import "../../style/tables.css";
import "../../style/keeping.css";
import "../../style/evidence.css";
import type { Examined } from "../examination.tsx";
import { type Included, Includes } from "./includes.tsx";
import { SealPackage } from "./seal-package.tsx";
import { SaveLink } from "./start.tsx";

/** Packs an examination so that others can verify it; what is taken out is shown before. */
export default function MakeEvidence(props: { readonly id: string; readonly examined: Examined }): JSX.Element {
  const job = useJob();
  const [redaction, setRedaction] = createSignal<RedactionLevel>("identifiers");
  const [anew, setAnew] = createSignal(false);
  const [included, setIncluded] = createSignal<readonly Included[]>([]);
  const [made, setMade] = createSignal<MadeEvidence>();
  const [found, { refetch }] = createResource(
    () => props.id,
    (id) => ask<{ readonly levels: readonly Level[] }>(`/examinations/${encodeURIComponent(id)}/redaction`),
  );
  const phone = () => props.examined.examination?.phone ?? null;
  const busy = () => job.state().state === "running";
  const make = async () => {
    setMade(undefined);
    const of = anew() && phone() !== null ? { phone: phone() } : { examination: props.id };
    const include = included().map(({ id }) => id);
    const end = await job.start("/evidence/packages", { ...of, redaction: redaction(), include });
    if (end.state !== "done") return;
    setMade(end.result as MadeEvidence);
    setIncluded([]);
  };
  return (
    <div class="evidence-page">
      <h1>{t("evidence.makeTitle")}</h1>
      <p class="soft lead">{t("evidence.makeLead")}</p>
      <Show when={made()}>{(each) => <Done of={each()} />}</Show>
      <JobProgress job={job} />
      <Fetched from={found} again={() => void refetch()}>
        {(answer) => (
          <div hidden={busy()}>
            <RedactionLevels of={answer().levels} chosen={redaction()} onChoose={setRedaction} />
            <Show when={phone() !== null}>
              <Of anew={anew()} told={redaction() !== "none"} onChoose={setAnew} />
            </Show>
            <Includes of={included()} told={redaction() !== "none"} onChange={setIncluded} />
            <p class="soft">{t("evidence.stays")}</p>
            <p class="row wrap">
              <button
                type="button"
                class={`button${made() ? " quiet" : ""}`}
                disabled={busy()}
                onClick={() => void make()}
              >
                {t("evidence.make")}
              </button>
              <span class="soft">{t("evidence.noted")}</span>
            </p>
            <p>
              <Link to={`/share/e/${encodeURIComponent(props.id)}`}>{t("share.examinationLink")}</Link>{" "}
              <span class="soft">{t("share.examinationLinkAbout")}</span>
            </p>
            <p>
              <Link to="/evidence">{t("evidence.back")}</Link>
            </p>
          </div>
        )}
      </Fetched>
    </div>
  );
}

function Of(props: {
  readonly anew: boolean;
  /** Whether something is taken out. */
  readonly told: boolean;
  readonly onChoose: (anew: boolean) => void;
}): JSX.Element {
  const each = (anew: boolean) => (
    <label class="choice">
      <input
        type="radio"
        name="of"
        value={anew ? "now" : "kept"}
        checked={props.anew === anew}
        onChange={() => props.onChoose(anew)}
      />
      <span>
        <strong>{t(anew ? "evidence.ofNow" : "evidence.ofKept")}</strong>
        <span class="under">{t(anew ? "evidence.ofNowAbout" : "evidence.ofKeptAbout")}</span>
        <Show when={anew && props.told}>
          <span class="under">{t("evidence.ofNowNone")}</span>
        </Show>
      </span>
    </label>
  );
  return (
    <fieldset class="evidence-choice">
      <legend>{t("evidence.of")}</legend>
      {each(false)}
      {each(true)}
    </fieldset>
  );
}

function Done(props: { readonly of: MadeEvidence }): JSX.Element {
  return (
    <section class="notice good evidence-head" role="status">
      <Icon name="pass" />
      <div class="grow">
        <h2>{t("evidence.madeTitle")}</h2>
        <p>
          <code>{props.of.name}</code>{" "}
          {t("evidence.sizeIs", { files: props.of.files, size: formatBytes(props.of.bytes) })}
        </p>
        <p class="row wrap">
          <SaveLink of={props.of} main />
          <span>{t("evidence.saveNow")}</span>
        </p>
        <p>
          {t("evidence.tell")}
          <code class="fingerprint">{props.of.document.signedBy.fingerprint}</code>
        </p>
        <p>
          SHA-256 <code>{props.of.sha256}</code>
        </p>
        <SealPackage of={props.of} />
      </div>
    </section>
  );
}

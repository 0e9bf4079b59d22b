import { createResource, createSignal, For, type JSX, Match, Show, Switch } from "solid-js";
import type { EvidenceAnswer } from "../../../centre/evidence-desk.ts";
import type { EvidenceVerdict } from "../../../centre/evidence-verify.ts";
import type { ExaminationSummary } from "../../../centre/examinations.ts";
import { severities } from "../../../core/check.ts";
import { ask, type Failure, failureIn } from "../../api.ts";
import { formatBytes, formatNumber, formatTime, type MessageKey, t } from "../../i18n.ts";
import { Icon } from "../../parts/icon.tsx";
import { Link } from "../../parts/link.tsx";
import { Failed, Loading } from "../../parts/loading.tsx";
import { Phrase } from "../../parts/said.tsx";
import { SeverityMark, StateMark } from "../../parts/severity.tsx";
import { go } from "../../router.ts";
import "../../style/tables.css";
import "../../style/keeping.css";
import "../../style/evidence.css";
import { KeyOf } from "./key.tsx";
import { replacedWords } from "./kinds.ts";
import { WithoutCandor } from "./without.tsx";

/** What was found about one package, line by line: what holds, what is wrong, and what none of it proves. */
export default function EvidenceVerdictView(props: { readonly id: string }): JSX.Element {
  const [answer, { refetch }] = createResource(
    () => props.id,
    (id) => ask<EvidenceAnswer>(`/evidence/verdicts/${encodeURIComponent(id)}`),
  );
  return (
    <div class="page evidence-page">
      <p class="no-print">
        <Link to="/evidence">{t("evidence.back")}</Link>
      </p>
      <Switch fallback={<Loading />}>
        <Match when={answer.error && failureIn(answer.error)}>
          {(failure) => (
            <Show
              when={failure().code === "absent"}
              fallback={<Failed failure={failure()} again={() => void refetch()} />}
            >
              <h1>{t("evidence.title")}</h1>
              <p class="notice ask">{t("evidence.gone")}</p>
            </Show>
          )}
        </Match>
        <Match when={answer()}>
          {(found) => (
            <>
              <Head of={found()} />
              <h2 class="section">{t("evidence.key")}</h2>
              <KeyOf answer={found()} />
              <h2 class="section">{t("evidence.lines")}</h2>
              <Lines of={found().verdict} />
              <Told of={found().verdict} />
              <Found id={found().id} of={found().verdict.found} />
              <NotProven />
              <WithoutCandor keyName={found().verdict.key?.name ?? null} />
            </>
          )}
        </Match>
      </Switch>
    </div>
  );
}

function Head(props: { readonly of: EvidenceAnswer }): JSX.Element {
  return (
    <>
      <h1>{props.of.name}</h1>
      <section class={`notice ${props.of.holds ? "good" : "bad"} evidence-head`} role="status">
        <Icon name={props.of.holds ? "pass" : "critical"} />
        <div>
          <h2>{t(props.of.holds ? "evidence.holdsTitle" : "evidence.wrongTitle")}</h2>
          <p>
            {props.of.holds
              ? t("evidence.holdsAbout")
              : t("evidence.wrongAbout", { count: props.of.verdict.faultCount })}
          </p>
        </div>
      </section>
    </>
  );
}

const marks = {
  holds: ["pass", "pass"],
  wrong: ["critical", "critical"],
  open: ["unknown", "unknown"],
} as const;
/** Faults of a part that are shown at first. */
const someFaults = 8;

function Lines(props: { readonly of: EvidenceVerdict }): JSX.Element {
  return (
    <ul class="cards evidence-lines">
      <For each={props.of.lines}>
        {({ part, state, said }) => {
          const [tone, icon] = marks[state];
          const faults = props.of.faults.filter((fault) => fault.part === part);
          const [all, setAll] = createSignal(false);
          return (
            <li class={`card edge ${tone}`}>
              <div class="grow">
                <h3>{t(`evidence.part.${part}`)}</h3>
                <ul class="evidence-faults">
                  <For each={all() ? faults : faults.slice(0, someFaults)}>
                    {(fault) => (
                      <li>
                        <code>{fault.file}</code> <Phrase of={fault.said} />
                      </li>
                    )}
                  </For>
                </ul>
                <Show when={!all() && faults.length > someFaults}>
                  <button type="button" class="button quiet small" onClick={() => setAll(true)}>
                    {t("evidence.moreFaults", { count: faults.length - someFaults })}
                  </button>
                </Show>
                <For each={said}>
                  {(each) => (
                    <p>
                      <Phrase of={each} />
                    </p>
                  )}
                </For>
                <Show when={state === "open" && said.length === 0}>
                  <p>{t("evidence.notVerified")}</p>
                </Show>
              </div>
              <span class={`mark ${tone}`}>
                <Icon name={icon} />
                {t(`evidence.state.${state}`)}
              </span>
            </li>
          );
        }}
      </For>
    </ul>
  );
}

/** What the package tells of itself: signed, where the signature holds, and nobody's word but its maker's. */
function Told(props: { readonly of: EvidenceVerdict }): JSX.Element {
  return (
    <>
      <h2 class="section">{t("evidence.what")}</h2>
      <Show when={props.of.told} fallback={<p class="soft">{t("evidence.whatNone")}</p>}>
        {(told) => (
          <dl class="facts card">
            <dt>{t("evidence.source")}</dt>
            <dd>{told().source.name}</dd>
            <dt>{t("evidence.takenAt")}</dt>
            <dd>{timeOr(told().takenAt)}</dd>
            <dt>{t("evidence.packed")}</dt>
            <dd>{t("evidence.packedBy", { time: formatTime(told().made), version: told().candor })}</dd>
            <dt>{t("evidence.redacted")}</dt>
            <dd>
              {t(`evidence.level.${told().redaction}`)}
              <Show when={Object.keys(told().replaced).length > 0}>
                <span class="under">{t("evidence.replaces", { kinds: replacedWords(told().replaced) })}</span>
              </Show>
            </dd>
            <dt>{t("evidence.outputs")}</dt>
            <dd>{t(told().outputs ? "evidence.outputsIn" : "evidence.outputsOut")}</dd>
            <dt>{t("evidence.size")}</dt>
            <dd>{t("evidence.sizeIs", { files: props.of.files, size: formatBytes(props.of.bytes) })}</dd>
          </dl>
        )}
      </Show>
    </>
  );
}

const timeOr = (at: string | null) => (at === null ? t("evidence.takenUnknown") : formatTime(at));

/** What is in it, judged here: not what its report says. */
function Found(props: { readonly id: string; readonly of: EvidenceVerdict["found"] }): JSX.Element {
  const [failure, setFailure] = createSignal<Failure>();
  const look = async () => {
    setFailure(undefined);
    try {
      const kept = await ask<{ readonly examination: ExaminationSummary }>(
        `/evidence/verdicts/${encodeURIComponent(props.id)}/examination`,
        { body: {} },
      );
      go(`/e/${kept.examination.id}`);
    } catch (error) {
      setFailure(failureIn(error));
    }
  };
  return (
    <Show when={props.of}>
      {(found) => (
        <>
          <h2 class="section">{t("evidence.found")}</h2>
          <ul class="tally">
            <For each={severities}>
              {(severity) => (
                <li class="count">
                  <strong>{formatNumber(found().summary.findings[severity])}</strong>
                  <SeverityMark severity={severity} />
                </li>
              )}
            </For>
            <li class="count">
              <strong>{formatNumber(found().summary.checks.unknown)}</strong>
              <StateMark state="unknown" />
            </li>
          </ul>
          <Show when={failure()}>{(each) => <Failed failure={each()} />}</Show>
          <p class="row wrap no-print">
            <button type="button" class="button quiet" onClick={() => void look()}>
              {t("evidence.look")}
            </button>
            <span class="soft">{t("evidence.lookAbout")}</span>
          </p>
        </>
      )}
    </Show>
  );
}

const notProven: readonly MessageKey[] = [
  "evidence.notWho",
  "evidence.notWhen",
  "evidence.notPhone",
  "evidence.notNothing",
];

function NotProven(): JSX.Element {
  return (
    <>
      <h2 class="section">{t("evidence.proves")}</h2>
      <ul class="not-proven">
        <For each={notProven}>
          {(key) => (
            <li>
              <Icon name="unknown" />
              <span>{t(key)}</span>
            </li>
          )}
        </For>
      </ul>
    </>
  );
}

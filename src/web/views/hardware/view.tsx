import { createResource, createSignal, For, type JSX, Show } from "solid-js";
import type { HardwareDesk } from "../../../centre/hardware-desk.ts";
import { ask, type JobHandle, useJob } from "../../api.ts";
import { formatTime, t } from "../../i18n.ts";
import { Fetched } from "../../parts/fetched.tsx";
import { Link } from "../../parts/link.tsx";
import { JobProgress } from "../../parts/progress.tsx";
import { Phrase } from "../../parts/said.tsx";
import "../../style/keeping.css";
import "../../style/hardware.css";
import type { Examined } from "../examination.tsx";
import { Statements, Why, Worth } from "./statements.tsx";
import { type Asked, Told } from "./told.tsx";

type Desk = HardwareDesk & { readonly digest: string };
/** Asks the hardware of an examination's phone, and shows what its word is worth. */
export default function Hardware(props: { readonly id: string; readonly examined: Examined }): JSX.Element {
  const job = useJob();
  const [told, setTold] = createSignal<Asked>();
  const path = () => encodeURIComponent(props.id);
  const [desk, { refetch }] = createResource(path, (id) => ask<Desk>(`/examinations/${id}/hardware`));
  const phone = () => props.examined.examination?.phone ?? null;
  const askNow = async (wish: Wish) => {
    setTold(undefined);
    const end = await job.start(`/phones/${encodeURIComponent(phone() ?? "")}/hardware`, wish);
    if (end.state === "done") setTold(end.result as Asked);
    void refetch();
  };
  return (
    <div class="hardware-page">
      <h1>{t("hardware.title")}</h1>
      <p class="soft lead">{t("hardware.lead")}</p>
      <div aria-live="polite">
        <Show when={told()}>{(each) => <Told of={each()} />}</Show>
      </div>
      <Fetched from={desk} again={() => void refetch()}>
        {(found) => (
          <>
            <Show when={told() === undefined}>
              <Before of={found().asked} />
            </Show>
            <Show when={phone() !== null} fallback={<p class="notice">{t("hardware.noPhone")}</p>}>
              <AskForm desk={found()} job={job} onAsk={(wish) => void askNow(wish)} />
            </Show>
          </>
        )}
      </Fetched>
      <p>
        <Link to={`/e/${path()}`}>{t("hardware.back")}</Link>
      </p>
    </div>
  );
}

/** The last time that it was asked. */
function Before(props: { readonly of: Desk["asked"] }): JSX.Element {
  return (
    <Show when={props.of} fallback={<p class="notice">{t("hardware.never")}</p>}>
      {(asked) => (
        <section class="card column">
          <Worth worth={asked().worth} />
          <p class="soft">{t("hardware.asked", { time: formatTime(asked().at) })}</p>
          <Why of={asked().why} />
          <Statements of={asked().statements} />
        </section>
      )}
    </Show>
  );
}

interface Wish {
  readonly program: string | null;
  readonly anew: boolean;
}

function AskForm(props: {
  readonly desk: Desk;
  readonly job: JobHandle;
  readonly onAsk: (wish: Wish) => void;
}): JSX.Element {
  const [program, setProgram] = createSignal(true);
  const [anew, setAnew] = createSignal(false);
  const busy = () => props.job.state().state === "running";
  const agree = () => props.onAsk({ program: program() ? props.desk.digest : null, anew: anew() });
  return (
    <>
      <JobProgress job={props.job} />
      <form
        class="column"
        hidden={busy()}
        onSubmit={(event) => {
          event.preventDefault();
          agree();
        }}
      >
        <fieldset class="hardware-ways">
          <legend>{t("hardware.way")}</legend>
          <Way with={true} chosen={program()} onChoose={setProgram}>
            <strong>{t("hardware.both")}</strong>
            <span class="under">{t("hardware.bothAbout")}</span>
            <span class="under">
              <For each={props.desk.steps}>{(step, at) => <Step at={at()} of={step} />}</For>
            </span>
          </Way>
          <Way with={false} chosen={program()} onChoose={setProgram}>
            <strong>{t("hardware.csr")}</strong>
            <span class="under">{t("hardware.csrAbout")}</span>
          </Way>
        </fieldset>
        <label class="choice">
          <input type="checkbox" checked={anew()} onChange={(event) => setAnew(event.currentTarget.checked)} />
          <span>{t("hardware.anew")}</span>
        </label>
        <p class="soft">{t("hardware.keptNote")}</p>
        <p>
          <button type="submit" class="button" disabled={busy()}>
            {t(props.desk.asked === null ? "hardware.ask" : "hardware.askAgain")}
          </button>
        </p>
      </form>
    </>
  );
}

function Step(props: { readonly at: number; readonly of: string }): JSX.Element {
  return (
    <span class="step">
      {props.at + 1}. <Phrase of={props.of} />
    </span>
  );
}

function Way(props: {
  readonly with: boolean;
  readonly chosen: boolean;
  readonly onChoose: (program: boolean) => void;
  readonly children: JSX.Element;
}): JSX.Element {
  return (
    <label class="choice">
      <input
        type="radio"
        name="way"
        checked={props.chosen === props.with}
        onChange={() => props.onChoose(props.with)}
      />
      <span>{props.children}</span>
    </label>
  );
}

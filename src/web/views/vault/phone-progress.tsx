import { type JSX, Show } from "solid-js";
import type { JobState } from "../../api.ts";
import { formatBytes, t } from "../../i18n.ts";
import { Phrase } from "../../parts/said.tsx";

type Running = Extract<JobState, { state: "running" }>;

/** What is done with a phone. */
const stages = ["pull", "check", "vault", "phone", "delete", "look", "send", "estimate"] as const;
type Stage = (typeof stages)[number];
const inBytes: ReadonlySet<Stage> = new Set(["pull", "send", "estimate"]);

/** How far work with a phone is: the server says what it does, a space, and the path. */
export function PhoneProgress(props: {
  readonly running: Running;
  /** What it does until the server says so. */
  readonly first: Stage;
  /** What stopping does. */
  readonly hint?: string;
  readonly onStop: () => void;
}): JSX.Element {
  const said = (): readonly [Stage, string] => {
    const [word = "", ...rest] = props.running.about.split(" ");
    const stage = stages.find((each) => each === word);
    return stage === undefined ? [props.first, props.running.about] : [stage, rest.join(" ")];
  };
  const doing = () => t(`hideFiles.doing.${said()[0]}`);
  const far = () => {
    const { done, of } = props.running;
    if (said()[0] === "check" || (done === 0 && of === 0)) return "";
    if (!inBytes.has(said()[0])) return t("hideFiles.far", { done, of });
    return of === 0 ? formatBytes(done) : t("vault.progress", { done: formatBytes(done), of: formatBytes(of) });
  };
  return (
    <section class="card column vault-work" aria-label={doing()}>
      <Show when={props.running.message}>
        {(message) => (
          <p class="notice ask" role="alert">
            <Phrase of={message()} />
          </p>
        )}
      </Show>
      <p role="status">
        <strong>{doing()} …</strong>
      </p>
      <Show when={props.running.of > 0} fallback={<progress aria-label={doing()} />}>
        <progress max={props.running.of} value={props.running.done} aria-label={doing()} />
      </Show>
      <div class="row">
        <div class="grow" aria-live="off">
          <p>{far()}</p>
          <p class="soft mono path">{said()[1]}</p>
        </div>
        <button type="button" class="button quiet" onClick={() => props.onStop()}>
          {t("work.stop")}
        </button>
      </div>
      <Show when={props.hint}>{(hint) => <p class="soft hint">{hint()}</p>}</Show>
    </section>
  );
}

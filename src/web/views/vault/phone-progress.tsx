import type { JSX } from "solid-js";
import { formatBytes, t } from "../../i18n.ts";
import { type Running, WorkCard } from "./work-card.tsx";

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
    <WorkCard
      running={props.running}
      doing={doing()}
      far={[far()]}
      path={said()[1]}
      hint={props.hint}
      onStop={props.onStop}
    />
  );
}

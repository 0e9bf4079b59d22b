import { createEffect, type JSX, on } from "solid-js";
import { t } from "../../i18n.ts";
import type { StagedWork } from "./staged-work.ts";
import { type Running, WorkCard } from "./work-card.tsx";

/** Jobs for the care of a vault, as the server calls them. */
export const careKinds = ["forget", "prune-look", "prune"] as const;
type CareKind = (typeof careKinds)[number];
export type CareWork = StagedWork<CareKind>;

const words = { forget: "forget", "prune-look": "look", prune: "prune" } as const;
const steps = ["reading", "rewriting", "index", "removing"] as const;

/** How far it is, in what is counted at the time. */
export function Progress(props: { readonly work: CareWork; readonly running: Running }): JSX.Element {
  const doing = () => t(`care.doing.${words[props.work.kind()]}`);
  const far = () => {
    const { about, done, of } = props.running;
    if (of === 0) return "";
    const step = steps.find((each) => each === about);
    return t(`care.step.${step ?? "snapshots"}`, { done, of });
  };
  let here: HTMLElement | undefined;
  // What was begun far below is to be seen.
  createEffect(on(props.work.kind, () => here?.scrollIntoView({ block: "nearest" })));
  return (
    <WorkCard
      running={props.running}
      doing={doing()}
      far={[far()]}
      hint={props.work.kind() === "prune" ? t("care.mayStop") : undefined}
      onStop={props.work.stop}
      ref={(card) => {
        here = card;
      }}
    />
  );
}

/** What holds where it was stopped. */
export const stoppedSaid = (kind: CareKind): string => t(`care.stopped.${words[kind]}`);

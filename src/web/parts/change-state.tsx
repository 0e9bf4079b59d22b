import type { JSX } from "solid-js";
import type { ChangeOutcome } from "../../centre/change-records.ts";
import type { ChangeCounts } from "../../centre/journal-list.ts";
import { type MessageKey, t } from "../i18n.ts";
import { Icon, type IconName } from "./icon.tsx";

type Look = readonly [icon: IconName, word: MessageKey, colour: string];

const looks: Readonly<Record<ChangeOutcome | "back" | "interrupted", Look>> = {
  done: ["pass", "journal.done", "pass"],
  refused: ["high", "change.notDone", "high"],
  partly: ["medium", "change.partly", "medium"],
  "not-verified": ["unknown", "change.notVerified", "unknown"],
  "not-run": ["not-applicable", "change.notDone", "info"],
  back: ["undo", "journal.takenBack", "low"],
  interrupted: ["medium", "journal.interrupted", "medium"],
};

/** What became of a change, by shape, word and colour. */
export function ChangeMark(props: { readonly of: keyof typeof looks; readonly count?: number }): JSX.Element {
  const look = () => looks[props.of];
  return (
    <span class={`mark ${look()[2]}`}>
      <Icon name={look()[0]} />
      {t(look()[1])}
      {props.count === undefined ? "" : `: ${props.count}`}
    </span>
  );
}

/** What became of the changes of an entry; a number only where they do not share one fate. */
export function ChangeMarks(props: { readonly of: ChangeCounts }): JSX.Element {
  const marks = () => {
    const { interrupted, of, outcomes, takenBack } = props.of;
    if (interrupted) return [{ fate: "interrupted" as const, count: undefined }];
    if (takenBack >= of) return [{ fate: "back" as const, count: undefined }];
    const rows = (Object.entries(outcomes) as [ChangeOutcome, number][]).map(([fate, count]) => ({
      fate,
      count: count === of ? undefined : count,
    }));
    return takenBack > 0 ? [...rows, { fate: "back" as const, count: takenBack }] : rows;
  };
  return (
    <span class="row wrap">
      {marks().map(({ fate, count }) => (
        <ChangeMark of={fate} {...(count === undefined ? {} : { count })} />
      ))}
    </span>
  );
}

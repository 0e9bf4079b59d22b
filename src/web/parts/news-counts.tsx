import { For, type JSX } from "solid-js";
import type { News } from "../../centre/watch-told.ts";
import { type MessageKey, t } from "../i18n.ts";
import { Icon, type IconName } from "./icon.tsx";

interface Count {
  readonly words: MessageKey;
  readonly count: number;
  readonly icon: IconName;
  /** Meaning of its colour. */
  readonly tone: string;
}

/** How many findings are new, changed and gone, and how many questions lost or got their answers; nothing that is none. */
export function NewsCounts(props: { readonly news: News }): JSX.Element {
  return (
    <ul class="counts">
      <For each={countsOf(props.news).filter(({ count }) => count > 0)}>
        {({ words, count, icon, tone }) => (
          <li class={`mark ${tone}`}>
            <Icon name={icon} />
            {t(words, { count })}
          </li>
        )}
      </For>
    </ul>
  );
}

function countsOf({ findings, lost, regained }: News): readonly Count[] {
  const of = (...which: readonly string[]) => findings.filter(({ difference }) => which.includes(difference)).length;
  const worst = findings.find(({ difference }) => difference !== "gone")?.severity ?? "info";
  return [
    { words: "following.new", count: of("new", "newly-read"), icon: "plus", tone: worst },
    { words: "following.changed", count: of("changed"), icon: "medium", tone: "medium" },
    { words: "following.gone", count: of("gone"), icon: "pass", tone: "pass" },
    { words: "following.lost", count: lost.length, icon: "unknown", tone: "unknown" },
    { words: "following.regained", count: regained.length, icon: "info", tone: "" },
  ];
}

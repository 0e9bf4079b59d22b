import type { JSX } from "solid-js";
import { t } from "../../i18n.ts";
import type { Level } from "./rows.ts";

const ring = "M12 5a7 7 0 1 0 0 14 7 7 0 0 0 0-14Z";
const shapes: Readonly<Record<Level, { readonly d: string; readonly filled: string }>> = {
  removable: { d: ring, filled: "" },
  "with-care": { d: ring, filled: "M12 5a7 7 0 0 0 0 14Z" },
  expert: { d: ring, filled: ring },
  never: { d: "M5.5 5.5h13v13h-13Z", filled: "M5.5 5.5h13v13h-13Z" },
  unlisted: { d: "M9 9a3 3 0 1 1 4.2 2.8c-.8.4-1.2 1-1.2 2.2M12 17.5h.01", filled: "" },
};

/** Candor's advice: a shape, a word and a colour. */
export function LevelMark(props: { readonly level: Level }): JSX.Element {
  return (
    <span class={`mark level ${props.level}`}>
      <svg
        class="icon"
        viewBox="0 0 24 24"
        aria-hidden="true"
        fill="none"
        stroke="currentColor"
        stroke-width="2"
        stroke-linecap="round"
      >
        <path d={shapes[props.level].filled} fill="currentColor" />
        <path d={shapes[props.level].d} />
      </svg>
      {t(`preinstalled.level.${props.level}`)}
    </span>
  );
}

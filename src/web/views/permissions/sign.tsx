import { For, type JSX, Show } from "solid-js";
import type { PermissionCell } from "../../../centre/permission-matrix.ts";
import type { PermissionStateWord } from "../../../centre/permission-state.ts";
import { t } from "../../i18n.ts";

const ring = "M12 4.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15Z";

/** Each state has a shape of its own, so that none is told by colour alone. */
const shapes: Readonly<Record<PermissionStateWord, { readonly filled?: string; readonly lines: readonly string[] }>> = {
  allowed: { filled: ring, lines: [] },
  "while-in-use": { filled: "M12 4.5a7.5 7.5 0 0 0 0 15Z", lines: [ring] },
  once: { filled: "M12 12V4.5A7.5 7.5 0 0 1 19.5 12Z", lines: [ring] },
  unknown: { lines: ["M9 9a3 3 0 1 1 4.2 2.8c-.8.4-1.2 1-1.2 2.2", "M12 17.5h.01"] },
  ignored: {
    lines: [
      "M8 4.9A8 8 0 0 0 4.9 8",
      "M4.9 16A8 8 0 0 0 8 19.1",
      "M16 19.1a8 8 0 0 0 3.1-3.1",
      "M19.1 8A8 8 0 0 0 16 4.9",
    ],
  },
  ask: { lines: [ring] },
  denied: { lines: ["M7 7l10 10", "M17 7 7 17"] },
  never: { lines: [ring, "M6.8 17.2 17.2 6.8"] },
  "not-asked": { lines: [] },
};

/** The sign of a state; it says nothing to whoever reads by ear. */
export function StateSign(props: { readonly state: PermissionStateWord; readonly fixed?: boolean }): JSX.Element {
  return (
    <svg
      class={`sign ${props.state}`}
      viewBox="0 0 24 24"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
    >
      <Show when={shapes[props.state].filled}>{(d) => <path d={d()} fill="currentColor" />}</Show>
      <For each={shapes[props.state].lines}>{(d) => <path d={d} />}</For>
      <Show when={props.fixed}>
        <path class="lock" d="M15.5 17.5v-1.5a2.5 2.5 0 0 1 5 0v1.5M14.5 17.5h7v5h-7Z" />
      </Show>
    </svg>
  );
}

/** A state in words, with whoever fixed it. */
export function stateWords(cell: PermissionCell): string {
  const by = cell.permissions.find(({ state, fixed }) => state === cell.state && fixed !== null)?.fixed;
  const words = t(`permissions.state.${cell.state}`);
  return cell.fixed && by ? `${words}. ${t(`permissions.fixed.${by}`)}` : words;
}

/** What the signs mean, of the states that there are. */
export function Meaning(props: { readonly states: readonly PermissionStateWord[] }): JSX.Element {
  return (
    <section class="meaning" aria-label={t("permissions.meaning")}>
      <For each={props.states}>
        {(state) => (
          <span>
            <StateSign state={state} /> {t(`permissions.state.${state}`)}
          </span>
        )}
      </For>
      <span>
        <StateSign state="not-asked" fixed /> {t("permissions.fixed")}
      </span>
    </section>
  );
}

import { createSignal } from "solid-js";

/** `system` follows the computer. */
export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

export const isTheme = (name: string): name is Theme => themes.some((each) => each === name);

const [theme, set] = createSignal<Theme>("system");

/** What was chosen. */
export { theme };

/** Turns the page light or dark; `setTheme` of the settings keeps it, too. */
export function showTheme(to: Theme): void {
  set(to);
  if (to === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = to;
}

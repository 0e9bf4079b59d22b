import { createSignal } from "solid-js";

/** `system` follows the computer. */
export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

const kept = localStorage.getItem("theme");
const [theme, set] = createSignal<Theme>(themes.find((each) => each === kept) ?? "system");

export { theme };

/** Turns the page light or dark, and keeps that. */
export function setTheme(to: Theme): void {
  set(to);
  localStorage.setItem("theme", to);
  show(to);
}

function show(to: Theme): void {
  if (to === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = to;
}
show(theme());

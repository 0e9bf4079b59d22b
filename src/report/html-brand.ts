import { html } from "./html-text.ts";

/** Candor's name with its mark (`src/web/icon.svg`), in the colour of the report. */
export const brand = html`<p class="brand"><svg viewBox="5 5 22 22" width="22" height="22" aria-hidden="true"><path d="M22.5 11.2A8.3 8.3 0 1 0 22.5 20.8" fill="none" stroke="currentColor" stroke-width="3.2" stroke-linecap="round"/><circle cx="16" cy="16" r="2.6" fill="currentColor"/></svg> Candor</p>`;

import type { Phrases } from "../../check-texts.ts";

/** Sentences of the server in Simplified Chinese, by the English ones. */
export const phrases: Phrases = {};

import type { Phrases } from "../../check-texts.ts";

/** Sentences of the server in Indonesian, by the English ones. */
export const phrases: Phrases = {};

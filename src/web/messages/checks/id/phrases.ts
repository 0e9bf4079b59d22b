import type { Phrases } from "../../check-texts.ts";

export const phrases: Phrases = {};

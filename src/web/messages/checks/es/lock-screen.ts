import type { CheckTexts } from "../../check-texts.ts";

export const lockScreen: CheckTexts = {};

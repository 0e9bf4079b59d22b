import type { CheckTexts } from "../../check-texts.ts";

export const specialAccess: CheckTexts = {};

import type { CheckTexts } from "../../check-texts.ts";

export const device: CheckTexts = {};

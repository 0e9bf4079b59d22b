import type { StandingKind } from "../traffic/traffic-report.ts";

/** A sign for how a country stands to the law of the owner's region, so that no picture tells it by colour alone. */
export const standingSigns: Readonly<Record<StandingKind, string>> = {
  inside: "✓",
  adequate: "=",
  "adequate-in-part": "≈",
  allowed: "○",
  none: "!",
  unknown: "?",
};

/** In the order in which they are listed. */
export const standingOrder: readonly StandingKind[] = [
  "none",
  "unknown",
  "adequate-in-part",
  "adequate",
  "allowed",
  "inside",
];

/** As much of a text as has room, with an ellipsis where something is left out. Pixels; wide scripts count double. */
export function fitted(text: string, pixels: number, size = 13): string {
  let used = 0;
  const kept: string[] = [];
  for (const letter of text) {
    used += (letter.codePointAt(0) ?? 0) > 0x1100 ? size : size * 0.56;
    if (used > pixels) return `${kept.slice(0, -1).join("").trimEnd()}…`;
    kept.push(letter);
  }
  return text;
}

/** A value with its middle left out: enough to find it in the record, too little to use it. */
export function excerptOf(value: string): string {
  const letters = [...value.slice(0, 2_000).replace(/[\p{Cc}\p{Cf}]/gu, "·")];
  if (letters.length >= 12) return `${letters.slice(0, 3).join("")}•••${letters.slice(-2).join("")}`;
  return letters.length >= 6 ? `${letters[0]}•••` : "•••";
}

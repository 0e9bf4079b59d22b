/** How a text looks on a terminal. */
export type Tone = "plain" | "bold" | "dim" | "red" | "yellow" | "green";

const codes: Readonly<Record<Tone, string>> = { plain: "", bold: "1", dim: "2", red: "31", yellow: "33", green: "32" };

/** The text with the escape codes of its tone, where colour may be used. */
export function paint(text: string, tone: Tone, color: boolean): string {
  return color && codes[tone] !== "" && text !== "" ? `\u001b[${codes[tone]}m${text}\u001b[0m` : text;
}

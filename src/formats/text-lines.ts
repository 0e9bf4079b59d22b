import { FormatError } from "../core/errors.ts";

/** The longest line that is read, in UTF-16 units. */
export const maxLine = 1024 * 1024;

/**
 * Calls `take` with each line of a text in UTF-8 that comes in chunks of any size, numbered from 1 and without its end (`\n` or `\r\n`); a line
 * that is cut off at the end of the text counts. In memory are one chunk and one line.
 *
 * @param format the name of the document, for the error
 * @throws FormatError where a line is longer than `maxLine`
 */
export async function eachLine(
  chunks: AsyncIterable<Uint8Array>,
  format: string,
  take: (line: string, number: number) => void,
): Promise<void> {
  const decoder = new TextDecoder();
  let rest = "";
  let number = 0;
  const give = (line: string) => take(line.endsWith("\r") ? line.slice(0, -1) : line, ++number);
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) give(line);
    if (rest.length > maxLine) throw new FormatError(format, `line ${number + 1} is longer than ${maxLine} characters`);
  }
  rest += decoder.decode();
  if (rest !== "") give(rest);
}

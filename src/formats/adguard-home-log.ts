import { base64 } from "./base64.ts";
import { isoTime } from "./iso-time.ts";
import { asObject, type JsonObject, objectIn, textIn } from "./json-member.ts";
import { addLogged, demandSome, type LoggedQuestion, type QuestionLog } from "./logged-question.ts";
import { eachLine } from "./text-lines.ts";

const format = "adguard home log";

/**
 * Reads `querylog.json` of AdGuard Home: one JSON object a line, with the answer as a DNS message in Base64.
 *
 * @param firstAddress gives the first address of a DNS message, null where it has none or cannot be read
 * @throws FormatError where none of its lines can be read
 * https://github.com/AdguardTeam/AdGuardHome, internal/querylog
 */
export async function readAdguardHomeLog(
  chunks: AsyncIterable<Uint8Array>,
  firstAddress: (message: Uint8Array) => string | null,
): Promise<QuestionLog> {
  const questions: LoggedQuestion[] = [];
  let unreadable = 0;
  await eachLine(chunks, format, (line, number) => {
    if (line.trim() === "") return;
    const entry = parse(line);
    const name = textIn(entry, "QH");
    if (!entry || !name) {
      unreadable++;
      return;
    }
    const time = isoTime(textIn(entry, "T") ?? "");
    const answer = base64(textIn(entry, "Answer") ?? "");
    addLogged(
      questions,
      {
        ...{ number, time, moment: time, name },
        type: textIn(entry, "QT"),
        client: textIn(entry, "CID") || textIn(entry, "IP") || null,
        address: answer && answer.length > 0 ? firstAddress(answer) : null,
        blocked: objectIn(entry, "Result")?.["IsFiltered"] === true,
      },
      format,
    );
  });
  demandSome(questions, unreadable, format);
  return { questions, unreadable };
}

function parse(line: string): JsonObject | null {
  try {
    return asObject(JSON.parse(line));
  } catch {
    return null;
  }
}

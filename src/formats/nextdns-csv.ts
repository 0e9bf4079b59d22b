import { FormatError } from "../core/errors.ts";
import { eachRow } from "./csv.ts";
import { isoTime } from "./iso-time.ts";
import { addLogged, demandSome, type LoggedQuestion, type QuestionLog } from "./logged-question.ts";

const format = "nextdns csv";

/** The log as read, and the devices that it names. */
export interface NextdnsLog extends QuestionLog {
  /** Their models, as NextDNS guessed them, each once. */
  readonly models: readonly string[];
}

/**
 * Reads the log that NextDNS lets its user download. Columns go by their names, so that further ones do no harm.
 *
 * @throws FormatError where it has no columns `timestamp` and `domain`, or none of its rows can be read
 */
export async function readNextdnsCsv(chunks: AsyncIterable<Uint8Array>): Promise<NextdnsLog> {
  let columns: ReadonlyMap<string, number> | undefined;
  const questions: LoggedQuestion[] = [];
  const models = new Set<string>();
  let unreadable = 0;
  await eachRow(chunks, format, (fields, line) => {
    if (!columns) {
      columns = headerOf(fields);
      return;
    }
    const at = columns;
    const field = (name: string) => fields[at.get(name) ?? -1] || null;
    const time = isoTime(field("timestamp") ?? "");
    const name = field("domain");
    if (time === null || name === null) {
      unreadable++;
      return;
    }
    const model = field("device_model");
    if (model && models.size < 100) models.add(model);
    addLogged(questions, { number: line, time, moment: time, name, ...rest(field) }, format);
  });
  if (!columns) throw new FormatError(format, "it is empty");
  demandSome(questions, unreadable, format);
  return { questions, unreadable, models: [...models] };
}

function headerOf(fields: readonly string[]): ReadonlyMap<string, number> {
  const columns = new Map(fields.map((name, i) => [name.replace(/^\ufeff/, "").trim(), i] as const));
  if (!columns.has("timestamp") || !columns.has("domain"))
    throw new FormatError(format, "it has no columns timestamp and domain");
  return columns;
}

function rest(field: (name: string) => string | null) {
  return {
    type: field("query_type"),
    client: field("device_name") ?? field("device_id") ?? field("client_name") ?? field("client_ip"),
    // The log holds the names only.
    address: null,
    blocked: field("status") === "blocked",
  };
}

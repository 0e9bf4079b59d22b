import { FormatError } from "../core/errors.ts";
import { addLogged, demandSome, type LoggedQuestion, type QuestionLog } from "./logged-question.ts";
import { readTable, type SqliteFile } from "./sqlite-file.ts";
import type { SqliteValue } from "./sqlite-record.ts";

const format = "pihole database";
const columns = ["timestamp", "type", "status", "domain", "client"] as const;
/** By the numbers of Pi-hole; beyond 100 a number is that of the type itself. */
const types = "A AAAA ANY SRV SOA PTR TXT NAPTR MX DS RRSIG DNSKEY NS OTHER SVCB HTTPS".split(" ");
const blocked: ReadonlySet<SqliteValue> = new Set([1, 4, 5, 6, 7, 8, 9, 10, 11, 15, 16, 18]);

/**
 * Reads the questions out of `pihole-FTL.db`: the table `query_storage` with the names beside it, or `queries` of versions before 5.
 *
 * @throws FormatError where it is another database, or none of its rows can be read
 * https://docs.pi-hole.net/database/query-database/
 */
export function readPiholeDatabase(database: SqliteFile): QuestionLog {
  const table = database.tables.get("query_storage") ?? database.tables.get("queries");
  if (!table || !["timestamp", "domain", "client"].every((name) => table.names.includes(name)))
    throw new FormatError(format, "it has no table of questions");
  const domains = namesOf(database, "domain_by_id", "domain");
  const clients = namesOf(database, "client_by_id", "ip");
  const questions: LoggedQuestion[] = [];
  let unreadable = domains.damaged + clients.damaged;
  const { damaged } = readTable(database, table, columns, ([timestamp, type, status, domain, client], number) => {
    const name = named(domain, domains.names);
    if (typeof timestamp !== "number" || !(timestamp > 0 && timestamp < 1e11) || name === null) {
      unreadable++;
      return;
    }
    const time = Math.round(timestamp * 1000);
    const who = named(client, clients.names);
    const kind = typeof type === "number" ? (types[type - 1] ?? `TYPE${type - 100}`) : null;
    const is = blocked.has(status ?? null);
    addLogged(
      questions,
      { number, time, moment: time, name, type: kind, client: who, address: null, blocked: is },
      format,
    );
  });
  unreadable += damaged;
  demandSome(questions, unreadable, format);
  return { questions, unreadable };
}

/** Whether a database is that of Pi-hole. */
export function isPiholeDatabase({ tables }: SqliteFile): boolean {
  return tables.has("query_storage") || (tables.has("queries") && tables.has("ftl"));
}

/** A name, or the number of one. */
function named(value: SqliteValue | undefined, names: ReadonlyMap<number, string>): string | null {
  if (typeof value === "number") return names.get(value) ?? null;
  return typeof value === "string" && value !== "" ? value : null;
}

function namesOf(
  database: SqliteFile,
  name: string,
  column: string,
): { readonly names: ReadonlyMap<number, string>; readonly damaged: number } {
  const names = new Map<number, string>();
  const table = database.tables.get(name);
  if (!table) return { names, damaged: 0 };
  const { damaged } = readTable(database, table, ["id", column], ([id, text]) => {
    if (typeof id === "number" && typeof text === "string") names.set(id, text);
  });
  return { names, damaged };
}

import { FormatError } from "../core/errors.ts";
import { fileOf } from "./file-window.ts";
import { addLogged, demandSome, type LoggedQuestion } from "./logged-question.ts";
import { openSqlite, readTable, type SqliteFile } from "./sqlite-file.ts";
import type { SqliteValue } from "./sqlite-record.ts";
import { openZip, portableCodec, readEntry, type ZipCodec } from "./zip.ts";

const format = "rethink backup";
const database = "rethink_logs.db";

/** The app that a row is about. */
export interface RethinkApp {
  /** Null where it is not known. */
  readonly uid: number | null;
  /** Null in versions that did not write it. */
  readonly package: string | null;
  readonly label: string | null;
}

/** One connection. */
export interface RethinkConnection {
  readonly row: number;
  readonly app: RethinkApp;
  readonly address: string;
  readonly port: number;
  /** IANA's number: 6 TCP, 17 UDP. */
  readonly protocol: number;
  /** Names that DNS gave the address for, the likeliest first. */
  readonly names: readonly string[];
  readonly blocked: boolean;
  /** Epoch milliseconds. */
  readonly time: number | null;
  /** Null in versions that did not count them. */
  readonly uploadBytes: number | null;
  readonly downloadBytes: number | null;
}

/** What the log of Rethink holds. */
export interface RethinkLog {
  readonly connections: readonly RethinkConnection[];
  readonly questions: readonly (LoggedQuestion & { readonly app: RethinkApp })[];
  readonly unreadable: number;
}

/**
 * Opens the log's database in a backup of Rethink: a zip that holds it, with its write-ahead log where that was not folded in.
 *
 * @throws FormatError where the zip holds no such log, or is damaged
 * github.com/celzero/rethink-app, backup/BackupAgent.kt
 */
export async function openRethinkBackup(bytes: Uint8Array, codec: ZipCodec = portableCodec): Promise<SqliteFile> {
  const zip = await openZip(fileOf(bytes));
  const name = [...zip.entries.keys()].find((one) => one === database || one.endsWith(`/${database}`));
  if (name === undefined) throw new FormatError(format, "this zip holds no log of Rethink");
  const wal = zip.entries.has(`${name}-wal`) ? await readEntry(zip, `${name}-wal`, codec) : undefined;
  return openSqlite(await readEntry(zip, name, codec), wal);
}

/** Whether a database is the log of Rethink. */
export function isRethinkLog({ tables }: SqliteFile): boolean {
  return tables.has("ConnectionTracker");
}

/**
 * Reads the tables `ConnectionTracker` and `DnsLogs`; columns that a version did not have are null.
 *
 * @throws FormatError where the first is absent, or nothing of both can be read
 * github.com/celzero/rethink-app, database/ConnectionTracker.kt, database/DnsLog.kt
 */
export function readRethinkLog(file: SqliteFile): RethinkLog {
  const connections: RethinkConnection[] = [];
  const questions: (LoggedQuestion & { readonly app: RethinkApp })[] = [];
  const unreadable = eachRow(file, "ConnectionTracker", connectionColumns, (values, row) => {
    const connection = connectionOf(values, row);
    if (connection) addLogged(connections, connection, format);
    return connection !== undefined;
  });
  const unread = file.tables.has("DnsLogs")
    ? eachRow(file, "DnsLogs", questionColumns, (values, row) => {
        const question = questionOf(values, row);
        if (question) addLogged(questions, question, format);
        return question !== undefined;
      })
    : 0;
  demandSome([...connections.slice(0, 1), ...questions.slice(0, 1)], unreadable + unread, format);
  return { connections, questions, unreadable: unreadable + unread };
}

const connectionColumns =
  "uid packageName appName ipAddress port protocol dnsQuery isBlocked timeStamp uploadBytes downloadBytes".split(" ");
const questionColumns = "uid packageName appName queryStr time isBlocked typeName responseIps response".split(" ");

function eachRow(
  file: SqliteFile,
  name: string,
  columns: readonly string[],
  take: (values: readonly SqliteValue[], row: number) => boolean,
): number {
  const table = file.tables.get(name);
  if (!table) throw new FormatError(format, `it has no table ${name}`);
  let unreadable = 0;
  const { damaged } = readTable(file, table, columns, (values, row) => {
    if (!take(values, row)) unreadable++;
  });
  return unreadable + damaged;
}

function connectionOf(values: readonly SqliteValue[], row: number): RethinkConnection | undefined {
  const [, , , address, port, protocol, names, blocked, time, uploadBytes, downloadBytes] = values;
  if (typeof address !== "string" || typeof port !== "number" || typeof protocol !== "number") return undefined;
  return {
    ...{ row, app: appOf(values), address, port, protocol, blocked: blocked === 1, time: timeOf(time) },
    names:
      textOf(names)
        ?.split(",")
        .map((name) => name.trim())
        .filter((name) => name !== "") ?? [],
    uploadBytes: countOf(uploadBytes),
    downloadBytes: countOf(downloadBytes),
  };
}

function questionOf(
  values: readonly SqliteValue[],
  number: number,
): (LoggedQuestion & { readonly app: RethinkApp }) | undefined {
  const [, , , query, written, blocked, typeName, responseIps, response] = values;
  const name = textOf(query);
  if (name === null) return undefined;
  const time = timeOf(written);
  const addresses = (textOf(responseIps) ?? textOf(response) ?? "").split(",").map((part) => part.trim());
  return {
    ...{ number, time, moment: time, name, type: textOf(typeName), client: null, app: appOf(values) },
    address: addresses.find((one) => /^[\da-fA-F.]*[.:][\da-fA-F.:]+$/.test(one) && one.length < 46) ?? null,
    blocked: blocked === 1,
  };
}

function appOf([uid, name, label]: readonly SqliteValue[]): RethinkApp {
  const known = typeof uid === "number" && uid >= 0 ? uid : null;
  return { uid: known, package: textOf(name), label: textOf(label) };
}

function textOf(value: SqliteValue | undefined): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

function countOf(value: SqliteValue | undefined): number | null {
  return typeof value === "number" && value >= 0 ? value : null;
}

/** Rethink writes the beginning of 1970 or earlier where it has none. */
function timeOf(value: SqliteValue | undefined): number | null {
  return typeof value === "number" && value > 1e9 && value < 1e14 ? value : null;
}

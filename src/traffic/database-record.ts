import { FormatError } from "../core/errors.ts";
import { normalIp } from "../formats/ip-text.ts";
import { isPiholeDatabase, readPiholeDatabase } from "../formats/pihole-database.ts";
import {
  isRethinkLog,
  openRethinkBackup,
  type RethinkApp,
  type RethinkConnection,
  readRethinkLog,
} from "../formats/rethink-backup.ts";
import { openSqlite, type SqliteFile } from "../formats/sqlite-file.ts";
import { dnsRecord } from "./dns-log-record.ts";
import type { Flow, TrafficRecord } from "./flow.ts";
import { hostName } from "./host-name.ts";
import { nameFlows } from "./name-log.ts";
import { flowApp } from "./record-app.ts";
import { type RecordContext, type RecordFile, wholeOf } from "./record-file.ts";

/** The most bytes of a database or of a zip, which are held in memory. */
const maxBytes = 512 * 1024 * 1024;

/** A database: that of Pi-hole, or the log of Rethink. @throws FormatError */
export async function databaseRecord(file: RecordFile, context: RecordContext): Promise<TrafficRecord> {
  const database = openSqlite(await wholeOf(file.chunks, "sqlite", maxBytes));
  if (isPiholeDatabase(database)) return dnsRecord("pihole-database", readPiholeDatabase(database), file, context);
  if (isRethinkLog(database)) return rethinkRecord(database, file, context);
  throw new FormatError("sqlite", "this database is no record of traffic that Candor reads");
}

/** A backup of Rethink. @throws FormatError */
export async function zipRecord(file: RecordFile, context: RecordContext): Promise<TrafficRecord> {
  const bytes = await wholeOf(file.chunks, "zip", maxBytes);
  return rethinkRecord(await openRethinkBackup(bytes, context.codec), file, context);
}

function rethinkRecord(database: SqliteFile, file: RecordFile, { packages }: RecordContext): TrafficRecord {
  const { connections, questions, unreadable } = readRethinkLog(database);
  const appOf = (app: RethinkApp) => flowApp(app.uid, app, packages);
  const asked = questions.map((question) => ({ ...question, app: appOf(question.app) }));
  const format = "rethink-backup";
  const names = nameFlows({ file: file.name, format, unit: "row", asked, unreadable });
  return {
    ...{ format, file: file.name, bytes: 0, device: null },
    flows: connections.map((connection) => flowOf(connection, appOf(connection.app), file.name)),
    questions: [...names.flows, ...names.questions].map((flow) => ({ ...flow, protocol: "dns" })),
    cannotTell: [
      ...["content" as const, "encryption" as const],
      ...(connections.length > 0 && connections.every(({ uploadBytes }) => uploadBytes === null)
        ? ["bytes" as const]
        : []),
    ],
    unread: names.unread,
  };
}

function flowOf(connection: RethinkConnection, app: Flow["app"], file: string): Flow {
  const [name, ...others] = connection.names;
  const host = name === undefined ? null : hostName(name);
  return {
    ...{ app, start: connection.time, end: null, host, hostFrom: host === null ? null : "dns" },
    ...(others.length > 0 && { hostDoubt: "shared-address" }),
    ...{ address: normalIp(connection.address), port: connection.port, protocol: null },
    transport: connection.protocol === 6 ? "tcp" : connection.protocol === 17 ? "udp" : null,
    ...{ encryption: "unknown", hello: null, requests: [], payload: null, blocked: connection.blocked },
    ...{ bytesSent: connection.uploadBytes, bytesReceived: connection.downloadBytes },
    origin: { file, format: "rethink-backup", unit: "row", number: connection.row },
  };
}

import { normalIp } from "../formats/ip-text.ts";
import { readTrackerControlCsv, type TrackerControlRow } from "../formats/trackercontrol-csv.ts";
import type { Flow, TrafficRecord } from "./flow.ts";
import { hostName } from "./host-name.ts";
import { flowApp } from "./record-app.ts";
import type { RecordContext, RecordFile } from "./record-file.ts";

const format = "trackercontrol-csv";
const doubts = [undefined, "shared-address", "tracker-and-other", "several-trackers"] as const;

/**
 * TrackerControl's list of contacts as flows. It finds the names of hosts by the addresses that DNS gave, so they are doubtful where an address
 * is shared; the rows say where.
 *
 * @throws FormatError
 */
export async function trackerControlRecord(file: RecordFile, { packages }: RecordContext): Promise<TrafficRecord> {
  const { rows, unreadable } = await readTrackerControlCsv(file.chunks);
  const flows = rows.map((row) => flowOf(row, file.name, packages));
  const doubtful = flows.filter(({ hostDoubt }) => hostDoubt !== undefined).length;
  return {
    ...{ format, file: file.name, bytes: 0, device: null, flows, questions: [] },
    cannotTell: [
      ...(flows.length > 0 && flows.every(({ app }) => app === null) ? ["app" as const] : []),
      ...["address" as const, "bytes" as const, "content" as const, "encryption" as const],
    ],
    unread: [
      { reason: "lines or rows that could not be read", count: unreadable },
      { reason: "hosts whose address stands for other names too", count: doubtful },
    ].filter(({ count }) => count > 0),
  };
}

function flowOf(row: TrackerControlRow, file: string, packages: RecordContext["packages"]): Flow {
  const address = normalIp(row.host);
  const host = address === null ? hostName(row.host) : null;
  const hostDoubt = doubts[row.uncertain ?? 0];
  return {
    app: flowApp(row.uid, { package: row.package, label: row.app }, packages),
    ...{ start: row.time, end: null, host, hostFrom: host === null ? null : "dns", ...(hostDoubt && { hostDoubt }) },
    ...{ address, port: null, transport: null, protocol: null, encryption: "unknown", hello: null },
    ...{ bytesSent: null, bytesReceived: null, requests: [], payload: null, blocked: false },
    origin: { file, format, unit: "row", number: row.line },
  };
}

import { readIosPrivacyReport } from "../formats/ios-privacy-report.ts";
import { normalIp } from "../formats/ip-text.ts";
import type { TrafficRecord } from "./flow.ts";
import { hostName } from "./host-name.ts";
import type { RecordFile } from "./record-file.ts";

const format = "ios-privacy-report";

/** The domains of iOS's App Privacy Report as flows; the app's package is its bundle identifier. @throws FormatError */
export async function iosReportRecord(file: RecordFile): Promise<TrafficRecord> {
  const { contacts, unreadable } = await readIosPrivacyReport(file.chunks);
  return {
    ...{ format, file: file.name, bytes: 0, device: null, questions: [] },
    flows: contacts.map(({ line, domain, bundle, first, last }) => {
      const address = normalIp(domain);
      const host = address === null ? hostName(domain) : null;
      return {
        app: { uid: null, package: bundle, label: null },
        ...{ start: first ?? last, end: last, host, hostFrom: host === null ? null : "log", address },
        ...{ port: null, transport: null, protocol: null, encryption: "unknown", hello: null },
        ...{ bytesSent: null, bytesReceived: null, requests: [], payload: null, blocked: false },
        origin: { file: file.name, format, unit: "line", number: line },
      };
    }),
    cannotTell: ["address", "bytes", "content", "encryption"],
    unread: unreadable > 0 ? [{ reason: "lines or rows that could not be read", count: unreadable }] : [],
  };
}

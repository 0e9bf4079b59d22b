import { FormatError } from "../core/errors.ts";
import { isoTime } from "./iso-time.ts";
import { addLogged, demandSome } from "./logged-question.ts";
import { eachLine } from "./text-lines.ts";

const format = "pcapdroid csv";
const header =
  "IPProto,SrcIP,SrcPort,DstIp,DstPort,UID,App,PackageName,Proto,Status,Info,BytesSent,BytesRcvd,PktsSent,PktsRcvd,FirstSeen,LastSeen";

/** One connection. */
export interface PcapdroidConnection {
  readonly line: number;
  /** 6 TCP, 17 UDP, and others of IANA's protocol numbers. */
  readonly ipProtocol: number;
  readonly sourceAddress: string;
  readonly sourcePort: number;
  readonly address: string;
  readonly port: number;
  /** −1 where it is not known. */
  readonly uid: number;
  readonly app: string;
  readonly package: string;
  /** nDPI's name of the protocol, for example `TLS`, `HTTP`, `QUIC`, `DNS`. */
  readonly protocol: string;
  /** The name of the host, or the URL without its scheme; may be empty. */
  readonly info: string;
  readonly bytesSent: number;
  readonly bytesReceived: number;
  /** Epoch milliseconds. */
  readonly firstSeen: number | null;
  readonly lastSeen: number | null;
}

/**
 * Reads the list of connections that PCAPdroid exports. It quotes nothing, so commas in names of apps and in URLs are told from those between
 * the fields by what stands around them. `Status` is in the phone's language, and is left out.
 *
 * @throws FormatError where the header is another one, or none of its rows can be read
 */
export async function readPcapdroidCsv(
  chunks: AsyncIterable<Uint8Array>,
): Promise<{ readonly connections: readonly PcapdroidConnection[]; readonly unreadable: number }> {
  let fromRight = 0;
  const connections: PcapdroidConnection[] = [];
  let unreadable = 0;
  await eachLine(chunks, format, (line, number) => {
    if (fromRight === 0) {
      fromRight = rightFields(line);
      return;
    }
    if (line === "") return;
    const connection = line.length > 20_000 ? undefined : connectionOf(line.split(","), fromRight, number);
    if (connection) addLogged(connections, connection, format);
    else unreadable++;
  });
  if (fromRight === 0) throw new FormatError(format, "it is empty");
  demandSome(connections, unreadable, format);
  return { connections, unreadable };
}

/** How many fields stand right of `Info`. */
function rightFields(line: string): number {
  const written = line.replace(/^\ufeff/, "");
  if (written === header) return 6;
  if (written === `${header},Malicious`) return 7;
  throw new FormatError(format, "its header is not PCAPdroid's");
}

function connectionOf(fields: readonly string[], fromRight: number, line: number): PcapdroidConnection | undefined {
  const middle = fields.slice(6, fields.length - fromRight);
  const left = fields.slice(0, 6);
  const right = fields.slice(fields.length - fromRight);
  const place = middle.length < 5 ? -1 : packagePlace(middle);
  if (place < 0) return undefined;
  const [ipProtocol, sourcePort, port, uid] = [left[0], left[2], left[4], left[5]].map(number);
  const [bytesSent, bytesReceived] = right.slice(0, 2).map(number);
  if (ipProtocol === undefined || sourcePort === undefined || port === undefined || uid === undefined) return undefined;
  if (bytesSent === undefined || bytesReceived === undefined) return undefined;
  return {
    ...{ line, ipProtocol, sourcePort, port, uid, bytesSent, bytesReceived },
    sourceAddress: left[1] ?? "",
    address: left[3] ?? "",
    app: middle.slice(0, place).join(","),
    package: middle[place] ?? "",
    protocol: middle[place + 1] ?? "",
    info: middle.slice(place + 3).join(","),
    firstSeen: isoTime(right[4] ?? ""),
    lastSeen: isoTime(right[5] ?? ""),
  };
}

/**
 * Where the package stands among `App,PackageName,Proto,Status,Info`, whose first and last may hold commas. The last place is tried first: names
 * with commas are more frequent in apps than in hosts. A package has no comma and no space, and nDPI's name of a protocol neither.
 */
function packagePlace(middle: readonly string[]): number {
  const fits = (place: number) =>
    /^[\w.:-]*$/.test(middle[place] ?? " ") && /^[\w.+/-]+$/.test(middle[place + 1] ?? " ");
  const named = (place: number) => fits(place) && /^[A-Za-z]\w*(?:\.\w+)+$/.test(middle[place] ?? "");
  const places = Array.from({ length: middle.length - 4 }, (_, i) => middle.length - 4 - i);
  return places.find(named) ?? places.find(fits) ?? -1;
}

function number(text: string | undefined): number | undefined {
  return text !== undefined && /^-?\d{1,15}$/.test(text) ? Number(text) : undefined;
}

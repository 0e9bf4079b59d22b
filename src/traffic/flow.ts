/** What the records of traffic that Candor reads are: by the content of the file, never by its name. */
export type RecordFormat =
  | "pcap"
  | "pcapng"
  | "har"
  | "pcapdroid-csv"
  | "trackercontrol-csv"
  | "adguard-home-log"
  | "nextdns-csv"
  | "pihole-log"
  | "pihole-database"
  | "rethink-backup"
  | "ios-privacy-report"
  | "proc-net";

/** The app behind a flow, as far as the record tells. */
export interface FlowApp {
  /** Android's uid (user × 100000 + app id); null where the record names the app only. */
  readonly uid: number | null;
  /** Null where the record has a label or a uid only. */
  readonly package: string | null;
  /** As written by the record, possibly cut; outside text. */
  readonly label: string | null;
}

/** How the name of the host became known; `dns` is an answer that named this address before, to this phone. */
export type HostSource = "sni" | "http" | "dns" | "url" | "log";

export type Protocol = "http" | "tls" | "quic" | "dns" | "xiaomi-push" | "other";

/** One request whose content the record shows: plain HTTP out of packets, or an entry of a HAR. */
export interface SeenRequest {
  /** Epoch milliseconds; null where the record has no time. */
  readonly time: number | null;
  readonly method: string;
  readonly scheme: "http" | "https";
  readonly host: string;
  readonly port: number;
  /** With the query. */
  readonly path: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  /** The body as sent, still compressed where it was; null where there is none or the record leaves it out. */
  readonly body: Uint8Array | null;
  /** Whether the record cut the body or the headers. */
  readonly cut: boolean;
  /** HTTP status of the answer, where the record has it. */
  readonly status: number | null;
}

/** What a TLS or QUIC ClientHello shows (RFC 8446 §4.1.2). */
export interface ClientHelloSeen {
  /** Highest version offered, `0x0304` for TLS 1.3; what the server took where the ServerHello was seen. */
  readonly offered: number;
  readonly chosen: number | null;
  readonly alpn: readonly string[];
  /** Encrypted ClientHello (RFC 9849): the name seen is the outer one, the real one is not to be seen. */
  readonly ech: boolean;
  /** JA4 fingerprint. */
  readonly ja4: string | null;
}

/** Where in the record a flow was read, so that anyone can look again. */
export interface FlowOrigin {
  /** File name, without its path; outside text. */
  readonly file: string;
  readonly format: RecordFormat;
  /** `packet`: number of the first packet as Wireshark counts it; `entry`, `line`, `row`: counted from 1. */
  readonly unit: "packet" | "entry" | "line" | "row";
  readonly number: number;
}

/**
 * One exchange with one server: a connection, a request of a HAR, or a name that was asked for. Null always means that the record does
 * not tell, never "none".
 */
export interface Flow {
  readonly app: FlowApp | null;
  /** Epoch milliseconds. */
  readonly start: number | null;
  readonly end: number | null;
  /** Lower case, without a dot at the end. */
  readonly host: string | null;
  readonly hostFrom: HostSource | null;
  /** Where the record itself doubts the host: its address also stands for other names, or for several trackers (TrackerControl). */
  readonly hostDoubt?: "shared-address" | "tracker-and-other" | "several-trackers";
  /** The server's address, IPv4 dotted or IPv6 as RFC 5952 writes it. */
  readonly address: string | null;
  readonly port: number | null;
  readonly transport: "tcp" | "udp" | null;
  /** Null where the record has only a name (DNS logs). */
  readonly protocol: Protocol | null;
  /** `clear`: content was seen that anyone on the way could read. */
  readonly encryption: "encrypted" | "clear" | "unknown";
  readonly hello: ClientHelloSeen | null;
  readonly bytesSent: number | null;
  readonly bytesReceived: number | null;
  readonly requests: readonly SeenRequest[];
  /** First bytes that the phone sent in clear and that are no HTTP, at most 4,096: kept for the search for personal data. */
  readonly payload: Uint8Array | null;
  /** The record says that it was not let through. */
  readonly blocked: boolean;
  readonly origin: FlowOrigin;
}

/** Bytes that one app sent and received by the phone's own count (`dumpsys netstats detail`), without hosts. */
export interface CountedTraffic {
  readonly uid: number;
  /** `background`: set=DEFAULT. */
  readonly set: "background" | "foreground" | "other";
  readonly bytesSent: number;
  readonly bytesReceived: number;
  /** Epoch milliseconds of the first and after the last bucket. */
  readonly from: number;
  readonly to: number;
}

/** Where the record and its apps come from, as far as it tells: a HAR with `_tweasel`, the hardware option of a pcapng. */
export interface RecordDevice {
  readonly model: string | null;
  readonly android: string | null;
  readonly apps: readonly {
    readonly package: string;
    readonly label: string | null;
    readonly version: string | null;
  }[];
}

/** One file as read: its flows and everything that could not be read or seen in it. */
export interface TrafficRecord {
  readonly format: RecordFormat;
  readonly file: string;
  readonly bytes: number;
  readonly device: RecordDevice | null;
  /** Who asked, in a log of names that serves more than one device: its flows are those of all of them, unless one was chosen. */
  readonly clients?: readonly { readonly name: string; readonly questions: number }[];
  readonly flows: readonly Flow[];
  /** Names that were asked for (DNS in the capture itself): apart, since asking is no connection. One entry for one name, app and resolver within 5 s. */
  readonly questions: readonly Flow[];
  /** What the format cannot carry, so that nobody takes its absence for "none": `app`, `time`, `address`, `bytes`, `content`, `encryption`. */
  readonly cannotTell: readonly ("app" | "time" | "address" | "bytes" | "content" | "encryption")[];
  /** What was there and could not be read: cut packets, unknown link types, encrypted names; each with how often. */
  readonly unread: readonly { readonly reason: string; readonly count: number }[];
}

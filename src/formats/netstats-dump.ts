import { FormatError } from "../core/errors.ts";

const format = "dumpsys netstats";

/** What the sockets of one uid sent and received in one state, over one kind of network. */
export interface NetstatsHistory {
  readonly uid: number;
  /** As written: `DEFAULT` (in the background), `FOREGROUND`, and others. */
  readonly set: string;
  /** Seconds. */
  readonly bucketSeconds: number;
  readonly buckets: readonly {
    /** Epoch seconds. */
    readonly start: number;
    readonly receivedBytes: number;
    readonly receivedPackets: number;
    readonly sentBytes: number;
    readonly sentPackets: number;
  }[];
}

/**
 * Reads the part `UID stats:` of `dumpsys netstats detail`. Counts that apps tagged are a part of these, and are left out.
 *
 * @throws FormatError where that part is absent, or a line of it is none that is known
 * AOSP: NetworkStatsRecorder.java, NetworkStatsCollection.java (dump), NetworkStatsHistory.java (dump); st, rb … since Android 5.
 */
export function parseNetstats(text: string): readonly NetstatsHistory[] {
  const lines = text.split("\n").map((line) => line.trimEnd());
  const start = lines.indexOf("UID stats:");
  if (start < 0) throw new FormatError(format, "it has no part UID stats; ask for it with `detail`");
  const histories: Draft[] = [];
  for (const line of lines.slice(start + 1)) {
    if (/^\S/.test(line)) break;
    readLine(line.trim(), histories);
  }
  const whole = histories.filter((one) => one.tag === 0);
  if (whole.some((one) => one.bucketSeconds === 0)) throw new FormatError(format, "a count has no history");
  return whole.map(({ uid, set, bucketSeconds, buckets }) => ({ uid, set, bucketSeconds, buckets }));
}

interface Draft {
  readonly uid: number;
  readonly set: string;
  readonly tag: number;
  bucketSeconds: number;
  readonly buckets: NetstatsHistory["buckets"][number][];
}

function readLine(line: string, histories: Draft[]): void {
  // The name of a network is anybody's text: what counts stands after the last bracket.
  const key = /\] uid=(-?\d{1,10}) set=([\w-]{1,20}) tag=0x([\da-f]{1,8})$/.exec(line);
  const last = histories.at(-1);
  if (line.startsWith("ident=") && key) {
    const [, uid, set = "", tag = ""] = key;
    histories.push({ uid: Number(uid), set, tag: Number.parseInt(tag, 16), bucketSeconds: 0, buckets: [] });
  } else if (line.startsWith("NetworkStatsHistory: bucketDuration=") && last) {
    last.bucketSeconds = Number(/=(\d{1,9})$/.exec(line)?.[1] ?? 0);
  } else if (line.startsWith("st=") && last) {
    last.buckets.push(bucketOf(line));
  } else if (line !== "" && !/^(?:Pending bytes: \d+|Complete history:|History since boot:)$/.test(line)) {
    throw new FormatError(format, `a line that is not known: ${line.slice(0, 80)}`);
  }
}

function bucketOf(line: string): NetstatsHistory["buckets"][number] {
  const match = /^st=(\d{1,12}) rb=(\d{1,16}) rp=(\d{1,16}) tb=(\d{1,16}) tp=(\d{1,16})(?: op=-?\d{1,16})?$/.exec(line);
  if (!match) throw new FormatError(format, `a count that is not known: ${line.slice(0, 80)}`);
  const [start, receivedBytes, receivedPackets, sentBytes, sentPackets] = match.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ];
  return { start, receivedBytes, receivedPackets, sentBytes, sentPackets };
}

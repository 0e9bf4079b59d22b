import { bytesOf } from "../latin1.ts";
import type { PhoneState } from "../state/phone-state.ts";
import { clientHello, dnsExchange, type Endpoint, tcpFlags, tcpPacket, udpPacket } from "./network-packet.ts";

/** One exchange of an app with a server, as it comes again in every round. */
interface Exchange {
  /** Milliseconds from the beginning of the round. */
  readonly after: number;
  readonly package: string;
  readonly host: string;
  readonly address: string;
  readonly port: number;
  /** What is sent in clear; a ClientHello with the host's name where left out. */
  readonly clear?: string;
  /** Made past the VPN: the phone counts it, a capture does not show it. */
  readonly past?: true;
}

/** A packet as it crosses the VPN of a capturing app. */
export interface SentPacket {
  /** Epoch milliseconds. */
  readonly time: number;
  readonly uid: number;
  readonly package: string;
  readonly label: string;
  readonly out: boolean;
  /** Not to be seen by a capture. */
  readonly past: boolean;
  readonly bytes: Uint8Array;
}

/** How long a round takes, in milliseconds. */
export const roundMs = 20_000;

/** Invented contents to real names: who follows the phone of the demonstration. */
const exchanges: readonly Exchange[] = [
  { after: 100, package: "com.miui.analytics", host: "tracking.intl.miui.com", address: "161.117.95.164", port: 443 },
  {
    after: 300,
    package: "com.turbo.cleanmaster.pro",
    host: "api.turbocleaner.example",
    address: "120.92.0.1",
    port: 80,
    clear:
      "GET /v1/scan?android_id=355d2c7e339c6855&lat=54.68720&lon=25.27970 HTTP/1.1\r\nHost: api.turbocleaner.example\r\n\r\n",
  },
  { after: 500, package: "com.skylight.forecast", host: "graph.facebook.com", address: "157.240.9.35", port: 443 },
  { after: 800, package: "com.android.chrome", host: "www.example.org", address: "93.184.216.34", port: 443 },
  {
    after: 1200,
    package: "com.xiaomi.xmsf",
    host: "fr.app.chat.global.xiaomi.net",
    address: "3.127.176.74",
    port: 5222,
    clear: "\u00c2\u00fe\0\u0005\0\0\0\u0015\0\u0002\0\u0016\0\0\0\0\u0012\u000fVIRTUAL PHONE 1",
  },
  {
    after: 1600,
    package: "com.android.vending",
    host: "play.googleapis.com",
    address: "142.250.185.138",
    port: 443,
    past: true,
  },
  { after: 4000, package: "com.whatsapp", host: "g.whatsapp.net", address: "157.240.9.54", port: 443 },
  {
    after: 7000,
    package: "com.miui.msa.global",
    host: "sdkconfig.ad.intl.xiaomi.com",
    address: "47.241.59.88",
    port: 443,
  },
  {
    after: 11_000,
    package: "com.zhiliaoapp.musically",
    host: "log16-normal-useast5.tiktokv.us",
    address: "47.252.25.1",
    port: 443,
  },
];

/** The phone's side of a VPN on it, and the resolver there, as PCAPdroid names them. */
const here = "10.215.173.1";
const resolver = "10.215.173.2";

/** All packets from a time to another, in order: rounds begin when the phone does, and what is not installed does not talk. */
export function* packetsBetween(state: PhoneState, from: number, to: number): Generator<SentPacket> {
  const first = Math.max(0, Math.floor((from - state.bootedAt) / roundMs) - 1);
  for (let round = first; state.bootedAt + round * roundMs <= to; round++) {
    for (const [i, exchange] of exchanges.entries()) {
      const pkg = state.packages.get(exchange.package);
      if (pkg?.users.get(0)?.installed !== true) continue;
      const begin = state.bootedAt + round * roundMs + exchange.after;
      const who = { uid: pkg.appId, package: pkg.name, label: pkg.label, past: exchange.past === true };
      const port = 30_000 + ((round * exchanges.length + i) % 30_000);
      for (const [n, { out, bytes }] of packetsOf(exchange, port).entries()) {
        const time = begin + n * 12;
        if (time > from && time <= to) yield { time, out, bytes, ...who };
      }
    }
  }
}

/** Bytes of one round by uid, as the phone counts them. */
export function bytesOfRound(
  state: PhoneState,
): ReadonlyMap<number, { readonly sent: number; readonly received: number }> {
  const sums = new Map<number, { sent: number; received: number }>();
  for (const exchange of exchanges) {
    const pkg = state.packages.get(exchange.package);
    if (pkg?.users.get(0)?.installed !== true) continue;
    const sum = sums.get(pkg.appId) ?? { sent: 0, received: 0 };
    for (const { out, bytes } of packetsOf(exchange, 30_000)) {
      if (out) sum.sent += bytes.length;
      else sum.received += bytes.length;
    }
    sums.set(pkg.appId, sum);
  }
  return sums;
}

function packetsOf(
  { host, address, port, clear }: Exchange,
  own: number,
): readonly { out: boolean; bytes: Uint8Array }[] {
  const me: Endpoint = { address: here, port: own };
  const server: Endpoint = { address, port };
  const names: Endpoint = { address: resolver, port: 53 };
  const { query, answer } = dnsExchange(own, host, address);
  const hello = clear === undefined ? clientHello(host) : bytesOf(clear);
  const reply = new Uint8Array(700).fill(0x17);
  const { fin, syn, push, ack } = tcpFlags;
  const sent = (seq: number, acked: number, flags: number, data?: Uint8Array) => ({
    out: true,
    bytes: tcpPacket(me, server, { seq, ack: acked, flags, ...(data ? { data } : {}) }),
  });
  const got = (seq: number, acked: number, flags: number, data?: Uint8Array) => ({
    out: false,
    bytes: tcpPacket(server, me, { seq, ack: acked, flags, ...(data ? { data } : {}) }),
  });
  const after = 1001 + hello.length;
  return [
    { out: true, bytes: udpPacket(me, names, query) },
    { out: false, bytes: udpPacket(names, me, answer) },
    sent(1000, 0, syn),
    got(9000, 1001, syn | ack),
    sent(1001, 9001, ack),
    sent(1001, 9001, push | ack, hello),
    got(9001, after, push | ack, reply),
    got(9701, after, push | ack, reply),
    sent(after, 10_401, fin | ack),
    got(10_401, after + 1, fin | ack),
  ];
}

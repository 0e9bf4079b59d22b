import { ByteBudget } from "../formats/byte-budget.ts";
import type { CapturedPacket } from "../formats/captured-packet.ts";
import type { PacketCrypto } from "../formats/crypto.ts";
import { FragmentJoiner } from "../formats/ip-fragments.ts";
import { emptyIp, type IpPacket, readIp } from "../formats/ip-packet.ts";
import { innerIp } from "../formats/ip-tunnel.ts";
import { cutLink, findIp, notIp, unknownLink } from "../formats/link-layer.ts";
import { hasPcapdroidTrailer, isBareIp, trailerLabel, trailerUid } from "../formats/pcapdroid-trailer.ts";
import { type Arrival, beginConnection } from "./capture-begin.ts";
import { captureGaps } from "./capture-gaps.ts";
import { CaptureNames } from "./capture-names.ts";
import type { CaptureTools } from "./capture-streams.ts";
import { type Connection, ConnectionTable, maxConnections } from "./capture-table.ts";
import { endTcp, takeTcp } from "./capture-tcp.ts";
import { endUdp, takeUdp } from "./capture-udp.ts";
import { isEncryptedDns } from "./encrypted-dns.ts";

/** Memory for bodies and for what is being put together. */
const sharedMemory = 48 * 1024 * 1024;
/** Memory for requests without their bodies. */
const headMemory = 32 * 1024 * 1024;
/** Tunnels within tunnels. */
const maxDepth = 4;

/** Takes packets one by one and keeps their connections; makes nothing for a packet of a connection that needs no more looking into. */
export class CaptureEngine {
  readonly names = new CaptureNames();
  readonly apps = new Map<number, { readonly package: string | null; readonly label: string | null }>();
  readonly #tools: CaptureTools;
  readonly #budget = new ByteBudget(sharedMemory);
  readonly #heads = new ByteBudget(headMemory);
  readonly #table = new ConnectionTable();
  readonly #fragments = new FragmentJoiner();
  readonly #ip = emptyIp();
  readonly #inner = emptyIp();
  readonly #arrival: Arrival = { time: -1, number: 0, uid: -1, station: -1, direction: 0, length: 0 };
  readonly #counts = new Map<string, number>();
  readonly #links = new Set<number>();
  #packet: CapturedPacket | undefined;
  #pcapdroid = false;
  #cut = 0;
  #tooMany = 0;
  /** Packets of TCP and UDP that were read. */
  read = 0;
  sawApps = false;
  sawTime = false;

  constructor(crypto: PacketCrypto) {
    this.#tools = { crypto, budget: this.#budget, heads: this.#heads, names: this.names, arrival: this.#arrival };
  }

  get unknownLinks(): number {
    return this.#links.size;
  }

  linkTypes(): string {
    return [...this.#links].join(", ");
  }

  count(reason: string, times = 1): void {
    if (times > 0) this.#counts.set(reason, (this.#counts.get(reason) ?? 0) + times);
  }

  nameApp(uid: number, packageName: string, label: string): void {
    this.apps.set(uid, { package: packageName || null, label: label || null });
  }

  packet(packet: CapturedPacket): void {
    const { bytes, view, start, linkType } = packet;
    let { end, uid } = packet;
    let at: number;
    this.#packet = packet;
    if (linkType === 1 && hasPcapdroidTrailer(bytes, view, start, end)) {
      this.#pcapdroid = true;
      uid = trailerUid(view, end);
      if (uid >= 0 && !this.apps.has(uid)) this.apps.set(uid, { package: null, label: trailerLabel(bytes, end) });
      end -= 32;
      at = start + 14;
    } else if (linkType === 1 && this.#pcapdroid && isBareIp(bytes, view, start, end)) at = start;
    else at = findIp(linkType, bytes, start, end);
    if (at < 0 && !(at === notIp && linkType === 1 && this.#isFirstBare(packet))) {
      this.#unreadable(at, linkType);
      return;
    }
    if (packet.time >= 0) this.sawTime = true;
    if (uid >= 0) this.sawApps = true;
    const arrival = this.#arrival;
    arrival.time = packet.time;
    arrival.number = packet.number;
    arrival.direction = packet.direction;
    arrival.uid = uid;
    this.#takeIp(bytes, view, at < 0 ? start : at, end, 0);
  }

  /** All connections but those to resolvers whose questions could be read, in the order in which they began. */
  connections(): Connection[] {
    return this.#table.all.filter(({ dnsMessages }) => dnsMessages === 0);
  }

  /** Takes what is still on its way as it is, and counts what could not be seen. */
  end(): void {
    for (const connection of this.#table.all) {
      if (connection.transport === 6) endTcp(connection);
      else endUdp(connection, this.#tools);
    }
    this.count(captureGaps.cutPackets, this.#cut);
    this.count(captureGaps.tooMany, this.#tooMany);
    this.count(captureGaps.fragments, this.#fragments.dropped + this.#fragments.waiting);
    this.count(captureGaps.memory, this.#budget.refused + this.#heads.refused);
    this.count(captureGaps.names, this.names.dropped);
    for (const connection of this.connections()) this.#countUnseen(connection);
  }

  gaps(): { readonly reason: string; readonly count: number }[] {
    return [...this.#counts].map(([reason, count]) => ({ reason, count }));
  }

  #countUnseen({ protocol, hello, host, hostFrom, clientIsA, aPort, bPort }: Connection): void {
    if (isEncryptedDns(clientIsA ? bPort : aPort, host, hello?.alpn ?? [])) this.count(captureGaps.encryptedDns);
    if (hello?.ech) this.count(captureGaps.ech);
    if (protocol !== "tls" && protocol !== "quic") return;
    if (host === null) this.count(captureGaps.unnamed);
    if (hello === null && hostFrom !== "sni") this.count(captureGaps.noHello);
  }

  #unreadable(why: number, linkType: number): void {
    if (why === unknownLink) {
      if (this.#links.size < 100) this.#links.add(linkType);
      this.count(`${captureGaps.unknownLink}: LINKTYPE ${linkType}`);
    } else this.count(why === cutLink ? captureGaps.brokenIp : captureGaps.notIp);
  }

  /** A bare IP packet before any trailer was seen: one whose length is the frame's. */
  #isFirstBare({ bytes, view, start, end, wire }: CapturedPacket): boolean {
    return (
      isBareIp(bytes, view, start, end) && readIp(bytes, view, start, end, this.#inner) && this.#inner.length === wire
    );
  }

  #takeIp(bytes: Uint8Array, view: DataView, start: number, end: number, depth: number): void {
    const ip = this.#ip;
    if (!readIp(bytes, view, start, end, ip)) {
      this.count(captureGaps.brokenIp);
      return;
    }
    if (ip.cut) this.#cut++;
    this.#arrival.length = ip.length;
    if (!ip.fragment) {
      this.#takeTransport(bytes, view, ip, depth);
      return;
    }
    const datagram = this.#fragments.add(ip, bytes);
    if (!datagram) return;
    ip.start = 0;
    ip.end = datagram.bytes.length;
    ip.cut = false;
    this.#arrival.length = datagram.length;
    this.#takeTransport(datagram.bytes, new DataView(datagram.bytes.buffer), ip, depth);
  }

  #takeTransport(bytes: Uint8Array, view: DataView, ip: IpPacket, depth: number): void {
    const { protocol, start, end } = ip;
    if (protocol === 6 ? end - start < 20 : protocol === 17 && end - start < 8) {
      this.count(captureGaps.brokenIp);
      return;
    }
    const inner = protocol === 6 || depth >= maxDepth ? -1 : innerIp(bytes, view, ip, this.#inner);
    if (inner >= 0) {
      this.#takeIp(bytes, view, inner, end, depth + 1);
      return;
    }
    if (protocol !== 6 && protocol !== 17) {
      this.count(captureGaps.otherTransport);
      return;
    }
    const connection = this.#connection(bytes, view, ip, depth);
    if (!connection) return;
    this.read++;
    const arrival = this.#arrival;
    const fromA = this.#table.fromA;
    if (arrival.time > connection.last) connection.last = arrival.time;
    if (fromA) connection.bytesA += arrival.length;
    else connection.bytesB += arrival.length;
    const fromClient = fromA === connection.clientIsA;
    if (protocol === 6) takeTcp(connection, bytes, view, ip, fromClient, this.#tools);
    else takeUdp(connection, bytes, view, ip, fromClient, this.#tools);
  }

  /** The connection of a packet; a new one for a first packet, and for a SYN where the ports are used again. */
  #connection(bytes: Uint8Array, view: DataView, ip: IpPacket, depth: number): Connection | undefined {
    const { start, protocol } = ip;
    const arrival = this.#arrival;
    const sourcePort = view.getUint16(start);
    const targetPort = view.getUint16(start + 2);
    const table = this.#table;
    const found = table.find(ip.version, protocol, ip.source, ip.target, sourcePort, targetPort, arrival.uid);
    const isSyn = protocol === 6 && ((bytes[start + 13] ?? 0) & 0x12) === 2;
    const isAnother = isSyn && found !== undefined && isReuse(found, view.getUint32(start + 4));
    if (found && !isAnother) {
      if (found.uid < 0) found.uid = arrival.uid;
      return found;
    }
    if (table.all.length >= maxConnections || table.crowded) {
      this.#tooMany++;
      return undefined;
    }
    if (found) endTcp(found);
    const packet = this.#packet;
    arrival.station = depth === 0 && packet ? station(packet) : -1;
    const flags = protocol === 6 ? (bytes[start + 13] ?? 0) : 0;
    const connection = beginConnection(ip, sourcePort, targetPort, flags, arrival, this.names);
    table.add(connection, found);
    return connection;
  }
}

/** Whether a SYN with this number begins another connection with the ends of one that was seen. */
function isReuse({ syn, client, clientOpen }: Connection, seq: number): boolean {
  return syn === -1 ? client !== null || !clientOpen : syn !== seq;
}

/** The sender's hardware address in Ethernet, 0 where the capture is made on the phone itself and has none. */
function station({ view, start, end, linkType }: CapturedPacket): number {
  if (linkType !== 1 || end - start < 14) return 0;
  return view.getUint16(start + 6) * 0x1_0000_0000 + view.getUint32(start + 8);
}

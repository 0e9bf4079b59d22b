import { isPrivate } from "../formats/ip-address.ts";
import type { IpPacket } from "../formats/ip-packet.ts";
import type { CaptureNames } from "./capture-names.ts";
import type { Connection } from "./capture-table.ts";

/** What is known of the packet at hand beside its contents. */
export interface Arrival {
  time: number;
  number: number;
  uid: number;
  /** Hardware address of the sender as a number, 0 for the phone itself, −1 where it is another machine's on the way. */
  station: number;
  /** By the capture: 1 towards the phone, 2 away from it, 0 not told. */
  direction: number;
  /** Of the IP packet. */
  length: number;
}

/** 10.215.173.1, the phone's address in PCAPdroid's VPN. */
const vpnAddress = 0x0ad7ad01;
const syn = 0x02;
const ack = 0x10;

/** The connection that a packet begins, with the name that an earlier DNS answer gave its server. */
export function beginConnection(
  ip: IpPacket,
  sourcePort: number,
  targetPort: number,
  flags: number,
  arrival: Arrival,
  names: CaptureNames,
): Connection {
  const clientIsA = isFromClient(ip, sourcePort, targetPort, flags, arrival);
  const a = { ...ip.source };
  const b = { ...ip.target };
  const host = names.nameOf(ip.version, clientIsA ? a : b, clientIsA ? b : a, clientIsA ? arrival.station : -1);
  return {
    version: ip.version,
    transport: ip.protocol,
    a,
    b,
    aPort: sourcePort,
    bPort: targetPort,
    uid: arrival.uid,
    first: arrival.number,
    start: arrival.time,
    last: arrival.time,
    bytesA: 0,
    bytesB: 0,
    clientIsA,
    syn: -1,
    serverSyn: -1,
    clientOpen: true,
    serverOpen: true,
    client: null,
    server: null,
    held: null,
    quic: null,
    protocol: null,
    host,
    hostFrom: host === null ? null : "dns",
    hello: null,
    requests: [],
    answered: 0,
    payload: null,
    dnsMessages: 0,
    station: clientIsA ? arrival.station : -1,
  };
}

/** Whether the sender is the client: by the first SYN, the phone's own address, the capture's flags, else by address and port. */
function isFromClient(ip: IpPacket, sourcePort: number, targetPort: number, flags: number, arrival: Arrival): boolean {
  if (ip.protocol === 6 && flags & syn) return (flags & ack) === 0;
  const { version, source, target } = ip;
  if (version === 4 && source.a === vpnAddress) return true;
  if (version === 4 && target.a === vpnAddress) return false;
  if (arrival.uid >= 0 && arrival.direction !== 0) return arrival.direction === 2;
  const isInside = isPrivate(version, source);
  if (isInside !== isPrivate(version, target)) return isInside;
  return sourcePort >= targetPort;
}

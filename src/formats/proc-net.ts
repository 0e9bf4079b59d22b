import { FormatError } from "../core/errors.ts";
import { addLogged, demandSome } from "./logged-question.ts";
import { eachLine } from "./text-lines.ts";

const format = "/proc/net";

/** One socket of the phone. */
export interface KernelSocket {
  readonly line: number;
  readonly transport: "tcp" | "udp";
  readonly local: string;
  readonly localPort: number;
  readonly remote: string;
  readonly remotePort: number;
  /** Of the kernel: 1 established, 2 SYN sent, 6 TIME_WAIT, 7 closed, 10 listening … */
  readonly state: number;
  readonly uid: number;
}

/**
 * Reads `/proc/net/tcp`, `tcp6`, `udp` or `udp6`, or several of them one after another.
 *
 * @throws FormatError where it has no header that is known, or none of its lines can be read
 * Linux net/ipv4/tcp_ipv4.c (get_tcp4_sock), net/ipv6/tcp_ipv6.c, net/ipv4/udp.c.
 */
export async function readProcNet(
  chunks: AsyncIterable<Uint8Array>,
): Promise<{ readonly sockets: readonly KernelSocket[]; readonly unreadable: number }> {
  const sockets: KernelSocket[] = [];
  let transport: "tcp" | "udp" | undefined;
  let unreadable = 0;
  await eachLine(chunks, format, (line, number) => {
    if (line.trim() === "") return;
    if (/^ *sl +local_address /.test(line)) {
      // Only datagrams have the count of those that were dropped.
      transport = line.trimEnd().endsWith("drops") ? "udp" : "tcp";
      return;
    }
    const socket = transport && line.length < 1000 ? socketOf(line, transport, number) : undefined;
    if (socket) addLogged(sockets, socket, format);
    else unreadable++;
  });
  if (!transport) throw new FormatError(format, "it has no header");
  demandSome(sockets, unreadable, format);
  return { sockets, unreadable };
}

function socketOf(line: string, transport: "tcp" | "udp", number: number): KernelSocket | undefined {
  const [slot = "", local = "", remote = "", state = "", , , , uid = ""] = line.trim().split(/\s+/);
  const from = endOf(local);
  const to = endOf(remote);
  if (!/^\d+:$/.test(slot) || !from || !to || !/^[\dA-F]{2}$/i.test(state) || !/^\d{1,10}$/.test(uid)) return undefined;
  return {
    ...{ line: number, transport, local: from.address, localPort: from.port, remote: to.address, remotePort: to.port },
    state: Number.parseInt(state, 16),
    uid: Number(uid),
  };
}

/** `0100007F:1F90`: groups of 32 bits in the phone's byte order, which is little endian on all that run Android. */
function endOf(text: string): { readonly address: string; readonly port: number } | undefined {
  const match = /^([\dA-F]{8}|[\dA-F]{32}):([\dA-F]{4})$/i.exec(text);
  if (!match) return undefined;
  const hex = match[1] ?? "";
  const bytes = Array.from({ length: hex.length / 2 }, (_, i) => {
    const at = (i - (i % 4) + (3 - (i % 4))) * 2;
    return hex.slice(at, at + 2).toLowerCase();
  });
  const address =
    bytes.length === 4
      ? bytes.map((byte) => Number.parseInt(byte, 16)).join(".")
      : Array.from({ length: 8 }, (_, i) => `${bytes[2 * i]}${bytes[2 * i + 1]}`).join(":");
  return { address, port: Number.parseInt(match[2] ?? "", 16) };
}

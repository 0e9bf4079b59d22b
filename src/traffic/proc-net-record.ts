import { normalIp } from "../formats/ip-text.ts";
import { type KernelSocket, readProcNet } from "../formats/proc-net.ts";
import type { Flow, TrafficRecord } from "./flow.ts";
import { flowApp } from "./record-app.ts";
import type { RecordContext, RecordFile } from "./record-file.ts";

const format = "proc-net";
/** States of the kernel (include/net/tcp_states.h). */
const timeWait = 6;
const listening = 10;

/** The sockets of a phone at one moment as flows: who is connected to which address. Sockets without another side are left out. @throws FormatError */
export async function procNetRecord(file: RecordFile, { packages }: RecordContext): Promise<TrafficRecord> {
  const { sockets, unreadable } = await readProcNet(file.chunks);
  const connected = sockets.filter(({ state, remotePort }) => state !== listening && remotePort !== 0);
  return {
    ...{ format, file: file.name, bytes: 0, device: null, questions: [] },
    flows: connected.map((socket) => flowOf(socket, file.name, packages)),
    cannotTell: ["time", "bytes", "content", "encryption"],
    unread: unreadable > 0 ? [{ reason: "lines or rows that could not be read", count: unreadable }] : [],
  };
}

function flowOf(socket: KernelSocket, file: string, packages: RecordContext["packages"]): Flow {
  // What the kernel keeps of a connection that has ended no longer tells whose it was: its uid is 0.
  const uid = socket.state === timeWait ? null : socket.uid;
  return {
    app: flowApp(uid, {}, packages),
    ...{ start: null, end: null, host: null, hostFrom: null, address: normalIp(socket.remote) },
    ...{ port: socket.remotePort, transport: socket.transport, protocol: null, encryption: "unknown", hello: null },
    ...{ bytesSent: null, bytesReceived: null, requests: [], payload: null, blocked: false },
    origin: { file, format, unit: "line", number: socket.line },
  };
}

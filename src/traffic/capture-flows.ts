import { FormatError } from "../core/errors.ts";
import type { CapturedPacket, CaptureListener, PacketReader } from "../formats/captured-packet.ts";
import type { PacketCrypto } from "../formats/crypto.ts";
import { pcapMagic, pcapReader } from "../formats/pcap.ts";
import { PcapngReader } from "../formats/pcapng.ts";
import { CaptureEngine } from "./capture-engine.ts";
import { captureGaps } from "./capture-gaps.ts";
import { connectionFlow, questionFlow } from "./capture-record.ts";
import type { RecordDevice, RecordFormat, TrafficRecord } from "./flow.ts";

/** Takes a capture in chunks of any size and gives its flows. */
export interface CaptureReader {
  /** The chunk may be used for the next one afterwards. @throws FormatError for a file that is no pcap or pcapng. */
  push(chunk: Uint8Array): void;
  /** Call it once, after the last chunk. @throws FormatError where the file ends before it began, or holds nothing that could be read. */
  end(): TrafficRecord;
}

/**
 * Reads a pcap or pcapng, told apart by content: connections by their ends and app, with the names that ClientHello, requests and DNS answers
 * show. Memory: about 600 bytes a connection, at most 250,000 of them, 80 MB for requests, their bodies and what is being put together.
 *
 * @param file name without path, for the origin of each flow.
 */
export function createCaptureReader(file: string, crypto: PacketCrypto): CaptureReader {
  const engine = new CaptureEngine(crypto);
  const start = new Uint8Array(4);
  let device: DeviceNotes = { model: null, android: null };
  let bytes = 0;
  let reader: PacketReader | undefined;
  let format: RecordFormat = "pcap";

  const listener: CaptureListener = {
    packet: (packet: CapturedPacket) => engine.packet(packet),
    app: (uid, name, label) => engine.nameApp(uid, name, label),
    section: ({ hardware, system, program }) => {
      // Other programs name the computer's processor here.
      if (program?.startsWith("PCAPdroid"))
        device = { model: hardware, android: system?.replace(/^Android /, "") ?? null };
    },
    secrets: () => engine.count(captureGaps.secrets),
  };

  return {
    push(chunk) {
      const before = bytes;
      bytes += chunk.length;
      if (reader) {
        reader.push(chunk);
        return;
      }
      for (let at = 0; before + at < 4 && at < chunk.length; at++) start[before + at] = chunk[at] ?? 0;
      if (bytes < 4) return;
      format = formatOf(start);
      reader = format === "pcap" ? pcapReader(listener) : new PcapngReader(listener);
      if (before > 0) reader.push(start.subarray(0, before));
      reader.push(chunk);
    },
    end() {
      if (!reader) throw new FormatError("capture", "the file is too short to be a capture", 0);
      const { packets, broken } = reader.end();
      engine.end();
      if (broken !== null) engine.count(`${captureGaps.broken}: ${broken}`);
      if (packets > 0 && engine.read === 0 && engine.unknownLinks > 0)
        throw new FormatError(format, `all packets are of a kind of network that is not known (${engine.linkTypes()})`);
      if (packets === 0 && broken !== null) throw new FormatError(format, `no packet could be read: ${broken}`);
      const source = { file, format, apps: engine.apps };
      return {
        format,
        file,
        bytes,
        device: deviceOf(device, engine),
        flows: engine.connections().map((connection) => connectionFlow(connection, source)),
        questions: engine.names.asked.map((asked) => questionFlow(asked, source)),
        cannotTell: [...(engine.sawApps ? [] : (["app"] as const)), ...(engine.sawTime ? [] : (["time"] as const))],
        unread: engine.gaps(),
      };
    },
  };
}

type DeviceNotes = Pick<RecordDevice, "model" | "android">;

function formatOf(start: Uint8Array): "pcap" | "pcapng" {
  if (pcapMagic(start)) return "pcap";
  // The same in both byte orders.
  if (start.every((byte, at) => byte === [0x0a, 0x0d, 0x0d, 0x0a][at])) return "pcapng";
  throw new FormatError("capture", "the file is neither pcap nor pcapng", 0);
}

/** The phone, as far as the capture tells: PCAPdroid's pcapng names it, and the packages of its apps. */
function deviceOf(notes: DeviceNotes, engine: CaptureEngine): RecordDevice | null {
  const apps = [...engine.apps.values()].flatMap((app) =>
    app.package === null ? [] : [{ package: app.package, label: app.label, version: null }],
  );
  return notes.model === null && notes.android === null && apps.length === 0 ? null : { ...notes, apps };
}

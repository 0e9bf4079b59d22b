/** One packet of a capture; the object and its bytes are used again for the next one, so keep neither. */
export interface CapturedPacket {
  /** Holds the packet from `start` to `end`. */
  bytes: Uint8Array;
  view: DataView;
  start: number;
  end: number;
  /** Length on the wire: larger than what is there where the capture was cut. */
  wire: number;
  /** Epoch milliseconds with fractions; −1 where the block has no time. */
  time: number;
  /** LINKTYPE_ value, https://www.tcpdump.org/linktypes.html. */
  linkType: number;
  /** From 1, as Wireshark counts. */
  number: number;
  /** Android's uid by PCAPdroid's comment `u-<uid>`, −1 where there is none. */
  uid: number;
  /** By the capture's own flags: 1 towards the phone, 2 away from it, 0 not told. */
  direction: number;
}

/** What a reader of captures tells besides packets. */
export interface CaptureListener {
  packet(packet: CapturedPacket): void;
  /** PCAPdroid's block that names the app of a uid. */
  app?(uid: number, packageName: string, label: string): void;
  /** Hardware, system and program of the section, as far as told. */
  section?(about: {
    readonly hardware: string | null;
    readonly system: string | null;
    readonly program: string | null;
  }): void;
  /** TLS secrets are in the file, which this reader does not use. */
  secrets?(): void;
}

/** A reader of captures that takes chunks of any size. */
export interface PacketReader {
  push(chunk: Uint8Array): void;
  /** Call once after the last chunk; `broken` says in words why reading ended before the end of the file, null where it did not. */
  end(): { readonly packets: number; readonly broken: string | null };
}

/** The longest packet that is taken for one: what libpcap and Wireshark allow for all kinds that carry IP. */
export const maxPacket = 262_144;

/** A packet that holds nothing yet. */
export function emptyPacket(): CapturedPacket {
  const bytes = new Uint8Array(0);
  const view = new DataView(bytes.buffer);
  return { bytes, view, start: 0, end: 0, wire: 0, time: -1, linkType: 0, number: 0, uid: -1, direction: 0 };
}

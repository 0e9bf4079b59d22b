const trailerLength = 32;
const ethernetLength = 14;
const text = new TextDecoder();

/**
 * Whether a frame of link type 1 ends with the trailer in which PCAPdroid says whose packet it is (emanuele-f/PCAPdroid
 * app/src/main/jni/core/pcap_dump.c). The addresses in front are zeros, and the trailer lies exactly behind the padded IP packet, so nobody
 * who only sends packets can write one.
 */
export function hasPcapdroidTrailer(bytes: Uint8Array, view: DataView, start: number, end: number): boolean {
  const at = end - trailerLength;
  if (at < start + ethernetLength + 20 || view.getUint32(at) !== 0x01072021) return false;
  return (
    hasZeroAddresses(view, start) &&
    start + ((ethernetLength + ipLength(bytes, start + ethernetLength) + 3) & ~3) === at
  );
}

/**
 * Whether a frame of link type 1 in a capture of PCAPdroid is bare IP: where the trailer would not fit the longest packet allowed, it writes
 * the frame without trailer and without the Ethernet header.
 */
export function isBareIp(bytes: Uint8Array, view: DataView, start: number, end: number): boolean {
  if (end - start < 20 || hasZeroAddresses(view, start)) return false;
  const version = (bytes[start] ?? 0) >> 4;
  return version === 4 || version === 6;
}

/** The uid (−1 for unknown) of the trailer of a frame that has one. */
export function trailerUid(view: DataView, end: number): number {
  return view.getInt32(end - 28);
}

/** The app's name in the trailer, at most 19 bytes and possibly cut, also within a letter; null where it is empty. Outside text. */
export function trailerLabel(bytes: Uint8Array, end: number): string | null {
  const name = bytes.subarray(end - 24, end - 4);
  const length = name.indexOf(0);
  return text.decode(length < 0 ? name : name.subarray(0, length)) || null;
}

function hasZeroAddresses(view: DataView, start: number): boolean {
  return view.getUint32(start) === 0 && view.getUint32(start + 4) === 0 && view.getUint32(start + 8) === 0;
}

function ipLength(bytes: Uint8Array, at: number): number {
  const version = (bytes[at] ?? 0) >> 4;
  if (version === 4) return ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
  return 40 + (((bytes[at + 4] ?? 0) << 8) | (bytes[at + 5] ?? 0));
}

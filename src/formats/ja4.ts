import type { PacketCrypto } from "./crypto.ts";
import { type ClientHello, isGrease } from "./tls-client-hello.ts";

const names: ReadonlyMap<number, string> = new Map([
  [0x0304, "13"],
  [0x0303, "12"],
  [0x0302, "11"],
  [0x0301, "10"],
  [0x0300, "s3"],
  [0x0002, "s2"],
]);
const nothing = "000000000000";

/** The fingerprint JA4 of a ClientHello, over TCP (`t`) or QUIC (`q`), after FoxIO's description (github.com/FoxIO-LLC/ja4 technical_details/JA4.md). */
export function ja4(hello: ClientHello, over: "t" | "q", crypto: PacketCrypto): string {
  const ciphers = hello.ciphers.filter((cipher) => !isGrease(cipher));
  const extensions = hello.extensions.filter((extension) => !isGrease(extension));
  const version = names.get(Math.max(...hello.versions)) ?? "00";
  const named = extensions.includes(0) ? "d" : "i";
  const first = `${over}${version}${named}${count(ciphers)}${count(extensions)}${alpnMark(hello.alpn[0])}`;
  const rest = extensions.filter((extension) => extension !== 0 && extension !== 16);
  const signatures = hello.signatureAlgorithms.map(hex).join();
  const third = sorted(rest) + (signatures ? `_${signatures}` : "");
  return `${first}_${digest(sorted(ciphers), crypto)}_${extensions.length === 0 ? nothing : digest(third, crypto)}`;
}

/** Few clients stand behind many connections, so nearly every text was digested before. */
const known = new Map<string, string>();
const maxKnown = 1000;

function digest(text: string, crypto: PacketCrypto): string {
  if (text === "") return nothing;
  const before = known.get(text);
  if (before !== undefined) return before;
  const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  const short = crypto.sha256(bytes).subarray(0, 6);
  const result = Array.from(short, (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (known.size >= maxKnown) known.clear();
  known.set(text, result);
  return result;
}

function sorted(values: readonly number[]): string {
  return values
    .map(hex)
    .sort((one, other) => (one < other ? -1 : 1))
    .join();
}

function count(values: readonly number[]): string {
  return String(Math.min(values.length, 99)).padStart(2, "0");
}

/** First and last letter of the first protocol; of their hexadecimal form where one is neither letter nor digit. */
function alpnMark(protocol: string | undefined): string {
  if (!protocol) return "00";
  const ends = [protocol.charCodeAt(0), protocol.charCodeAt(protocol.length - 1)] as const;
  if (ends.every(isAlphanumeric)) return String.fromCharCode(...ends);
  const [first, last] = ends.map((code) => code.toString(16).padStart(2, "0"));
  return `${first?.[0]}${last?.[1]}`;
}

function isAlphanumeric(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

function hex(value: number): string {
  return value.toString(16).padStart(4, "0");
}

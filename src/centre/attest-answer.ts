import { FormatError } from "../core/errors.ts";
import { base64 } from "../formats/base64.ts";
import { attestFirstLine, attestLastLine } from "./attest-program.ts";

/** What the program printed: certificates, the key's first, or the phone's words for there being none. */
export type AttestAnswer = { readonly certificates: readonly Uint8Array[] } | { readonly words: string };

const begin = "-----BEGIN CERTIFICATE-----";
const finish = "-----END CERTIFICATE-----";
const mostCertificates = 20;
const mostWords = 300;

/**
 * Reads what the program printed. Lines that it does not print are left out: makers let parts of the framework write to the same stream. Nothing
 * here is to be trusted before the chain is verified.
 *
 * @throws FormatError where the first or the last line is missing, or a certificate is none.
 */
export function readAttestAnswer(text: string): AttestAnswer {
  const lines = text.split(/\r?\n/);
  const from = lines.indexOf(attestFirstLine);
  const to = lines.lastIndexOf(attestLastLine);
  if (from < 0) throw new FormatError("attestation", "the program did not begin");
  if (to < from) throw new FormatError("attestation", "the program did not come to its end");
  const own = lines.slice(from + 1, to);
  const failure = own.find((line) => line.startsWith("error "));
  if (failure !== undefined) return { words: readable([failure.slice(6), ...notes(own)].join("; ")) };
  const certificates = own.flatMap((line, at) => (line === begin ? [certificate(own, at)] : []));
  if (certificates.length === 0) return { words: readable(["no certificates", ...notes(own)].join("; ")) };
  if (certificates.length > mostCertificates)
    throw new FormatError("attestation", `the program printed ${certificates.length} certificates`);
  return { certificates };
}

function certificate(lines: readonly string[], at: number): Uint8Array {
  const bytes = lines[at + 2] === finish ? base64(lines[at + 1] ?? "") : undefined;
  // A SEQUENCE with a length of two bytes, as every certificate is.
  if (bytes === undefined || bytes[0] !== 0x30 || bytes[1] !== 0x82)
    throw new FormatError("attestation", "a certificate is not written as PEM");
  return bytes;
}

/** What failed before. */
function notes(lines: readonly string[]): readonly string[] {
  return lines.filter((line) => line.startsWith("note ")).map((line) => line.slice(5));
}

/** The phone's words without what could steer a terminal, clipped. */
export function readable(words: string): string {
  const plain = words.replaceAll(/[\p{C}\p{Z}\s]+/gu, " ").trim();
  return plain.length > mostWords ? `${plain.slice(0, mostWords)}…` : plain;
}

/** Certificates as PEM. RFC 7468. */
export function pemOf(certificates: readonly Uint8Array[]): string {
  return certificates
    .map((bytes) => {
      const lines =
        Buffer.from(bytes)
          .toString("base64")
          .match(/.{1,64}/g) ?? [];
      return `${[begin, ...lines, finish].join("\n")}\n`;
    })
    .join("");
}

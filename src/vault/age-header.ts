import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import type { Identity, Recipient, Stanza } from "age-encryption";
import { VaultError } from "../core/errors.ts";
import { payloadDamaged } from "./age-payload.ts";

/** The first line of every age file of version 1, with its newline. */
export const versionLine = "age-encryption.org/v1\n";

/** Bytes of base64 in a line. */
const lineBytes = 48;

/** The header of an age file (C2SP/C2SP age.md, "Header"): the file key wrapped for each recipient, and authenticated with it. */
export async function ageHeader(fileKey: Uint8Array, recipients: readonly Recipient[]): Promise<Buffer> {
  let text = versionLine;
  for (const recipient of recipients)
    for (const { args, body } of await recipient.wrapFileKey(fileKey)) {
      text += `-> ${args.join(" ")}\n`;
      // The last line is shorter than the others, and empty where there is nothing left for it.
      for (let at = 0; at <= body.length; at += lineBytes) text += `${unpadded(body.subarray(at, at + lineBytes))}\n`;
    }
  text += "---";
  return Buffer.from(`${text} ${unpadded(headerCode(fileKey, text))}\n`, "latin1");
}

/** The file key of a whole header, which ends with its newline. @throws VaultError `damaged`; `refused` where none of the identities opens it */
export async function openAgeHeader(header: Uint8Array, identities: readonly Identity[]): Promise<Uint8Array> {
  const { stanzas, covered, code } = parse(Buffer.from(header).toString("latin1"));
  for (const identity of identities) {
    const fileKey = await unwrapped(identity, stanzas);
    if (fileKey === null) continue;
    const own = headerCode(fileKey, covered);
    if (code.length !== own.length || !timingSafeEqual(code, own)) throw damaged();
    return fileKey;
  }
  throw new VaultError("refused", "It was sealed for somebody else: none of the keys given opens it.");
}

async function unwrapped(identity: Identity, stanzas: Stanza[]): Promise<Uint8Array | null> {
  try {
    return await identity.unwrapFileKey(stanzas);
  } catch (error) {
    if (error instanceof VaultError) throw error;
    throw damaged();
  }
}

interface ParsedHeader {
  readonly stanzas: Stanza[];
  /** What the authentication code is over. */
  readonly covered: string;
  readonly code: Buffer;
}

function parse(text: string): ParsedHeader {
  const lines = text.split("\n");
  const stanzas: Stanza[] = [];
  for (let at = 1; lines[0] === versionLine.trimEnd(); ) {
    const line = lines[at++] ?? "";
    if (line.startsWith("--- ")) {
      const code = bytesOf(line.slice(4));
      if (at !== lines.length - 1 || lines[at] !== "") throw damaged();
      return { stanzas, covered: text.slice(0, text.length - line.length - 1 + 3), code };
    }
    const [arrow, ...args] = line.split(" ");
    if (arrow !== "->" || args.length === 0 || !args.every((arg) => /^[!-~]+$/.test(arg))) break;
    const parts: Buffer[] = [];
    do {
      parts.push(bytesOf(lines[at++]));
      if ((parts.at(-1)?.length ?? 0) > lineBytes) throw damaged();
    } while (parts.at(-1)?.length === lineBytes);
    stanzas.push({ args, body: Buffer.concat(parts) });
  }
  throw damaged();
}

/** Base64 without padding, exactly as it is written: no other letters, no bits left over. */
function bytesOf(text: string | undefined): Buffer {
  const bytes = Buffer.from(text ?? "", "base64");
  if (text === undefined || unpadded(bytes) !== text) throw damaged();
  return bytes;
}

function unpadded(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("base64").replace(/=+$/, "");
}

function headerCode(fileKey: Uint8Array, covered: string): Buffer {
  const key = Buffer.from(hkdfSync("sha256", fileKey, "", "header", 32));
  return createHmac("sha256", key).update(covered, "latin1").digest();
}

function damaged(): VaultError {
  return payloadDamaged("its header is not the one that was written");
}

import { FormatError } from "../core/errors.ts";
import { defineFeed } from "../core/feed.ts";

/** One certificate whose key must not be trusted any more. */
export interface RevokedAttestationKey {
  /** Serial number, lower-case hexadecimal without leading zeros. */
  readonly serial: string;
  readonly status: "REVOKED" | "SUSPENDED";
  /** Google's own word, `KEY_COMPROMISE`. */
  readonly reason: string;
}

export interface RevokedAttestationKeys {
  readonly keys: readonly RevokedAttestationKey[];
}

const file = "status.json";

/** Attestation keys that Google has taken back, since they leaked or their hardware is broken. */
export const revokedAttestationKeys = defineFeed<RevokedAttestationKeys>({
  id: "revoked-attestation-keys",
  about: "Keys of phone hardware that Google has taken back",
  publisher: "Google",
  licence: "not stated",
  homepage: "https://developer.android.com/privacy-and-security/security-key-attestation#certificate_status",
  files: { [file]: { url: "https://android.googleapis.com/attestation/status", maxBytes: 8_000_000 } },
  parse: (files) => ({ keys: entries(files[file] ?? "").map(([serial, entry]) => revokedKey(serial, entry)) }),
  count: ({ keys }) => keys.length,
  embedded: null,
});

function entries(text: string): readonly (readonly [string, unknown])[] {
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch {
    throw new FormatError(file, "not JSON");
  }
  const rows = own(list, "entries");
  if (typeof rows !== "object" || rows === null) throw new FormatError(file, "there are no entries");
  const found = Object.entries(rows);
  if (found.length === 0 || found.length > 100_000) throw new FormatError(file, `it has ${found.length} entries`);
  return found;
}

function revokedKey(serial: string, entry: unknown): RevokedAttestationKey {
  const [status, reason] = [own(entry, "status"), own(entry, "reason")];
  if (!/^[0-9a-f]{1,64}$/i.test(serial) || (status !== "REVOKED" && status !== "SUSPENDED"))
    throw new FormatError(file, "an entry has no serial number or no status");
  const said = typeof reason === "string" && /^[A-Z_]{1,60}$/.test(reason) ? reason : "no reason stated";
  return { serial: serial.toLowerCase().replace(/^0+(?=.)/, ""), status, reason: said };
}

function own(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

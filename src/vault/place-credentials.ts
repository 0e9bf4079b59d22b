import { readFile, stat } from "node:fs/promises";
import { VaultError } from "../core/errors.ts";
import { table } from "../core/json.ts";

/** What a place wants to know before it lets anybody in; none of it is in addresses, logs or the journal. */
export interface PlaceCredentials {
  /** Of S3. */
  readonly accessKey?: string;
  readonly secretKey?: string;
  readonly sessionToken?: string;
  /** Of SFTP, WebDAV and REST. */
  readonly user?: string;
  readonly password?: string;
  /** Of SFTP: an OpenSSH private key, and the passphrase that it is sealed with. */
  readonly keyFile?: string;
  readonly keyPassphrase?: string;
  /** The certificate or host key that is accepted: `SHA256:` and base64, as messages about an unknown one name it. */
  readonly trust?: string;
}

/** A line of the file each: `access-key = …`. */
const fields = {
  "access-key": "accessKey",
  "secret-key": "secretKey",
  "session-token": "sessionToken",
  user: "user",
  password: "password",
  "key-file": "keyFile",
  "key-passphrase": "keyPassphrase",
  trust: "trust",
} as const satisfies Record<string, keyof PlaceCredentials>;

const variables = {
  accessKey: ["CANDOR_PLACE_ACCESS_KEY", "AWS_ACCESS_KEY_ID"],
  secretKey: ["CANDOR_PLACE_SECRET_KEY", "AWS_SECRET_ACCESS_KEY"],
  sessionToken: ["CANDOR_PLACE_SESSION_TOKEN", "AWS_SESSION_TOKEN"],
  user: ["CANDOR_PLACE_USER"],
  password: ["CANDOR_PLACE_PASSWORD"],
  keyFile: ["CANDOR_PLACE_KEY_FILE"],
  keyPassphrase: ["CANDOR_PLACE_KEY_PASSPHRASE"],
  trust: ["CANDOR_PLACE_TRUST"],
} as const satisfies Record<keyof PlaceCredentials, readonly string[]>;

/** Credentials from environment variables: `CANDOR_PLACE_…`, for S3 also those of Amazon's programs. */
export function credentialsOf(environment: Readonly<Record<string, string | undefined>>): PlaceCredentials {
  const found = table<string>();
  for (const [field, names] of Object.entries(variables))
    for (const name of names) {
      const value = environment[name];
      if (value) found[field] ??= value;
    }
  return found;
}

/**
 * Credentials from a private file: one `name = value` a line, `#` before what is a comment.
 *
 * @throws VaultError `refused` where others may read the file or a line says nothing known (its value is not repeated), `absent`.
 */
export async function readCredentials(path: string): Promise<PlaceCredentials> {
  const text = await privateText(path);
  const found = table<string>();
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "" || line.trimStart().startsWith("#")) continue;
    const at = line.indexOf("=");
    const name = line.slice(0, Math.max(at, 0)).trim();
    const field = at > 0 && Object.hasOwn(fields, name) ? fields[name as keyof typeof fields] : undefined;
    if (field === undefined)
      throw new VaultError(
        "refused",
        `Line ${index + 1} of ${path} is no line of a credentials file.`,
        `Each line is one of ${Object.keys(fields).join(", ")}, an equals sign and the value.`,
      );
    found[field] = line.slice(at + 1).trim();
  }
  return found;
}

async function privateText(path: string): Promise<string> {
  const about = await stat(path).catch(() => undefined);
  if (about === undefined || !about.isFile())
    throw new VaultError("absent", `There is no credentials file at ${path}.`);
  if (process.platform !== "win32" && (about.mode & 0o077) !== 0)
    throw new VaultError("refused", `Others on this computer may read ${path}.`, `Run “chmod 600 ${path}” first.`);
  if (about.size > 65_536) throw new VaultError("refused", `${path} is too large for a credentials file.`);
  return await readFile(path, "utf8");
}

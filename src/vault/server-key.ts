import ssh2 from "ssh2";
import { VaultError } from "../core/errors.ts";
import type { PlaceAddress } from "./place-address.ts";
import { harmless } from "./place-answer.ts";
import { keyPin } from "./place-pins.ts";
import { type PlaceLimits, placeLimits } from "./place-retry.ts";
import { shownCertificate } from "./place-tls.ts";

/** The key by which a place's server is known. */
export interface ServerKey {
  readonly protocol: "ssh" | "tls";
  /** As programs name the server: `host:port`. */
  readonly host: string;
  /** As OpenSSH prints it: `SHA256:` and base64. */
  readonly key: string;
  /** Whether an authority that this computer trusts vouches for it; nobody does for a key of SSH. */
  readonly vouched: boolean;
}

/**
 * The key that the server of a place shows. Neither credentials nor a name are sent to it. Null for a folder, and for what is reached without
 * encryption on this computer.
 *
 * @throws VaultError `unreachable`, `refused` for a server without a certificate
 */
export async function serverKey(address: PlaceAddress, limits: PlaceLimits = placeLimits): Promise<ServerKey | null> {
  if (address.kind === "folder") return null;
  if (address.kind === "sftp") {
    const host = `${address.host}:${address.port}`;
    return { protocol: "ssh", host, key: await hostKey(address.host, address.port, limits), vouched: false };
  }
  const url = askedUrl(address);
  if (url.protocol !== "https:") return null;
  const host = `${url.hostname.replace(/^\[|\]$/g, "")}:${url.port || "443"}`;
  return { protocol: "tls", host, ...(await shownCertificate(url, limits.connect)) };
}

/** The server that is asked: of S3 the bucket may stand in its name. */
function askedUrl(address: Exclude<PlaceAddress, { kind: "folder" | "sftp" }>): URL {
  if (address.kind !== "s3") return address.base;
  const url = new URL(address.endpoint);
  if (address.style === "host") url.hostname = `${address.bucket}.${url.hostname}`;
  return url;
}

/** The connection ends with the key: nothing of the login is told. */
async function hostKey(host: string, port: number, limits: PlaceLimits): Promise<string> {
  const client = new ssh2.Client();
  client.on("error", () => undefined);
  try {
    return await new Promise<string>((resolve, reject) => {
      client.once("error", reject);
      client.once("close", () => reject(new Error("the connection was closed")));
      client.connect({
        ...{ host, port, username: "nobody", readyTimeout: limits.connect },
        hostVerifier: (key: Buffer) => {
          resolve(keyPin(key));
          return false;
        },
      });
    });
  } catch (error) {
    throw new VaultError(
      "unreachable",
      `${host}:${port} cannot be reached (${harmless((error as Error).message)}).`,
      "Is the network there?",
    );
  } finally {
    client.destroy();
  }
}

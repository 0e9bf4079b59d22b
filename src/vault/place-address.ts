import { isIP } from "node:net";
import { VaultError } from "../core/errors.ts";

/**
 * Where a vault lies, as a person writes it: a folder's path, `s3:https://host/bucket/prefix`, `sftp://user@host:port/path`,
 * `webdavs://host/path`, `rest:https://host/path`. It holds no secret. `host` of S3 is that of the endpoint, without the bucket.
 */
export type PlaceAddress =
  | { readonly kind: "folder"; readonly path: string }
  | {
      readonly kind: "s3";
      readonly endpoint: URL;
      readonly bucket: string;
      readonly prefix: string;
      readonly region: string | undefined;
      /** Whether the bucket stands in the host's name or first in the path. */
      readonly style: "host" | "path";
    }
  | {
      readonly kind: "sftp";
      readonly host: string;
      readonly port: number;
      readonly user: string | undefined;
      /** Absolute, or relative to the user's folder where it was written as `/~/…`. */
      readonly path: string;
    }
  | { readonly kind: "webdav" | "rest"; readonly base: URL };

/**
 * Reads an address.
 *
 * @throws VaultError `refused` for a password in the address, an unencrypted connection to another computer, or what is no address.
 */
export function readPlaceAddress(text: string): PlaceAddress {
  const address = text.trim();
  if (address === "" || /[\0-\x1f]/.test(address))
    throw no("An empty address, or one with control characters, is none.");
  const scheme = /^([a-z0-9]{2,10}):(?!\\)/.exec(address)?.[1];
  if (scheme === undefined) return { kind: "folder", path: address };
  const rest = address.slice(scheme.length + 1);
  switch (scheme) {
    case "s3":
      return s3Address(webUrl(rest));
    case "rest":
      return { kind: "rest", base: folderUrl(webUrl(rest)) };
    case "webdavs":
    case "webdav":
      return { kind: "webdav", base: folderUrl(webUrl(`${scheme === "webdavs" ? "https" : "http"}:${rest}`)) };
    case "sftp":
      return sftpAddress(url(address));
    default:
      throw no(
        `“${scheme}:” is no kind of place.`,
        "Give a folder, s3:https://…, sftp://…, webdavs://… or rest:https://….",
      );
  }
}

/** The address for people and records; reading it again gives the same place. */
export function placeName(address: PlaceAddress): string {
  switch (address.kind) {
    case "folder":
      return address.path;
    case "s3": {
      const path = [address.bucket, address.prefix].filter((part) => part !== "").join("/");
      return `s3:${address.endpoint.origin}/${path}`;
    }
    case "sftp": {
      const user = address.user === undefined ? "" : `${encodeURIComponent(address.user)}@`;
      const path = address.path.startsWith("/") ? address.path : `/~/${address.path}`;
      const host = address.host.includes(":") ? `[${address.host}]` : address.host;
      return `sftp://${user}${host}${address.port === 22 ? "" : `:${address.port}`}${path}`;
    }
    case "webdav":
      return address.base.href.replace(/^http/, "webdav");
    case "rest":
      return `rest:${address.base.href}`;
  }
}

/** Host and port that are asked, null for a folder. */
export function placeHost(address: PlaceAddress): string | null {
  if (address.kind === "folder") return null;
  if (address.kind === "sftp") return `${address.host}:${address.port}`;
  const asked = address.kind === "s3" ? address.endpoint : address.base;
  return `${asked.hostname}:${asked.port || (asked.protocol === "https:" ? "443" : "80")}`;
}

/** Whether a host is this computer. */
export function isLoopback(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, "").toLowerCase();
  return name === "localhost" || name === "::1" || (isIP(name) === 4 && name.startsWith("127."));
}

function s3Address(endpoint: URL): PlaceAddress {
  const [bucket = "", ...prefix] = endpoint.pathname.split("/").filter((part) => part !== "");
  if (!/^[a-z0-9][a-z0-9._-]{1,62}$/i.test(bucket))
    throw no("An S3 address names the bucket after the host.", "Write s3:https://host/bucket/prefix.");
  const style = endpoint.searchParams.get("style") ?? (usual(endpoint, bucket) ? "host" : "path");
  if (style !== "host" && style !== "path") throw no("The style of an S3 address is “host” or “path”.");
  const region = endpoint.searchParams.get("region") ?? undefined;
  if (region !== undefined && !/^[a-zA-Z0-9-]{1,40}$/.test(region))
    throw no("The region of an S3 address is letters and digits.");
  const named = prefix.map(segment).join("/");
  return { kind: "s3", endpoint: new URL(endpoint.origin), bucket, prefix: named, region, style };
}

/** Amazon asks for the bucket in the host; a certificate for *.host does not hold for a name with further dots. */
function usual(endpoint: URL, bucket: string): boolean {
  return endpoint.hostname.endsWith(".amazonaws.com") && !bucket.includes(".");
}

function sftpAddress(address: URL): PlaceAddress {
  if (address.hostname === "") throw no("The address names no host.", "Write sftp://user@host/path.");
  const path = `/${address.pathname
    .split("/")
    .filter((part) => part !== "")
    .map(segment)
    .join("/")}`;
  if (path === "/" || path === "/~") throw no("The address names no folder.", "Write sftp://user@host/path.");
  return {
    kind: "sftp",
    host: address.hostname.replace(/^\[|\]$/g, ""),
    port: address.port === "" ? 22 : Number(address.port),
    user: address.username === "" ? undefined : decode(address.username),
    path: path.startsWith("/~/") ? path.slice(3) : path,
  };
}

/** A part of a path as it is; what leads elsewhere is refused. */
function segment(part: string): string {
  const plain = decode(part);
  if (plain === ".." || plain === "." || /[\0-\x1f/]/.test(plain)) throw no("The path of the address leads elsewhere.");
  return plain;
}

function folderUrl(base: URL): URL {
  const folder = new URL(base.origin);
  folder.pathname = base.pathname.endsWith("/") ? base.pathname : `${base.pathname}/`;
  return folder;
}

function webUrl(text: string): URL {
  const address = url(text);
  if (address.protocol !== "https:" && address.protocol !== "http:")
    throw no("The address names no server.", "Write https:// and the host after the colon.");
  if (address.protocol === "http:" && !isLoopback(address.hostname))
    throw no(
      "The connection to this place would not be encrypted: anyone on the way would see who stores how much, and the credentials.",
      "Use https (webdavs for WebDAV). Unencrypted connections are for this computer alone.",
    );
  return address;
}

function url(text: string): URL {
  const address = URL.parse(text);
  if (address === null) throw no("This is no address that can be read.");
  if (address.password !== "" || (address.username !== "" && address.protocol !== "sftp:"))
    throw no(
      "The address holds credentials, and addresses are shown, logged and kept.",
      "Put user and password into the environment or a private file.",
    );
  return address;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw no("The address holds a percent sign that is no escape.");
  }
}

function no(message: string, next?: string): VaultError {
  return new VaultError("refused", message, next);
}

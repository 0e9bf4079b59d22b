import { homedir } from "node:os";
import { join } from "node:path";
import type { Place } from "./place.ts";
import type { PlaceAddress } from "./place-address.ts";
import type { PlaceCredentials } from "./place-credentials.ts";
import type { PlaceLimits } from "./place-retry.ts";
import type { ServerTrust } from "./place-tls.ts";

/** What is needed to reach a place besides its address. */
export interface PlaceAccess extends ServerTrust {
  readonly credentials: PlaceCredentials;
  readonly limits?: PlaceLimits;
}

/** The place at an address; nothing is asked of it yet. Each kind's code is loaded when it is used. */
export async function openPlace(address: PlaceAddress, access: PlaceAccess): Promise<Place> {
  const server = { ...access, trust: access.trust ?? access.credentials.trust };
  switch (address.kind) {
    case "folder":
      return (await import("./folder-place.ts")).folderPlace(inHome(address.path));
    case "s3":
      return (await import("./s3-place.ts")).s3Place(address, access.credentials, server, access.limits);
    case "sftp":
      return (await import("./sftp-place.ts")).sftpPlace(address, access.credentials, server, access.limits);
    case "webdav":
      return (await import("./webdav-place.ts")).webdavPlace(address, access.credentials, server, access.limits);
    case "rest":
      return (await import("./rest-place.ts")).restPlace(address, access.credentials, server, access.limits);
  }
}

/** A file of an address of this computer, as a shell would have written it out. */
function inHome(path: string): string {
  return path === "~" || path.startsWith("~/") ? join(homedir(), path.slice(2)) : path;
}

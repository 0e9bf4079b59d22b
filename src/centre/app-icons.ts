import { createHash } from "node:crypto";
import { stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import type { PictureFacts } from "../apps/app-icon.ts";
import { type AppRecord, isUnread } from "../apps/app-record.ts";
import type { InspectedIcon } from "../formats/app-inspections.ts";
import { pruneCache } from "./app-cache.ts";
import { isLockedError, openPrivate, type PrivatePlace, type PrivateState } from "./private-store.ts";

/** A picture as it is shown. */
export interface IconFile {
  readonly kind: "png" | "webp" | "svg";
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Whether what is kept is sealed: then nobody else is to keep it either. */
  readonly privacy: PrivateState;
}

/** The icons of apps that were looked into, each picture once, by the SHA-256 of its bytes. */
export interface AppIcons {
  put(picture: PictureFacts): Promise<void>;
  /** Removes what was not used for longest, until the folder is small enough. */
  prune(): Promise<void>;
}

const folder = join("apps", "icons");
const mostFiles = 20_000;
const mostBytes = 256 * 1024 * 1024;

/** The icons in a data folder; sealed, with their names, where a privacy password is set, and while that is locked nothing is kept. */
export function appIcons(dataFolder: string): AppIcons {
  const opening = openPrivate({ dataFolder, now: Date.now });
  opening.catch(() => undefined);
  const known = new Set<string>();
  return {
    async put({ layers }) {
      const store = await opening;
      for (const { data } of layers) {
        const bytes = Buffer.from(data, "base64");
        const sha256 = digestOf(bytes);
        const name = store.disguise(sha256);
        if (name === null || known.has(sha256)) continue;
        known.add(sha256);
        const path = join(folder, name);
        const now = new Date();
        // Most are there from the last time: that they were used again is enough.
        const isThere = await stat(store.pathOf(path)).then(
          ({ size }) => size > 0,
          () => false,
        );
        if (isThere) await utimes(store.pathOf(path), now, now).catch(() => undefined);
        else await store.write(path, bytes);
      }
    },
    prune: async () => await pruneCache(join(dataFolder, folder), { mostFiles, mostBytes }),
  };
}

/**
 * One picture; undefined where it is not kept here, or no longer what was written.
 *
 * @throws VaultError `locked`
 */
export async function readIconFile(place: PrivatePlace, sha256: string): Promise<IconFile | undefined> {
  if (!/^[0-9a-f]{64}$/.test(sha256)) return undefined;
  const store = await openPrivate(place);
  const name = store.disguise(sha256);
  if (name === null) throw isLockedError("What was seen in apps");
  const bytes = await store.read(join(folder, name));
  if (!bytes || digestOf(bytes) !== sha256) return undefined;
  const kind = bytes[0] === 0x89 ? "png" : bytes[0] === 0x52 ? "webp" : "svg";
  return { kind, bytes: new Uint8Array(bytes), privacy: store.state };
}

/** The picture of an app's icon, which its base has; null where there is none, or it could not be drawn. */
export function pictureIn(records: readonly AppRecord[]): PictureFacts | null {
  for (const { identity } of records) {
    if (isUnread(identity) || identity.split !== null || isUnread(identity.icon)) continue;
    const { picture } = identity.icon;
    if (picture && !isUnread(picture)) return picture;
  }
  return null;
}

/** What an inspection says of a picture: which files it is made of, and how they lie. */
export function inspectedIcon(picture: PictureFacts | null): InspectedIcon | null {
  if (!picture) return null;
  const layers = picture.layers.map(({ data, box }) => ({ sha256: digestOf(Buffer.from(data, "base64")), box }));
  return { fills: picture.fills, layers };
}

function digestOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

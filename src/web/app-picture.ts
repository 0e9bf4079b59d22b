import type { PictureFacts } from "../apps/app-icon.ts";
import type { AppRecord } from "../apps/app-record.ts";
import type { InspectedIcon } from "../formats/app-inspections.ts";

/** An icon as a tile shows it: pictures one above the other, the lowest first. */
export interface TilePicture {
  /** It fills the tile to its edges, whose corners are rounded then. */
  readonly fills: boolean;
  readonly layers: readonly {
    /** Where the picture is fetched. */
    readonly source: string;
    /** Left, top, width and height in shares of the tile's side. */
    readonly box: readonly number[];
  }[];
}

/** Of an app of an examination; the server has the pictures. */
export function pictureOfIcon(icon: InspectedIcon | null | undefined): TilePicture | null {
  if (!icon) return null;
  const layers = icon.layers.map(({ sha256, box }) => ({ source: `/api/v1/icons/${sha256}`, box }));
  return { fills: icon.fills, layers };
}

/** Of an app of a file that was opened, of which nothing is kept: the pictures are in its record. */
export function pictureOfRecords(records: readonly AppRecord[]): TilePicture | null {
  for (const { identity } of records) {
    if ("unread" in identity || identity.split !== null || "unread" in identity.icon) continue;
    const { picture } = identity.icon;
    if (picture && !("unread" in picture)) return { fills: picture.fills, layers: picture.layers.map(inPlace) };
  }
  return null;
}

const types = { png: "image/png", webp: "image/webp", svg: "image/svg+xml" } as const;

function inPlace({ kind, data, box }: PictureFacts["layers"][number]): TilePicture["layers"][number] {
  return { source: `data:${types[kind]};base64,${data}`, box };
}

import { createMemo, createSignal } from "solid-js";
import type { AppTableRow } from "../../centre/app-table.ts";
import { ask } from "../api.ts";
import { pictureOfIcon, type TilePicture } from "../app-picture.ts";

/** What an app is known by: its own name, and its icon. Outside text. */
export interface AppFace {
  /** null where it has no name but that of its package. */
  readonly name: string | null;
  readonly picture: TilePicture | null;
}

/** Faces by package. */
export type AppFaces = ReadonlyMap<string, AppFace>;

/** How the apps of an examination look, by package; nothing until it is there, and where it cannot be had. */
export async function facesOf(examination: string): Promise<AppFaces> {
  const { rows } = await ask<{ readonly rows: readonly Pick<AppTableRow, "package" | "name" | "icon">[] }>(
    `/examinations/${encodeURIComponent(examination)}/apps`,
  );
  return new Map(
    rows.map((row) => {
      const name = row.name === row.package ? null : row.name;
      return [row.package, { name, picture: pictureOfIcon(row.icon) }];
    }),
  );
}

/** The faces and the names of the apps of an examination; empty until they are there, and where they cannot be had. */
export function useAppFaces(id: string): {
  readonly faces: () => AppFaces;
  readonly names: () => ReadonlyMap<string, string>;
} {
  const [faces, setFaces] = createSignal<AppFaces>(new Map());
  // Without faces, packages stand for themselves.
  facesOf(id).then(setFaces, () => undefined);
  const names = createMemo(
    () => new Map([...faces()].flatMap(([name, face]) => (face.name === null ? [] : [[name, face.name] as const]))),
  );
  return { faces, names };
}

import { createSignal } from "solid-js";
import { ask } from "../api.ts";

interface Named {
  readonly rows: readonly { readonly package: string; readonly name: string }[];
}

/** What the apps of an examination call themselves, by package; empty until it is there, and where it cannot be had. Outside text. */
export function useAppNames(id: string): () => ReadonlyMap<string, string> {
  const [names, setNames] = createSignal<ReadonlyMap<string, string>>(new Map());
  ask<Named>(`/examinations/${encodeURIComponent(id)}/apps`).then(
    ({ rows }) =>
      setNames(new Map(rows.filter((row) => row.name !== row.package).map((row) => [row.package, row.name]))),
    // Without names, packages stand for themselves.
    () => undefined,
  );
  return names;
}

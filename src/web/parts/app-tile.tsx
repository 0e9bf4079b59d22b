import type { JSX } from "solid-js";

/** The first letter of an app where its picture would stand; it says nothing of its own to whoever reads by ear. */
export function AppTile(props: { readonly name: string; readonly large?: boolean }): JSX.Element {
  const letter = () => [...props.name.trim()].find((each) => /[\p{L}\p{N}]/u.test(each)) ?? "·";
  return (
    <span class="tile" classList={{ large: props.large ?? false }} aria-hidden="true">
      {letter().toLocaleUpperCase()}
    </span>
  );
}

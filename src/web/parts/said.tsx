import type { JSX } from "solid-js";
import type { Said } from "../phrases.ts";

/** A text with the language it is in, so that it is spoken and broken into lines as such. */
export function SaidText(props: { readonly said: Said }): JSX.Element {
  return <span lang={props.said.lang}>{props.said.text}</span>;
}

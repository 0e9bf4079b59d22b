import type { JSX } from "solid-js";
import { phraseSaid } from "../answers.ts";
import type { Said } from "../phrases.ts";

/** A text with the language it is in, so that it is spoken and broken into lines as such. */
export function SaidText(props: { readonly said: Said }): JSX.Element {
  return <span lang={props.said.lang}>{props.said.text}</span>;
}

/** A sentence of the server in the language of the page; in English, and marked as such, where it is not known. */
export function Phrase(props: { readonly of: string }): JSX.Element {
  return <SaidText said={phraseSaid(props.of)} />;
}

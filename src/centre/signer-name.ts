import type { InspectedSigner } from "../formats/app-inspections.ts";

/** Who a certificate says it is of, as short as a table needs it: anyone can write any name into a certificate. Outside text. */
export function signerName({ sha256, subject, knownAs, debug }: InspectedSigner): string {
  if (knownAs !== null) return knownAs;
  const parts = subject === null ? [] : attributes(subject);
  const find = (key: string) => parts.find(([name, value]) => name === key && value !== "")?.[1];
  const name = find("O") ?? find("CN") ?? find("OU");
  if (debug) return "a key for trying out";
  // Keys of many apps are made with nothing filled in.
  return name === undefined || /^(?:unknown|none|test)$/i.test(name) ? `no name (${sha256.slice(0, 12)}…)` : name;
}

/** The attributes of a subject such as `CN=Example\, Ltd, C=DE`, with their names. */
function attributes(subject: string): (readonly [name: string, value: string])[] {
  const found: (readonly [string, string])[] = [];
  let part = "";
  const end = () => {
    const at = part.indexOf("=");
    if (at > 0) found.push([part.slice(0, at).trim(), part.slice(at + 1).trim()]);
    part = "";
  };
  for (let i = 0; i < subject.length; i++) {
    const character = subject[i] ?? "";
    if (character === "\\") part += subject[++i] ?? "";
    else if (character === ",") end();
    else part += character;
  }
  end();
  return found;
}

import { defineFact } from "../core/fact.ts";
import { parseGetprop } from "../formats/getprop.ts";

/** System properties as the phone reports them, by name. They are what the phone says of itself and can be faked. */
export const properties = defineFact({
  id: "properties",
  about: "System properties, as the phone reports them",
  read: () => [{ run: ["getprop"], complete: /\]\s*$/ }],
  parse: ([text = ""]) => parseGetprop(text),
});

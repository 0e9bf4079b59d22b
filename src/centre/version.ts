import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Candor's own version, from package.json beside the sources or the built files. */
export const version: string = (
  JSON.parse(readFileSync(join(import.meta.dirname, "..", "..", "package.json"), "utf8")) as { version: string }
).version;

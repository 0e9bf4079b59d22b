import { getCompileCacheDir } from "node:module";
import { dirname } from "node:path";

/** The folder of compiled modules that was named for this process: the one that Node tells has its own version below it. */
export function compileCache(): string | undefined {
  const folder = getCompileCacheDir();
  return folder === undefined ? undefined : dirname(folder);
}

// `npm run page`: builds the page into dist/page. `candor open` does it by itself in a checkout when its sources are newer.
import { join } from "node:path";
import { build } from "vite";

/** Builds the page of a checkout, into `dist/page` or another folder. */
export async function buildPage(root: string, folder?: string): Promise<void> {
  await build({
    configFile: join(root, "vite.config.ts"),
    logLevel: "warn",
    ...(folder === undefined ? {} : { build: { outDir: folder } }),
  });
}

if (import.meta.main) await buildPage(join(import.meta.dirname, ".."));

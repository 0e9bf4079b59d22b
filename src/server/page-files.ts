import { readdir, readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import type { Context } from "hono";

/** The files of the page as they were built, by their paths. Nothing else of the disk can be asked for. */
export interface PageFiles {
  answer(request: Context): Response;
}

const kinds: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".json": "application/json",
  ".woff2": "font/woff2",
  ".webmanifest": "application/manifest+json",
};

/** Reads the built page; an answer that says so where it is not built. */
export async function readPage(folder: string): Promise<PageFiles> {
  const files = new Map<string, { readonly bytes: Uint8Array<ArrayBuffer>; readonly kind: string }>();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(folder.length).replaceAll("\\", "/");
    files.set(name, {
      bytes: new Uint8Array(await readFile(path)),
      kind: kinds[extname(name)] ?? "application/octet-stream",
    });
  }
  return {
    answer: (request) => {
      const { path } = request.req;
      // Views have paths of their own, which the page itself reads; files have an ending, and so have packages in those of examinations.
      const isView = extname(path) === "" || path.startsWith("/e/");
      const found = files.get(path) ?? (isView ? files.get("/index.html") : undefined);
      if (!found)
        return request.text(files.size === 0 ? "The page is not built: npm run page" : "There is no such file.", 404);
      if (path.startsWith("/assets/")) request.header("cache-control", "private, max-age=31536000, immutable");
      return request.body(found.bytes, 200, { "content-type": found.kind });
    },
  };
}

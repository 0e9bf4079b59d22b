import { readIconFile } from "../centre/app-icons.ts";
import type { Api } from "./api.ts";
import type { ServerContext } from "./context.ts";

const types = { png: "image/png", webp: "image/webp", svg: "image/svg+xml" } as const;
/** Wherever it is opened, it is a picture: nothing runs in it, and nothing is fetched for it. */
const policy = "default-src 'none'; sandbox";

/** The icons of apps, each picture by the SHA-256 of its bytes, as rows of apps name them. */
export function iconRoutes(api: Api, context: ServerContext): void {
  api.raw(
    {
      method: "get",
      path: "/icons/:sha256",
      about:
        "One picture of the icon of an app (PNG, WebP or SVG), written by Candor; none while the privacy lock is on",
      query: null,
      body: null,
      answer: null,
      gives: "file",
    },
    async (request) => {
      const icon = await readIconFile(context, request.req.param("sha256") ?? "");
      if (!icon) return request.notFound();
      return request.body(icon.bytes, 200, {
        "content-type": types[icon.kind],
        "content-security-policy": policy,
        // What is sealed on the disk does not lie open in the cache of a browser.
        ...(icon.privacy === "plain" && { "cache-control": "private, max-age=31536000, immutable" }),
      });
    },
  );
}

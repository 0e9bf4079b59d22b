import { randomBytes, timingSafeEqual } from "node:crypto";
import type { Context, MiddlewareHandler } from "hono";
import { getCookie, setCookie } from "hono/cookie";

/** Keeps everyone out but the browser of the person who started the server. */
export interface Guard {
  /** A link that lets one browser in, once. */
  readonly link: () => string;
  /** For every request, before anything else. */
  readonly middleware: MiddlewareHandler;
}

/** Links that were not used yet; older ones go. */
const maxLinks = 8;

/**
 * The guard of a server on this computer. What each part stops: the Host list DNS rebinding; Origin forged posts; Sec-Fetch-Site pages on
 * other ports of this computer, which count as the same site; the cookie other people's programs. The cookie has the port in its name,
 * because all ports of a host share their cookies.
 */
export function makeGuard(port: () => number): Guard {
  const links = new Set<string>();
  const session = randomBytes(32).toString("base64url");
  const name = () => `candor-${port()}`;
  const hosts = () => ["127.0.0.1", "localhost", "[::1]"].map((host) => `${host}:${port()}`);
  return {
    link: () => {
      const token = randomBytes(32).toString("base64url");
      links.add(token);
      const [oldest] = links;
      if (links.size > maxLinks && oldest !== undefined) links.delete(oldest);
      return `http://127.0.0.1:${port()}/open/${token}`;
    },
    middleware: async (context, next) => {
      harden(context);
      const { method, path } = context.req;
      const header = (key: string) => context.req.header(key);
      if (!hosts().includes(header("host") ?? "")) return context.text("This is not the name of this server.", 421);
      const site = header("sec-fetch-site");
      if (site !== undefined && site !== "same-origin" && site !== "none")
        return context.text("Requests from other pages are not answered.", 403);
      if (method !== "GET" && method !== "HEAD" && !hosts().some((host) => header("origin") === `http://${host}`))
        return context.text("Requests from other pages are not answered.", 403);
      if (path.startsWith("/open/")) {
        if (method !== "GET" || !links.delete(path.slice("/open/".length))) return context.html(usedLink, 403);
        setCookie(context, name(), session, { httpOnly: true, sameSite: "Strict", path: "/" });
        return context.redirect("/", 303);
      }
      if (!isSame(getCookie(context, name()) ?? "", session)) {
        if (path.startsWith("/api/"))
          return context.json({ error: { code: "no-session", message: "Open the link that Candor printed." } }, 401);
        return context.html(noSession, 401);
      }
      return await next();
    },
  };
}

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Nothing from elsewhere, no inline script, no framing; scripts make HTML through one policy of the page's own. */
const policy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types solid",
].join("; ");

function harden(context: Context): void {
  for (const [name, value] of headers) context.header(name, value);
}

const headers = [
  ["content-security-policy", policy],
  ["cross-origin-opener-policy", "same-origin"],
  ["cross-origin-resource-policy", "same-origin"],
  ["referrer-policy", "no-referrer"],
  ["x-content-type-options", "nosniff"],
  ["x-frame-options", "DENY"],
  ["cache-control", "no-store"],
  ["permissions-policy", "camera=(), geolocation=(), microphone=()"],
] as const;

const page = (title: string, text: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><h1>${title}</h1><p>${text}</p></html>`;
const usedLink = page(
  "This link was used",
  "Each link lets one browser in, once. In the window where Candor runs, press Enter for a new one.",
);
const noSession = page(
  "Candor does not know this browser",
  "Open the link that Candor printed in the window where it was started; press Enter there for a new one.",
);

import type { FeedFile } from "../core/feed.ts";

/** What `fetch` must offer: the standard function, or a stand-in of tests. */
export type Fetch = (
  url: string,
  init: { readonly signal: AbortSignal; readonly redirect: "manual"; readonly headers: Record<string, string> },
) => Promise<Response>;

export interface FetchFileOptions {
  readonly fetch: Fetch;
  /** Milliseconds for the whole file. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  /** Bytes received so far, and the announced size. */
  readonly onBytes?: ((received: number, total: number | null) => void) | undefined;
}

export interface FetchedFile {
  /** Where it really came from, after redirects. */
  readonly address: string;
  readonly bytes: Uint8Array;
  /** Epoch milliseconds of the Last-Modified header; null where there is none. */
  readonly lastModified: number | null;
}

/** The file could not be fetched. `refused`: something came that is not accepted; `status`: the server's answer, if it was one. */
export class FetchError extends Error {
  readonly refused: boolean;
  readonly status: number | null;

  constructor(message: string, options: { refused?: boolean; status?: number } = {}) {
    super(message);
    this.name = "FetchError";
    this.refused = options.refused ?? false;
    this.status = options.status ?? null;
  }
}

const maxRedirects = 5;

/**
 * Fetches one file within its limits: https only (http on this computer alone), redirects only within the host's family,
 * size counted after decompression while it arrives, one time limit for everything.
 *
 * @throws FetchError
 */
export async function fetchFile(file: FeedFile, options: FetchFileOptions): Promise<FetchedFile> {
  const timeout = AbortSignal.timeout(options.timeoutMs);
  const signal = options.signal ? AbortSignal.any([options.signal, timeout]) : timeout;
  try {
    const { response, address } = await follow(file.url, options.fetch, signal);
    const bytes = await body(response, file.maxBytes, options.onBytes);
    return { address, bytes, lastModified: modified(response.headers.get("last-modified")) };
  } catch (error) {
    if (options.signal?.aborted) throw new FetchError("It was stopped.");
    if (timeout.aborted) throw new FetchError(`No complete answer within ${Math.round(options.timeoutMs / 1000)} s.`);
    if (error instanceof FetchError) throw error;
    throw new FetchError(`The server could not be read: ${cause(error)}.`);
  }
}

async function follow(
  from: string,
  fetch: Fetch,
  signal: AbortSignal,
): Promise<{ response: Response; address: string }> {
  let url = allowed(from, null);
  for (let hops = 0; hops <= maxRedirects; hops++) {
    const response = await fetch(url.href, { signal, redirect: "manual", headers: { "user-agent": "candor" } });
    if (response.status === 200) return { response, address: url.href };
    await response.body?.cancel();
    const location = response.headers.get("location");
    if (response.status < 300 || response.status > 399 || location === null) {
      throw new FetchError(`The server answered ${response.status}.`, { status: response.status });
    }
    url = allowed(location, url);
  }
  throw new FetchError(`The server redirects more than ${maxRedirects} times.`, { refused: true });
}

/** @throws FetchError for an address that is not https, or a redirect that leaves the host's family. */
function allowed(address: string, before: URL | null): URL {
  if (!URL.canParse(address, before?.href)) throw new FetchError("The address is not one.", { refused: true });
  const url = new URL(address, before?.href);
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isLoopback(url.hostname))) {
    throw new FetchError(`${url.origin} is not encrypted (https).`, { refused: true });
  }
  if (url.username !== "" || url.password !== "")
    throw new FetchError("The address holds a password.", { refused: true });
  if (
    before &&
    (!sameFamily(before.hostname, url.hostname) || (before.protocol === "https:" && url.protocol !== "https:"))
  ) {
    throw new FetchError(`${before.hostname} redirects to another place, ${url.hostname}.`, { refused: true });
  }
  return url;
}

/** The same host, or hosts under one registered name (raw.githubusercontent.com, objects.githubusercontent.com). */
export function sameFamily(a: string, b: string): boolean {
  if (a === b) return true;
  if (/^[\d.]+$|:/.test(a) || /^[\d.]+$|:/.test(b)) return false;
  return family(a) !== "" && family(a) === family(b);
}

/** The last two labels, three below a short second one (example.co.uk); "" where there are not that many. */
function family(host: string): string {
  const labels = host.toLowerCase().split(".");
  const depth = (labels.at(-2) ?? "").length <= 3 ? 3 : 2;
  return labels.length < depth ? "" : labels.slice(-depth).join(".");
}

function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname);
}

async function body(response: Response, maxBytes: number, onBytes: FetchFileOptions["onBytes"]): Promise<Uint8Array> {
  const header = response.headers.get("content-length");
  const encoded = (response.headers.get("content-encoding") ?? "identity") !== "identity";
  const total = header !== null && /^\d{1,15}$/.test(header) && !encoded ? Number(header) : null;
  const tooLarge = () => new FetchError(`It is larger than ${maxBytes.toLocaleString("en")} bytes.`, { refused: true });
  if (total !== null && total > maxBytes) {
    await response.body?.cancel();
    throw tooLarge();
  }
  const chunks: Uint8Array[] = [];
  let received = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    received += chunk.byteLength;
    // Leaving the loop cancels the stream, so that nothing more is received or unpacked.
    if (received > maxBytes) throw tooLarge();
    chunks.push(chunk);
    onBytes?.(received, total);
  }
  if (total !== null && received !== total) throw new FetchError(`It was cut off after ${received} of ${total} bytes.`);
  return Buffer.concat(chunks);
}

function modified(header: string | null): number | null {
  const at = header === null ? Number.NaN : Date.parse(header);
  return Number.isFinite(at) ? at : null;
}

/** The innermost message: undici wraps "connection refused" in "fetch failed". */
function cause(error: unknown): string {
  let inner = error;
  for (let depth = 0; depth < 5 && inner instanceof Error && inner.cause instanceof Error; depth++) inner = inner.cause;
  return inner instanceof Error ? inner.message.slice(0, 200) : "unknown error";
}

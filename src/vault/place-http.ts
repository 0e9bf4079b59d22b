import { Agent, type ClientRequest, type IncomingHttpHeaders, type IncomingMessage, request } from "node:http";
import type { Duplex } from "node:stream";
import { VaultError } from "../core/errors.ts";
import { cancelled, type PlaceLimits, placeLimits } from "./place-retry.ts";
import { connectServer, type ServerTrust } from "./place-tls.ts";
import { PlaceWatch } from "./place-watch.ts";

/** One question to a place's server. */
export interface PlaceRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: Uint8Array | undefined;
  /** An answer with more bytes than these is `damaged`. */
  readonly most: number;
  readonly signal?: AbortSignal | undefined;
}

/** What the server said, whole. Redirects are answers like others: nothing follows them. */
export interface PlaceAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Uint8Array;
}

/** Connections to the server of one place, kept between calls. */
export interface PlaceHttp {
  readonly limits: PlaceLimits;
  /** Asks once. @throws VaultError `unreachable`, `damaged`, `cancelled`, `refused` (a key that is not trusted) */
  ask(asked: PlaceRequest): Promise<PlaceAnswer>;
  close(): void;
}

/** Opens nothing yet; connections are made when they are needed. */
export function placeHttp(base: URL, server: ServerTrust, limits: PlaceLimits = placeLimits): PlaceHttp {
  const agent = new SettledAgent(base, server, limits);
  return {
    limits,
    ask: (asked) => ask(agent, asked, limits),
    close: () => agent.destroy(),
  };
}

/** Hands out connections only once the server's key is settled. */
class SettledAgent extends Agent {
  readonly #connect: () => Promise<Duplex>;

  constructor(base: URL, server: ServerTrust, limits: PlaceLimits) {
    super({ keepAlive: true, maxSockets: 16, timeout: limits.stall });
    this.#connect = () => connectServer(base, limits.connect, server);
  }

  override createConnection(_: unknown, done?: (error: Error | null, stream: Duplex) => void): undefined {
    this.#connect().then(
      (socket) => done?.(null, socket),
      (error: Error) => done?.(error, undefined as unknown as Duplex),
    );
    return undefined;
  }
}

function ask(agent: Agent, asked: PlaceRequest, limits: PlaceLimits): Promise<PlaceAnswer> {
  const { url, body, signal } = asked;
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(cancelled());
    // The agent speaks TLS where it is needed, so that this is plain HTTP in either case.
    const sent = request({
      agent,
      method: asked.method,
      host: url.hostname.replace(/^\[|\]$/g, ""),
      port: url.port === "" ? (url.protocol === "https:" ? 443 : 80) : Number(url.port),
      path: `${url.pathname}${url.search}`,
      headers: { ...asked.headers, host: url.host, ...(body === undefined ? {} : { "content-length": body.length }) },
    });
    const watch = new PlaceWatch(limits, (error) => sent.destroy(error));
    const stop = (): void => void sent.destroy(cancelled());
    const end = (): void => {
      watch.end();
      signal?.removeEventListener("abort", stop);
    };
    const fail = (error: Error): void => {
      end();
      reject(error instanceof VaultError || error instanceof TypeError ? error : broken(url, error));
    };
    signal?.addEventListener("abort", stop);
    sent.on("error", fail);
    sent.on("response", (response) => {
      const give = (bytes: Uint8Array): void => {
        end();
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: bytes });
      };
      // Some servers send a body with their refusals of HEAD, which would be taken for the next answer.
      if (asked.method === "HEAD") {
        give(new Uint8Array(0));
        if (response.statusCode === 200) response.resume();
        else sent.destroy();
        return;
      }
      whole(response, asked.most, watch).then(give, (error: Error) => {
        sent.destroy();
        fail(error);
      });
    });
    send(sent, body, watch);
  });
}

/** In pieces, so that a slow but steady upload is told apart from one that stands still. */
function send(sent: ClientRequest, body: Uint8Array | undefined, watch: PlaceWatch): void {
  let at = 0;
  const next = (): void => {
    if (body === undefined || at >= body.length) return void sent.end();
    const piece = body.subarray(at, at + 65_536);
    at += piece.length;
    sent.write(piece, (error) => {
      if (error) return;
      watch.passed(piece.length);
      next();
    });
  };
  next();
}

async function whole(response: IncomingMessage, most: number, watch: PlaceWatch): Promise<Uint8Array> {
  const said = response.headers["content-length"];
  const length = said === undefined ? undefined : Number(said);
  if (length !== undefined && length > most) throw tooMuch(most);
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of response as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes > most) throw tooMuch(most);
    watch.passed(piece.length);
    pieces.push(piece);
  }
  if (!response.complete) throw new Error("the answer was cut off");
  return pieces.length === 1 ? (pieces[0] as Buffer) : Buffer.concat(pieces, bytes);
}

function tooMuch(most: number): VaultError {
  return new VaultError("damaged", `The place answered with more than the ${most} bytes that were expected.`);
}

function broken(url: URL, error: Error): VaultError {
  return new VaultError(
    "unreachable",
    `${url.host} did not answer to the end (${error.message}).`,
    "Is the network there?",
  );
}

import { connect as connectPlain, type Socket } from "node:net";
import { connect as connectTls, type TLSSocket } from "node:tls";
import { VaultError } from "../core/errors.ts";
import { keyPin, type PlacePins } from "./place-pins.ts";

/** How a place's server is known. */
export interface ServerTrust {
  readonly pins: PlacePins;
  /** The key that the person named: the only one that is accepted. */
  readonly trust?: string | undefined;
  /** Further certificates, PEM, that may sign a server's. */
  readonly authorities?: readonly string[] | undefined;
  /** What the person should know while things go on: that a key is another one than before. */
  readonly notice?: ((text: string) => void) | undefined;
}

/**
 * A connection to a server whose key is settled before anything is sent. A certificate that the system's authorities do not vouch for is
 * accepted only where the person named its key. A vouched one is renewed every few weeks: that its key changed is said, and is no error.
 */
export async function connectServer(url: URL, milliseconds: number, server: ServerTrust): Promise<Socket> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const secure = url.protocol === "https:";
  const port = url.port === "" ? (secure ? 443 : 80) : Number(url.port);
  if (!secure) return await settled(connectPlain({ host, port }), "connect", url, milliseconds);
  const socket = await handshake(url, host, port, milliseconds, server.authorities);
  try {
    await holdKey(socket, `tls ${host}:${port}`, url.host, server);
    return socket;
  } catch (error) {
    socket.destroy();
    throw error;
  }
}

/** The key of the certificate that a server shows, and whether an authority that this computer trusts vouches for it. Nothing is sent. */
export async function shownCertificate(
  url: URL,
  milliseconds: number,
  authorities?: readonly string[],
): Promise<{ readonly key: string; readonly vouched: boolean }> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const port = url.port === "" ? 443 : Number(url.port);
  const socket = await handshake(url, host, port, milliseconds, authorities);
  try {
    return { key: pinOf(socket, url.host), vouched: socket.authorized };
  } finally {
    socket.destroy();
  }
}

async function handshake(
  url: URL,
  host: string,
  port: number,
  milliseconds: number,
  authorities: readonly string[] | undefined,
): Promise<TLSSocket> {
  const name = /^[\d.]+$|:/.test(host) ? {} : { servername: host };
  const ca = authorities === undefined ? {} : { ca: [...authorities] };
  const options = { host, port, ...name, ...ca, minVersion: "TLSv1.2", ALPNProtocols: ["http/1.1"] } as const;
  return await settled(connectTls({ ...options, rejectUnauthorized: false }), "secureConnect", url, milliseconds);
}

/** @throws VaultError `refused` where there is none */
function pinOf(socket: TLSSocket, host: string): string {
  const key = socket.getPeerX509Certificate()?.publicKey.export({ type: "spki", format: "der" });
  if (key === undefined) throw new VaultError("refused", `${host} showed no certificate.`);
  return keyPin(key);
}

async function holdKey(socket: TLSSocket, name: string, host: string, server: ServerTrust): Promise<void> {
  const pin = pinOf(socket, host);
  if (server.trust !== undefined) {
    if (server.trust !== pin)
      throw new VaultError(
        "refused",
        `${host} showed the key ${pin}, and ${server.trust} was named as the one to trust.`,
        "Somebody may stand in between. Ask whoever runs the server before you trust the other key.",
      );
    return await server.pins.remember(name, pin);
  }
  if (!socket.authorized)
    throw new VaultError(
      "refused",
      `Nobody that this computer trusts vouches for the certificate of ${host} (${String(socket.authorizationError)}). Its key is ${pin}.`,
      "If the server is your own and shows this key, name it as the one to trust: “trust” in the credentials file, or CANDOR_PLACE_TRUST.",
    );
  const before = await server.pins.known(name);
  if (before === pin) return;
  if (before !== null)
    server.notice?.(`${host} has another key than before (${pin}, before ${before}); its certificate is vouched for.`);
  await server.pins.remember(name, pin);
}

/** The socket once it stands. */
function settled<S extends Socket>(socket: S, event: string, url: URL, milliseconds: number): Promise<S> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => socket.destroy(new Error("no answer in time")), milliseconds);
    const failed = (error: Error): void => {
      clearTimeout(late);
      reject(
        new VaultError("unreachable", `${url.host} cannot be reached (${error.message}).`, "Is the network there?"),
      );
    };
    socket.once("error", failed);
    socket.once("close", () => failed(new Error("the connection was closed")));
    socket.once(event, () => {
      clearTimeout(late);
      socket.off("error", failed);
      socket.removeAllListeners("close");
      socket.on("error", () => undefined);
      resolve(socket);
    });
  });
}

import { readFile } from "node:fs/promises";
import type { SFTPWrapper, Client as SshClient } from "ssh2";
import ssh2 from "ssh2";
import { VaultError } from "../core/errors.ts";
import type { PlaceAddress } from "./place-address.ts";
import { harmless } from "./place-answer.ts";
import type { PlaceCredentials } from "./place-credentials.ts";
import { keyPin, type PlacePins } from "./place-pins.ts";
import type { PlaceLimits } from "./place-retry.ts";

/** How an SFTP server is reached. */
export interface SftpLogin {
  readonly address: Extract<PlaceAddress, { kind: "sftp" }>;
  readonly credentials: PlaceCredentials;
  readonly pins: PlacePins;
  readonly limits: PlaceLimits;
}

/** A connection that stands. */
export interface SftpSession {
  readonly sftp: SFTPWrapper;
  /** Whether the connection is still there. */
  alive(): boolean;
  /** Ends it at once; calls under way fail. */
  drop(): void;
}

/**
 * Connects and logs in. The host's key is remembered the first time; another one later is refused before anything is sent to it.
 *
 * @throws VaultError `refused` (another host key), `denied` (login), `unreachable`
 */
export async function openSftpSession(login: SftpLogin): Promise<SftpSession> {
  const { address, limits } = login;
  const host = `${address.host}:${address.port}`;
  const pin = `ssh ${host}`;
  const known = login.credentials.trust ?? (await login.pins.known(pin));
  const secrets = await secretsOf(login);
  const client = new ssh2.Client();
  let [shown, alive]: [string, boolean] = ["", true];
  const drop = (): void => {
    alive = false;
    client.destroy();
  };
  client.on("close", () => {
    alive = false;
  });
  // Errors after the connection stands reach the calls that are under way.
  client.on("error", () => undefined);
  try {
    await new Promise<void>((resolve, reject) => {
      client.once("ready", resolve);
      client.once("error", reject);
      client.once("close", () => reject(new Error("the connection was closed")));
      client.connect({
        ...{ host: address.host, port: address.port, ...secrets },
        readyTimeout: limits.connect,
        keepaliveInterval: Math.ceil(limits.stall / 3),
        keepaliveCountMax: 3,
        hostVerifier: (key: Buffer) => {
          shown = keyPin(key);
          return known === null || known === shown;
        },
      });
    });
    if (known !== shown || login.credentials.trust !== undefined) await login.pins.remember(pin, shown);
    const sftp = await sftpOf(client, host);
    return { sftp, alive: () => alive, drop };
  } catch (error) {
    client.destroy();
    throw reasonOf(error as Error & { level?: string }, { host, known, shown, user: secrets.username });
  }
}

async function secretsOf({ address, credentials }: SftpLogin) {
  const username = address.user ?? credentials.user;
  if (username === undefined)
    throw new VaultError("denied", "There is no user name for this SFTP place.", "Write sftp://user@host/path.");
  const { keyFile, keyPassphrase, password } = credentials;
  const agent = process.env["SSH_AUTH_SOCK"];
  if (keyFile !== undefined) {
    const privateKey = await readFile(keyFile).catch(() => {
      throw new VaultError("absent", `The key file ${keyFile} cannot be read.`);
    });
    const parsed = ssh2.utils.parseKey(privateKey, keyPassphrase);
    if (parsed instanceof Error)
      throw new VaultError(
        "denied",
        `${keyFile} is no private key that can be read, or its passphrase is another one.`,
        "Name the passphrase as key-passphrase in the credentials file, or in CANDOR_PLACE_KEY_PASSPHRASE.",
      );
    return { username, privateKey, ...(keyPassphrase === undefined ? {} : { passphrase: keyPassphrase }) };
  }
  if (password !== undefined) return { username, password };
  if (agent) return { username, agent };
  throw new VaultError(
    "denied",
    "There is neither a key nor a password for this SFTP place.",
    "Set CANDOR_PLACE_KEY_FILE or CANDOR_PLACE_PASSWORD, name them in a credentials file, or start an SSH agent.",
  );
}

function sftpOf(client: SshClient, host: string): Promise<SFTPWrapper> {
  return new Promise((resolve, reject) =>
    client.sftp((error, sftp) => {
      if (error === undefined || error === null) resolve(sftp);
      else reject(new VaultError("denied", `${host} lets nobody transfer files (${harmless(error.message)}).`));
    }),
  );
}

function reasonOf(
  error: Error & { level?: string },
  { host, known, shown, user }: { host: string; known: string | null; shown: string; user: string },
): VaultError {
  if (error instanceof VaultError) return error;
  if (known !== null && shown !== "" && shown !== known)
    return new VaultError(
      "refused",
      `${host} showed the host key ${shown}; before, it was ${known}.`,
      "Somebody may stand in between, or the server was set up anew. Ask whoever runs it; then name the key as the one to trust (“trust” in the credentials file, or CANDOR_PLACE_TRUST).",
    );
  if (error.level === "client-authentication")
    return new VaultError(
      "denied",
      `${host} does not let ${user} in with this key or password.`,
      "Are user, key and password right?",
    );
  return new VaultError(
    "unreachable",
    `${host} cannot be reached (${harmless(error.message)}).`,
    "Is the network there?",
  );
}

import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { VaultError } from "../core/errors.ts";
import { table } from "../core/json.ts";

/** Remembers which key a host showed when it was first asked; whoever keeps private files gives one of their own. */
export interface PlacePins {
  /** The pin under this name (`tls host:port` or `ssh host:port`), null for a host that was never asked. */
  known(name: string): Promise<string | null>;
  remember(name: string, pin: string): Promise<void>;
}

/** A key as OpenSSH prints it: `SHA256:` and base64 without padding. */
export function keyPin(key: Uint8Array): string {
  return `SHA256:${createHash("sha256").update(key).digest("base64").replace(/=+$/, "")}`;
}

/** Pins that are gone with the process. */
export function pinsInMemory(): PlacePins {
  const pins = new Map<string, string>();
  return {
    known: async (name) => pins.get(name) ?? null,
    remember: async (name, pin) => void pins.set(name, pin),
  };
}

/**
 * Pins in a file that the owner alone may read, replaced as a whole.
 *
 * @throws VaultError `damaged` at the first question where the file is none: a lost pin would let in whoever answers.
 */
export function pinsInFile(path: string): PlacePins {
  let turn: Promise<unknown> = Promise.resolve();
  return {
    known: async (name) => (await readPins(path))[name] ?? null,
    remember(name, pin) {
      const next = turn.then(async () => writePins(path, { ...(await readPins(path)), [name]: pin }));
      turn = next.catch(() => undefined);
      return next;
    },
  };
}

async function readPins(path: string): Promise<Record<string, string>> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "{}";
    throw error;
  });
  const pins = parse(text);
  if (pins === undefined)
    throw new VaultError(
      "damaged",
      `${path}, which holds the keys that servers showed before, cannot be read.`,
      "Remove it if you know why; servers are then trusted anew.",
    );
  return table(pins);
}

function parse(text: string): [string, string][] | undefined {
  try {
    const entries = Object.entries(JSON.parse(text) as object);
    return entries.every((entry): entry is [string, string] => typeof entry[1] === "string") ? entries : undefined;
  } catch {
    return undefined;
  }
}

async function writePins(path: string, pins: Record<string, string>): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const partial = `${path}.${randomUUID()}.part`;
  try {
    const file = await open(partial, "wx", 0o600);
    try {
      await file.writeFile(`${JSON.stringify(pins, null, 1)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partial, path);
  } finally {
    await rm(partial, { force: true });
  }
}

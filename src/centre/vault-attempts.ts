import { VaultError } from "../core/errors.ts";
import { type WrongPassphrases, waitBeforeNext } from "../vault/passphrase-delay.ts";
import { inWords } from "./passphrase-guard.ts";
import { openPrivate, type PrivatePlace } from "./private-store.ts";

/** Wrong passphrases that were given for vaults, by what names the vault; sealed where a privacy password is set. */
const file = "vault-attempts.json";
const none: WrongPassphrases = { count: 0, last: 0 };
/** Vaults that are told apart; beyond that the oldest are forgotten. */
const most = 200;

/** Wrong passphrases for a vault since the last right one, and the milliseconds until the next can be tried. @throws VaultError `locked` */
export async function vaultAttempts(
  place: PrivatePlace,
  vault: string,
): Promise<{ readonly count: number; readonly waitMs: number }> {
  const wrong = (await read(place)).get(vault) ?? none;
  return { count: wrong.count, waitMs: waitBeforeNext(wrong, place.now()) };
}

/** The last attempt on each vault, since the next has to know how it ended; another vault's place may be slow. */
const turns = new Map<string, Promise<unknown>>();

/**
 * Tries a passphrase on a vault. It is counted before it is tried, one after the other, so that many at once are no way round the delay. That
 * keeps a person at this page from guessing; who copies the vault is kept from it by scrypt alone.
 *
 * @throws VaultError `refused` while the delay lasts, and whatever `attempt` throws
 */
export function guarded<T>(place: PrivatePlace, vault: string, attempt: () => Promise<T>): Promise<T> {
  const turn = (turns.get(vault) ?? Promise.resolve()).then(() => tried(place, vault, attempt));
  const ended = turn
    .catch(() => undefined)
    .then(() => {
      if (turns.get(vault) === ended) turns.delete(vault);
    });
  turns.set(vault, ended);
  return turn;
}

async function tried<T>(place: PrivatePlace, vault: string, attempt: () => Promise<T>): Promise<T> {
  const wrong = (await read(place)).get(vault) ?? none;
  const wait = waitBeforeNext(wrong, place.now());
  if (wait > 0)
    throw new VaultError(
      "refused",
      `${wrong.count} wrong passphrases were given. The next one can be tried in ${inWords(wait)}.`,
      "Wait until then.",
    );
  await note(place, vault, { count: wrong.count + 1, last: place.now() });
  try {
    const found = await attempt();
    await note(place, vault, null);
    return found;
  } catch (error) {
    // Neither a place that does not answer nor one that is damaged tells anything about the passphrase.
    const isWrong = error instanceof VaultError && error.code === "wrong-passphrase";
    if (!isWrong) await note(place, vault, wrong.count === 0 ? null : wrong);
    throw error;
  }
}

async function read(place: PrivatePlace): Promise<Map<string, WrongPassphrases>> {
  const text = await (await openPrivate(place)).readText(file);
  const kept = new Map<string, WrongPassphrases>();
  try {
    for (const [vault, { count, last: at }] of Object.entries(
      JSON.parse(text ?? "{}") as Record<string, WrongPassphrases>,
    ))
      if (Number.isSafeInteger(count) && Number.isFinite(at)) kept.set(vault, { count, last: at });
  } catch {
    // What cannot be read counts for nothing: scrypt still stands between a guesser and the vault.
  }
  return kept;
}

let writing: Promise<unknown> = Promise.resolve();

/** A full disk keeps nobody from what is theirs. Attempts on several vaults share one file. */
function note(place: PrivatePlace, vault: string, wrong: WrongPassphrases | null): Promise<void> {
  const done = writing.then(() => write(place, vault, wrong));
  writing = done.catch(() => undefined);
  return done;
}

async function write(place: PrivatePlace, vault: string, wrong: WrongPassphrases | null): Promise<void> {
  const all = await read(place);
  if (wrong === null && !all.has(vault)) return;
  all.delete(vault);
  if (wrong) all.set(vault, wrong);
  const kept = Object.fromEntries([...all].slice(-most));
  await openPrivate(place)
    .then((store) => store.write(file, `${JSON.stringify(kept)}\n`))
    .catch(() => undefined);
}

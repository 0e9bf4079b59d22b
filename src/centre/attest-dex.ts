import { randomBytes } from "node:crypto";
import { DeviceError, FormatError } from "../core/errors.ts";
import type { Output, Source } from "../core/source.ts";
import { openSync, type SyncClient } from "../device/sync-client.ts";
import { pemOf, readAttestAnswer, readable } from "./attest-answer.ts";
import { attestClass, attestProgram } from "./attest-program.ts";
import { listening } from "./phone-hashes.ts";

/** What the phone's key store answered: a chain of certificates as PEM, the key's first, or why there is none, as a sentence. */
export type DexAttestation = (
  | { readonly route: "app_process"; readonly chainPem: string }
  | { readonly refused: string }
) & {
  /** Where the program still lies on the phone because it could not be removed; null where it is gone. */
  readonly leftOnPhone: string | null;
};

/** What asking does on the phone, step by step, to be shown before it is agreed to. */
export const dexAttestationSteps: readonly string[] = [
  "A program of 6 kB is put into /data/local/tmp, the folder for files that come over USB debugging.",
  "The phone runs it for some seconds, with the rights of USB debugging. It has the key store make a new key, and the hardware attest it.",
  "The key and the program are removed again. Nothing is installed, and no setting is changed.",
];

const folder = "/data/local/tmp";
/** Of the file without `.dex`. */
const namePattern = /^candor-attest-[0-9a-f]{32}$/;
/** A key store whose keys are used up fetches new ones meanwhile. */
const runLimits = { timeoutMs: 30_000, maxBytes: 256 * 1024 };
const shortLimits = { timeoutMs: 15_000, maxBytes: 4096 };
/** What an interrupted run left is removed by the next one; younger ones may be another Candor's. */
const staleSeconds = 600n;

/**
 * Has the phone's hardware attest a fresh key over `challenge` by a small program that the phone's own `app_process` runs, as adb's shell.
 * The program lies on the phone for the seconds in which it runs; ask the person first. Nothing of the answer is verified here.
 *
 * @param challenge 1 to 128 bytes.
 * @throws DeviceError `gone`, `cancelled`, `refused` where the source is no phone. The program is then removed if the phone still answers.
 */
export async function attestByDex(phone: Source, challenge: Uint8Array, signal?: AbortSignal): Promise<DexAttestation> {
  if (challenge.length === 0 || challenge.length > 128) throw new RangeError("a challenge has 1 to 128 bytes");
  if (phone.services === undefined)
    throw new DeviceError("refused", "Only the hardware of a connected phone can be asked.");
  if (signal?.aborted) throw new DeviceError("cancelled", "It was stopped.");
  const name = `candor-attest-${randomBytes(16).toString("hex")}`;
  const path = `${folder}/${name}.dex`;
  let answer: Answer;
  try {
    const problem = await put(phone, path, signal);
    answer = problem === null ? await runProgram(phone, path, challenge, signal) : { refused: problem };
  } catch (error) {
    await removed(phone, [name]).catch(() => false);
    throw error;
  }
  return { ...answer, leftOnPhone: (await removed(phone, [name]).catch(() => false)) ? null : path };
}

type Answer = { readonly route: "app_process"; readonly chainPem: string } | { readonly refused: string };

/** Puts the program on the phone and reads it back; gives a sentence where the phone does not keep it as it is. */
async function put(phone: Source, path: string, signal: AbortSignal | undefined): Promise<string | null> {
  const program = await attestProgram();
  const sync = await openSync(phone, signal);
  try {
    await removeStale(phone, sync);
    // Nobody else can change it: newer Androids run no file that its user can write, and adb's shell is exempt only as yet.
    await sync.write(encoded(path), {
      permissions: 0o444,
      mtime: BigInt(Math.floor(Date.now() / 1000)),
      pieces: whole(program),
    });
    return (await isSame(sync, path, program)) ? null : "The phone did not keep the program as it was sent.";
  } catch (error) {
    if (error instanceof FormatError) return "The phone's answer while the program was sent is not adb's.";
    if (!(error instanceof DeviceError) || error.code !== "refused") throw error;
    return `The phone did not take the program: ${readable(error.message)}`;
  } finally {
    sync.close();
  }
}

async function* whole(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function isSame(sync: SyncClient, path: string, program: Uint8Array): Promise<boolean> {
  let at = 0;
  for await (const piece of sync.read(encoded(path))) {
    if (!piece.every((byte, i) => byte === program[at + i])) return false;
    at += piece.length;
  }
  return at === program.length;
}

async function removeStale(phone: Source, sync: SyncClient): Promise<void> {
  const stale: string[] = [];
  const before = BigInt(Math.floor(Date.now() / 1000)) - staleSeconds;
  for await (const { name, stat } of sync.list(encoded(folder))) {
    const [, plain = ""] = /^(.*)\.dex$/.exec(decoded(name)) ?? [];
    if (stale.length < 200 && namePattern.test(plain) && stat !== null && stat.mtime < before) stale.push(plain);
  }
  if (stale.length > 0) await removed(phone, stale);
}

async function runProgram(
  phone: Source,
  path: string,
  challenge: Uint8Array,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  const script = 'CLASSPATH="$0" app_process / "$1" "$2"';
  const argument = Buffer.from(challenge).toString("hex");
  let output: Output;
  try {
    // A key store that fetches keys says nothing for longer than a phone that is there does.
    output = await listening(phone, () =>
      phone.run(["sh", "-c", script, path, attestClass, argument], { ...runLimits, signal }),
    );
  } catch (error) {
    if (!(error instanceof DeviceError)) throw error;
    if (error.code === "timeout") return { refused: "The phone's key store did not answer within 30 seconds." };
    if (error.code === "too-large") return { refused: notTheProgram };
    if (error.code === "refused") return { refused: `The phone did not run the program: ${readable(error.message)}` };
    throw error;
  }
  return answerOf(output);
}

const notTheProgram = "What the phone answered is not what the program prints.";

function answerOf({ stdout, stderr }: Output): Answer {
  try {
    const answer = readAttestAnswer(decoded(stdout));
    if ("words" in answer) return { refused: `The phone's key store attests no key: ${answer.words}` };
    return { route: "app_process", chainPem: pemOf(answer.certificates) };
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    const said = readable(decoded(stderr));
    return { refused: said === "" ? notTheProgram : `The phone did not run the program to its end: ${said}` };
  }
}

/** Up to Android 9, the phone compiles what it runs, and puts that beside it. Folders go when nothing else is in them. */
const removal = `cd "$0" || exit
for n; do rm -f "$n".dex oat/*/"$n".*; done
rmdir oat/* oat 2>/dev/null
for n; do for f in "$n".dex oat/*/"$n".*; do if [ -e "$f" ]; then echo there; fi; done; done
echo end`;

/** Removes programs, also where the person stopped it, and looks whether they are gone. */
async function removed(phone: Source, names: readonly string[]): Promise<boolean> {
  const { stdout } = await phone.run(["sh", "-c", removal, folder, ...names], shortLimits);
  return decoded(stdout).trim() === "end";
}

function decoded(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

import { createHash, randomBytes } from "node:crypto";
import { allDifferences, type HardwareDifference } from "../checks/wording/hardware-differences.ts";
import { collect } from "../core/collect.ts";
import { DeviceError, FormatError, VaultError } from "../core/errors.ts";
import type { Json } from "../core/json.ts";
import type { Source } from "../core/source.ts";
import {
  type AskedHardware,
  type AttestationRoute,
  attestationRoutes,
  type HardwareSilence,
  hardwareWorths,
  type PinChange,
} from "../facts/attestation.ts";
import { properties } from "../facts/properties.ts";
import type { AttestationRoot } from "../feeds/attestation-roots.ts";
import { readPemChain } from "../formats/attestation-chain.ts";
import { askForRequest } from "./ask-for-request.ts";
import { judgeChain, judgeRequest, requestMarks } from "./attest.ts";
import { attestByDex } from "./attest-dex.ts";
import { type KeptHardware, keepHardware, keptHardware } from "./attestation-store.ts";
import { identityOf } from "./change-facts.ts";
import type { PhoneIdentity } from "./change-records.ts";
import { type HardwarePin, pinHardware } from "./hardware-pin.ts";
import { type AskedRoute, type HardwareWord, hardwareWord } from "./hardware-word.ts";
import { type AttestationBody, noteInJournal } from "./journal-notes.ts";
import { openJournal, openPrivate, type PrivatePlace } from "./private-store.ts";
import { version } from "./version.ts";

/** What a phone's hardware said, and what it is worth: `candor.phone-attestation/1`. */
export interface PhoneAttestation extends HardwareWord {
  readonly schema: "candor.phone-attestation/1";
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly phone: PhoneIdentity;
  readonly routes: readonly AskedRoute[];
  /** What the system's properties say otherwise. */
  readonly differences: readonly HardwareDifference[];
  readonly pin: {
    /** `first`: nothing was remembered. `unknown`: it cannot be read, or there was nothing to compare. */
    readonly state: "first" | "same" | "changed" | "unknown";
    readonly since: string | null;
    readonly changed: readonly PinChange[];
  };
  /** Whether it is kept for examinations; else why not, in a sentence. */
  readonly kept: true | string;
}

export interface AskOptions {
  readonly routes: readonly AttestationRoute[];
  readonly place: PrivatePlace;
  readonly signal?: AbortSignal | undefined;
  /** Takes what answers now for the phone's hardware from now on: after a repair. */
  readonly anew?: boolean | undefined;
  /** Says in the journal what is put onto the phone, and what came of it; not for virtual phones. */
  readonly noted: boolean;
  /** Roots that are trusted besides Google's. */
  readonly moreRoots?: readonly AttestationRoot[] | undefined;
}

/** What was answered, as text: certificates as PEM, a request between `requestMarks`, and the challenges. It names the phone. */
export interface AskedPhone {
  readonly attestation: PhoneAttestation;
  /** Null where nothing was obtained. */
  readonly answers: string | null;
}

/**
 * Asks the hardware of a connected phone, with a fresh challenge for each way, and judges what it says. Nothing that the phone answers is
 * believed unverified. The way `app_process` puts a program onto the phone for some seconds: ask the person first.
 *
 * @throws DeviceError `refused` where the source is no phone, and where the phone is gone
 */
export async function attestPhone(source: Source, options: AskOptions): Promise<AskedPhone> {
  const { place, signal } = options;
  if (source.kind !== "phone")
    throw new DeviceError(
      "refused",
      "Only the hardware of a connected phone can be asked.",
      "Connect the phone. An answer that was saved can be verified: candor attest verify FILE",
    );
  const { phone, said } = await systemOf(source, signal);
  const found: Asked[] = [];
  for (const route of options.routes) found.push(await ways[route](source, phone, options));
  const at = new Date(place.now()).toISOString();
  const routes = found.map(({ asked }) => asked);
  const word = hardwareWord(routes);
  const answers = found.flatMap(({ answer }) => answer ?? []);
  const text = answers.length === 0 ? null : [`Asked by Candor ${version}, ${at}`, ...answers, ""].join("\n");
  const inVain = found.flatMap(({ asked, isOurs }) => (asked.obtained || isOurs ? [] : [asked.route]));
  const remembered = await remember(options, phone, { at, routes, word, answers: text, inVain });
  const differences = allDifferences(word.statements, said, true);
  const attestation: PhoneAttestation = {
    schema: "candor.phone-attestation/1",
    ...{ at, phone, routes, ...word, differences, ...remembered },
  };
  if (options.noted) await noteInJournal(place, [{ kind: "attestation", body: resultNote(attestation) }]);
  return { attestation, answers: text };
}

function resultNote({ phone, worth, routes }: PhoneAttestation): AttestationBody {
  const answers = routes.flatMap((each) => (each.obtained ? [{ route: each.route, sha256: each.sha256 }] : []));
  return { about: `Asked the phone's hardware: ${worthWords[worth]}`, phone, answers };
}

/** For the journal. */
const worthWords: Readonly<Record<HardwareWord["worth"], string>> = {
  proven: "proven",
  "not-looked-up": "said by hardware, its keys not looked up",
  unvouched: "neither proven nor contradicted",
  software: "no hardware made the answer",
  "not-proven": "not proven",
  "not-obtained": "it did not answer",
  refuted: "the answer does not hold",
};

interface Asked {
  readonly asked: AskedRoute;
  readonly answer?: string;
  /** It was not asked, for a reason of this computer. */
  readonly isOurs?: boolean;
}

type Way = (source: Source, phone: PhoneIdentity, options: AskOptions) => Promise<Asked>;

const ways: Readonly<Record<AttestationRoute, Way>> = { csr: byRequest, app_process: byProgram };

async function byRequest(source: Source, _phone: PhoneIdentity, { signal }: AskOptions): Promise<Asked> {
  const challenge = randomBytes(16);
  const answer = await askForRequest(source, challenge, signal);
  if ("refused" in answer)
    return { asked: { route: "csr", obtained: false, reason: answer.refused, leftOnPhone: null } };
  const verdict = await judgeRequest(answer.request, challenge.toString("hex"));
  const [begin, end] = requestMarks;
  const lines = Buffer.from(answer.request).toString("base64").replaceAll(/.{64}/g, "$&\n").trimEnd();
  return {
    asked: { route: "csr", obtained: true, sha256: sha256(answer.request), verdict, leftOnPhone: null },
    answer: `${challengeOf.csr}${challenge.toString("hex")}\n${begin}\n${lines}\n${end}`,
  };
}

async function byProgram(source: Source, phone: PhoneIdentity, options: AskOptions): Promise<Asked> {
  const { place, signal, noted, moreRoots } = options;
  const refused = (reason: string, leftOnPhone: string | null = null): Asked => ({
    asked: { route: "app_process", obtained: false, reason, leftOnPhone },
  });
  if (noted) {
    // What is put onto a phone is in the journal before it is there.
    const failed = await noteIntent(place, phone);
    if (failed !== null) return { ...refused(failed), isOurs: true };
  }
  const challenge = randomBytes(32);
  const answer = await attestByDex(source, challenge, signal);
  const { leftOnPhone } = answer;
  if ("refused" in answer) return refused(answer.refused, leftOnPhone);
  const question = { challenge: challenge.toString("hex"), at: place.now(), moreRoots };
  try {
    const chain = readPemChain(answer.chainPem);
    const verdict = await judgeChain(chain, question, place.dataFolder);
    return {
      asked: { route: "app_process", obtained: true, sha256: sha256(answer.chainPem), verdict, leftOnPhone },
      answer: `${challengeOf.app_process}${question.challenge}\n${answer.chainPem.trimEnd()}`,
    };
  } catch (error) {
    if (error instanceof FormatError)
      return refused(`What the phone answered cannot be read: ${error.message}.`, leftOnPhone);
    throw error;
  }
}

/** Null where it was noted, else why not. */
async function noteIntent(place: PrivatePlace, phone: PhoneIdentity): Promise<string | null> {
  const about = "Puts a small program onto the phone for some seconds, to ask its hardware";
  const body: AttestationBody = { about, phone, answers: [] };
  try {
    const journal = await openJournal(place);
    try {
      await journal.append("attestation", body as unknown as Json);
      return null;
    } finally {
      await journal.close();
    }
  } catch (error) {
    if (error instanceof VaultError) return `It could not be noted in the journal. ${error.message}`;
    throw error;
  }
}

/** Which phone it is, and what its system says. */
async function systemOf(source: Source, signal: AbortSignal | undefined) {
  const snapshot = await collect(source, [properties], { version, signal });
  if (signal?.aborted) throw new DeviceError("cancelled", "It was stopped.");
  const read = snapshot.facts[properties.id];
  if (read?.state === "unknown") throw new DeviceError(read.code === "gone" ? "gone" : "refused", read.reason);
  const said = read?.value as Readonly<Record<string, string>>;
  return { phone: identityOf(source, snapshot), said };
}

interface Told {
  readonly at: string;
  readonly routes: readonly AskedRoute[];
  readonly word: HardwareWord;
  readonly answers: string | null;
  /** Ways that the phone was asked by and that gave nothing. */
  readonly inVain: readonly AttestationRoute[];
}

/** Compares with what is remembered, and keeps what is new. */
async function remember(
  { place, anew = false }: AskOptions,
  phone: PhoneIdentity,
  { at, routes, word, answers, inVain }: Told,
): Promise<Pick<PhoneAttestation, "pin" | "kept">> {
  const unknown = { state: "unknown", since: null, changed: [] } as const;
  try {
    const store = await openPrivate(place);
    const before = anew ? undefined : await keptHardware(store, phone.serial);
    const silent = silenceOf(before, routes, inVain, at);
    // What was obtained once is not lost because the phone does not answer now.
    if (answers === null && before !== undefined && before.answers !== null) {
      await keepHardware(store, phone.serial, { ...before, asked: { ...before.asked, silent } });
      return { pin: shown(before.pin, []), kept: "Nothing was obtained; what was obtained before is still kept." };
    }
    const { pin, changed } = pinHardware(before?.pin ?? null, routes, word, at);
    if (before !== undefined && changed.length === 0 && tellsMore(before.asked, { at, build: phone.build, word })) {
      await keepHardware(store, phone.serial, { ...before, asked: { ...before.asked, silent }, pin });
      return {
        pin: shown(pin, []),
        kept: `What was obtained on ${before.asked.at.slice(0, 10)} proves more, and is still kept.`,
      };
    }
    const asked: AskedHardware = {
      ...{ at, build: phone.build, ...word },
      pin: pin === null ? null : { since: pin.since, changed },
      silent,
    };
    await keepHardware(store, phone.serial, { kept: 1, asked, pin, answers }, anew);
    const first = (before?.pin ?? null) === null && pin !== null;
    return { pin: first ? { ...shown(pin, []), state: "first" } : shown(pin, changed), kept: true };
  } catch (error) {
    // What was told is told, whether it can be kept or not.
    if (error instanceof VaultError) return { pin: unknown, kept: `${error.message} ${error.next ?? ""}`.trim() };
    throw error;
  }
}

/** Ways that gave an answer before and none now; of those that were not asked now, what was known. */
function silenceOf(
  before: KeptHardware | undefined,
  asked: readonly AskedRoute[],
  inVain: readonly AttestationRoute[],
  at: string,
): HardwareSilence | null {
  if (before === undefined) return null;
  const known = before.asked.silent;
  const now = new Set(asked.map(({ route }) => route));
  const answered = (route: AttestationRoute) => before.answers?.includes(challengeOf[route]) ?? false;
  const fresh = inVain.filter((route) => answered(route) || known?.routes.includes(route));
  const left = known?.routes.filter((route) => !now.has(route)) ?? [];
  const routes = attestationRoutes.filter((route) => fresh.includes(route) || left.includes(route));
  if (routes.length === 0) return null;
  return {
    routes,
    answered: known?.answered ?? before.asked.at,
    since: known?.since ?? at,
    at: fresh.length > 0 || known === null ? at : known.at,
  };
}

/** How the answers that are kept begin. */
const challengeOf: Readonly<Record<AttestationRoute, string>> = {
  csr: "Challenge of the request: ",
  app_process: "Challenge of the key: ",
};

/** Whether an earlier answer proves more than the one of now, and nothing speaks against it. */
function tellsMore(
  before: AskedHardware,
  now: { readonly at: string; readonly build: string | null; readonly word: HardwareWord },
): boolean {
  const { worth, statements } = now.word;
  const order = hardwareWorths.slice(1);
  const recent = Date.parse(now.at) - Date.parse(before.at) < 7 * 86_400_000;
  const agrees = statements.every(({ locked, state }) =>
    before.statements.every((each) => each.locked === locked && each.state === state),
  );
  const better =
    worth !== "refuted" && before.worth !== "refuted" && order.indexOf(before.worth) < order.indexOf(worth);
  return recent && agrees && better && before.build === now.build;
}

function shown(pin: HardwarePin | null, changed: readonly PinChange[]): PhoneAttestation["pin"] {
  if (pin === null) return { state: "unknown", since: null, changed: [] };
  return { state: changed.length > 0 ? "changed" : "same", since: pin.since, changed };
}

function sha256(data: string | Uint8Array): string {
  return createHash("sha256").update(data).digest("hex");
}

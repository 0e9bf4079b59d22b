import { dexAttestationSteps } from "../centre/attest-dex.ts";
import { type AskedPhone, attestPhone, type PhoneAttestation } from "../centre/attest-phone.ts";
import { fileNote } from "../centre/journal-notes.ts";
import { writeFileAtomic } from "../centre/write-file.ts";
import type { Source } from "../core/source.ts";
import type { attestRouteChoices } from "./attest-routes.ts";
import { phoneAttestationLines, wrapped } from "./attest-text.ts";
import { withPhone } from "./change-run.ts";
import { confirmed } from "./confirmed.ts";
import { type Context, columns, exitCodes, mayColor } from "./context.ts";
import { note } from "./note.ts";
import type { SourceFlags } from "./source-flags.ts";

export interface AttestPhoneFlags extends SourceFlags {
  readonly json: boolean;
  readonly route: (typeof attestRouteChoices)[number];
  readonly yes: boolean;
  readonly anew: boolean;
  readonly save?: string;
}

/** `candor attest [SOURCE]`: asks the phone's hardware, and tells what its word is worth. */
export async function attestThePhone(this: Context, flags: AttestPhoneFlags, input?: string): Promise<void> {
  await withPhone(this, flags, async (source) => await asked(this, flags, source, input), input);
}

async function asked(context: Context, flags: AttestPhoneFlags, source: Source, input?: string): Promise<number> {
  const { stdout, env } = context.process;
  const routes = await agreedRoutes(context, flags, source);
  if (routes.length === 0) return exitCodes.usage;
  const noted = input?.startsWith("virtual:") !== true;
  const moreRoots = noted ? [] : (await import("../centre/virtual-roots.ts")).virtualRoots;
  const found = await attestPhone(source, {
    ...{ routes, place: context, signal: context.signal, anew: flags.anew, noted },
    moreRoots,
  });
  if (flags.save !== undefined) await save(context, flags.save, found, input);
  const { attestation } = found;
  if (flags.json) stdout.write(`${JSON.stringify(attestation, null, 1)}\n`);
  else {
    const lines = phoneAttestationLines(attestation, mayColor(stdout, env));
    stdout.write(wrapped(lines, columns(stdout)));
  }
  return isFine(attestation) ? exitCodes.fine : exitCodes.findings;
}

/** The ways to go: what puts a program onto the phone only where the person agrees to it. */
async function agreedRoutes(context: Context, { route, yes }: AttestPhoneFlags, source: Source) {
  if (route === "csr" || source.kind !== "phone") return ["csr"] as const;
  const { stderr } = context.process;
  const steps = dexAttestationSteps.map((step, at) => `${at + 1}. ${step}`);
  if (!yes) stderr.write(wrapped(steps, columns(stderr)));
  const agreed = yes || (await confirmed(context, "Put it onto the phone for these seconds?"));
  if (agreed) return route === "both" ? (["app_process", "csr"] as const) : (["app_process"] as const);
  if (route === "app_process") return [];
  stderr.write("The key store is not asked; only a request for keys is, which puts nothing onto the phone.\n");
  return ["csr"] as const;
}

async function save(context: Context, path: string, { answers, attestation }: AskedPhone, input?: string) {
  const { stderr } = context.process;
  if (answers === null) {
    stderr.write("Nothing was obtained, so nothing was saved.\n");
    return;
  }
  await writeFileAtomic(path, answers);
  await note(context, input, [{ kind: "export", body: await fileNote(path, "attestation", attestation.phone.serial) }]);
  stderr.write("What was saved names this phone for as long as it exists: give it only to whom you would tell that.\n");
}

function isFine({ worth, differences, pin, statements }: PhoneAttestation): boolean {
  const started = statements.every(({ locked, state }) => locked === true && state === "verified");
  return worth === "proven" && differences.length === 0 && pin.changed.length === 0 && started;
}

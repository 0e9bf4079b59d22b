import { DeviceError, VaultError } from "../core/errors.ts";
import type { Source } from "../core/source.ts";
import { type HardwareAnswer, hardwareSchema } from "../facts/attestation.ts";
import { keptHardware } from "./attestation-store.ts";
import { connectedPhone } from "./change-facts.ts";
import { withChoices } from "./choice-source.ts";
import { openPrivate, type PrivatePlace } from "./private-store.ts";

/** The pseudo-command that asks what the phone's hardware vouched for when Candor asked it last. */
export const attestationCommand = ["candor", "attestation"] as const;

/** A source that also answers `["candor", "attestation"]`, from what is kept of the phone that it is, or is a capture of. */
export function withAttestation(source: Source, place: PrivatePlace): Source {
  return {
    kind: source.kind,
    name: source.name,
    takenAt: source.takenAt,
    ...(source.services === undefined ? {} : { services: source.services }),
    run: async (command, limits) => {
      if (command.join(" ") !== attestationCommand.join(" ")) return await source.run(command, limits);
      const answer = await answerOf(source, place, limits.signal);
      const stdout = new TextEncoder().encode(`${JSON.stringify(answer)}\n`);
      const origin = answer.asked === null ? undefined : `asked on ${answer.asked.at.slice(0, 10)}`;
      return { stdout, stderr: new Uint8Array(), exitCode: 0, origin };
    },
    close: () => source.close(),
  };
}

/** A source that also answers what Candor keeps of the phone: what was chosen for it, and what its hardware vouched for. */
export function withWhatIsKept(source: Source, place: PrivatePlace): Source {
  return withAttestation(withChoices(source, place), place);
}

async function answerOf(source: Source, place: PrivatePlace, signal?: AbortSignal): Promise<HardwareAnswer> {
  const none = { schema: hardwareSchema, asked: null } as const;
  try {
    const store = await openPrivate(place);
    if (store.state === "locked") return { ...none, unread: "What Candor keeps is locked: candor unlock opens it." };
    const kept = await keptHardware(store, await serialOf(source, signal));
    return { ...none, unread: null, asked: kept?.asked ?? null };
  } catch (error) {
    if (error instanceof VaultError) return { ...none, unread: error.message };
    if (error instanceof Error && "syscall" in error)
      return { ...none, unread: "What Candor keeps could not be read: this computer does not allow it." };
    throw error;
  }
}

async function serialOf(source: Source, signal: AbortSignal | undefined): Promise<string> {
  try {
    return (await connectedPhone(source, signal)).serial;
  } catch (error) {
    // A capture without properties: nobody can tell which phone it is of.
    if (error instanceof DeviceError && error.code === "refused") return source.name;
    throw error;
  }
}

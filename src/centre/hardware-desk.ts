import type { AskedHardware } from "../facts/attestation.ts";
import { dexAttestationSteps } from "./attest-dex.ts";
import { keptHardware } from "./attestation-store.ts";
import { listExaminations } from "./examinations.ts";
import { unprovenWords } from "./hardware-words.ts";
import type { PrivateStore } from "./private-store.ts";

/** What the page shows before a phone's hardware is asked. Texts of the phone are outside text. */
export interface HardwareDesk {
  /** The last time, with why it is no proof in sentences; null where it was never asked. */
  readonly asked: (AskedHardware & { readonly why: readonly string[] }) | null;
  /** What asking by a program does on the phone, step by step. */
  readonly steps: readonly string[];
}

/** For the phone of an examination; undefined where there is none of this id. @throws VaultError `locked`, `damaged` */
export async function hardwareDesk(store: PrivateStore, examination: string): Promise<HardwareDesk | undefined> {
  const found = (await listExaminations(store)).find(({ id }) => id === examination);
  if (found === undefined) return undefined;
  const kept = found.serial === null ? undefined : await keptHardware(store, found.serial);
  return { asked: kept === undefined ? null : { ...kept.asked, why: whyOf(kept.asked) }, steps: dexAttestationSteps };
}

/** Why it is no proof, each sentence once. */
export function whyOf({ reasons }: Pick<AskedHardware, "reasons">): readonly string[] {
  return [...new Set(reasons.map(unprovenWords))];
}

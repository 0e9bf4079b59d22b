import { createHash } from "node:crypto";
import { FormatError, VaultError } from "../core/errors.ts";
import { type AskedHardware, askedShape } from "../facts/attestation.ts";
import { members, nullable, text } from "../formats/json-shape.ts";
import type { HardwarePin } from "./hardware-pin.ts";
import { isLockedError, type PrivateStore } from "./private-store.ts";

/** What is kept of a phone's hardware; private, since the answers name the phone for as long as it exists. */
export interface KeptHardware {
  readonly kept: 1;
  readonly asked: AskedHardware;
  readonly pin: HardwarePin | null;
  /** As `candor attest --save` writes it; null where nothing was obtained. */
  readonly answers: string | null;
}

/** What is kept of the phone with this serial number. @throws VaultError `locked`, `damaged` */
export async function keptHardware(store: PrivateStore, serial: string): Promise<KeptHardware | undefined> {
  const found = await store.readText(nameOf(store, serial));
  if (found === undefined) return undefined;
  try {
    return shape(JSON.parse(found), "what is kept of the hardware");
  } catch (error) {
    if (!(error instanceof FormatError) && !(error instanceof SyntaxError)) throw error;
    throw new VaultError(
      "damaged",
      "What was kept of this phone's hardware cannot be read.",
      "Ask it again and take it as new: candor attest --anew",
    );
  }
}

/** Keeps it in place of what was kept before. @throws VaultError `locked` */
export async function keepHardware(store: PrivateStore, serial: string, kept: KeptHardware): Promise<void> {
  await store.write(nameOf(store, serial), JSON.stringify(kept));
}

/** A serial number may be crafted, so its digest names the file. */
function nameOf(store: PrivateStore, serial: string): string {
  const disguised = store.disguise(serial);
  if (disguised === null) throw isLockedError("What Candor keeps of your phones");
  return `hardware/${createHash("sha256").update(disguised).digest("hex").slice(0, 40)}.json`;
}

const level = nullable(text(10, /^[\d-]*$/));
const key = nullable(text(200, /^[0-9a-f]+$/));
const shape = members<KeptHardware>({
  kept: (value) => {
    if (value !== 1) throw new FormatError("hardware", "it is of another Candor");
    return 1;
  },
  asked: askedShape,
  pin: nullable(
    members<HardwarePin>({
      since: text(40),
      identity: key,
      bootKey: key,
      osPatchLevel: level,
      vendorPatchLevel: level,
      bootPatchLevel: level,
    }),
  ),
  answers: nullable(text(1_000_000)),
});

import { FormatError, VaultError } from "../core/errors.ts";
import { type AskedHardware, askedShape } from "../facts/attestation.ts";
import { list, members, nullable, type Shape, text } from "../formats/json-shape.ts";
import type { HardwarePin } from "./hardware-pin.ts";
import type { PrivateStore } from "./private-store.ts";

/** What is kept of a phone's hardware; private, since the answers name the phone for as long as it exists. */
export interface KeptHardware {
  readonly kept: 1;
  readonly asked: AskedHardware;
  readonly pin: HardwarePin | null;
  /** As `candor attest --save` writes it; null where nothing was obtained. */
  readonly answers: string | null;
}

/** Phones whose hardware is remembered; the one that was asked longest ago is forgotten first. */
const mostPhones = 500;
/** One file for all phones, so that no name on the disk tells which phones there are. */
const file = "hardware.json";

/** What is kept of the phone with this serial number. @throws VaultError `locked`, `damaged` */
export async function keptHardware(store: PrivateStore, serial: string): Promise<KeptHardware | undefined> {
  const found = (await allKept(store)).get(serial);
  try {
    return found === undefined ? undefined : shape(found, "what is kept of the hardware");
  } catch (error) {
    if (error instanceof FormatError) throw damaged();
    throw error;
  }
}

/** Keeps it in place of what was kept before; `anew` also where nothing that was kept can be read. @throws VaultError `locked`, `damaged` */
export async function keepHardware(
  store: PrivateStore,
  serial: string,
  kept: KeptHardware,
  anew = false,
): Promise<void> {
  const phones = await allKept(store).catch((error: unknown) => {
    if (anew && error instanceof VaultError && error.code === "damaged") return new Map<string, unknown>();
    throw error;
  });
  phones.delete(serial);
  phones.set(serial, kept);
  await store.write(
    file,
    JSON.stringify({
      kept: 1,
      phones: [...phones].slice(-mostPhones).map(([name, each]) => ({ serial: name, kept: each })),
    }),
  );
}

async function allKept(store: PrivateStore): Promise<Map<string, unknown>> {
  if (store.state === "locked")
    throw new VaultError("locked", "What Candor keeps of your phones is locked.", "Give the passphrase: candor unlock");
  const text = await store.readText(file);
  if (text === undefined) return new Map();
  try {
    const { phones } = whole(JSON.parse(text), "what is kept of hardware");
    return new Map(phones.map(({ serial, kept }) => [serial, kept]));
  } catch (error) {
    if (error instanceof FormatError || error instanceof SyntaxError) throw damaged();
    throw error;
  }
}

function damaged(): VaultError {
  return new VaultError(
    "damaged",
    "What was kept of this phone's hardware cannot be read.",
    "Ask it again and take it as new: candor attest --anew",
  );
}

const level = nullable(text(10, /^[\d-]*$/));
const key = nullable(text(200, /^[0-9a-f]+$/));
const first: Shape<1> = (value) => {
  if (value !== 1) throw new FormatError("hardware", "it is of another Candor");
  return 1;
};
const shape = members<KeptHardware>({
  kept: first,
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

const whole = members<{ kept: 1; phones: readonly { readonly serial: string; readonly kept: unknown }[] }>({
  kept: first,
  phones: list(members({ serial: text(1000), kept: (value: unknown) => value }), mostPhones),
});

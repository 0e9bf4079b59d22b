import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { openPrivate, type PrivatePlace } from "./private-store.ts";
import { knownVaults } from "./vault-known.ts";
import { writeFileAtomic } from "./write-file.ts";

/** The signed state of the journal that a vault holds, as it was put there last. */
export interface VaultWitness {
  /** ISO 8601. */
  readonly at: string;
  /** Entries that it is over. */
  readonly size: number;
  /** The snapshot that holds it. */
  readonly snapshot: string;
}

/** Whether vaults get the signed states of the journal by themselves. Not private. */
export interface WitnessSettings {
  readonly vaults: boolean;
}

const settingsFile = "journal-witness.json";
const settingsShape = z.object({ vaults: z.boolean() });
/** Private: it tells which vaults there are. */
const file = "vault-witnesses.json";
const schema = "candor.vault-witnesses/1";
const shape = z.object({
  schema: z.literal(schema),
  vaults: z.record(
    z.string().regex(/^[0-9a-f]{64}$/),
    z.object({
      at: z.iso.datetime(),
      size: z.int().nonnegative(),
      snapshot: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
  /** Vaults that the journal contradicted when it was to be kept there, and what was said of it. */
  contradicted: z.record(z.string(), z.array(z.string().max(2000)).max(50)).default({}),
});
type Kept = z.output<typeof shape>;

/** The setting: on where nobody said otherwise. */
export async function witnessSettings(dataFolder: string): Promise<WitnessSettings> {
  const text = await readFile(join(dataFolder, settingsFile), "utf8").catch(() => "null");
  const read = settingsShape.safeParse(parsed(text));
  return read.success ? read.data : { vaults: true };
}

/** Keeps the setting. @throws the system's error */
export async function writeWitnessSettings(dataFolder: string, settings: WitnessSettings): Promise<void> {
  await writeFileAtomic(join(dataFolder, settingsFile), `${JSON.stringify(settings)}\n`);
}

/** What was put into which vault last, by the vault's number; nothing where that cannot be read. @throws VaultError `locked` */
export async function vaultWitnesses(place: PrivatePlace): Promise<Readonly<Record<string, VaultWitness>>> {
  return (await readKept(place)).vaults;
}

/** What was said where the journal contradicted a vault that is known, for as long as it does. @throws VaultError `locked`, `damaged` */
export async function contradictions(place: PrivatePlace): Promise<readonly string[]> {
  const [{ contradicted }, vaults] = [await readKept(place), await knownVaults(place)];
  return [...new Set(vaults.flatMap(({ id }) => contradicted[id] ?? []))];
}

/** Remembers that the journal contradicts what a vault holds. @throws VaultError `locked` */
export async function rememberContradiction(
  place: PrivatePlace,
  vault: string,
  said: readonly string[],
): Promise<void> {
  const kept = await readKept(place);
  await writeKept(place, { ...kept, contradicted: { ...kept.contradicted, [vault]: said.slice(0, 50) } });
}

/** A vault that Candor knows, and the signed state that it holds. */
export interface NamedWitness extends Pick<VaultWitness, "at" | "size"> {
  readonly vault: string;
  readonly name: string;
}

/** The vaults that hold a signed state of the journal, the newest first. @throws VaultError `locked`, `damaged` */
export async function witnessesOf(place: PrivatePlace): Promise<readonly NamedWitness[]> {
  const [witnesses, vaults] = [await vaultWitnesses(place), await knownVaults(place)];
  return vaults
    .flatMap(({ id, name }) => {
      const found = witnesses[id];
      return found ? [{ vault: id, name, at: found.at, size: found.size }] : [];
    })
    .sort((a, b) => b.at.localeCompare(a.at));
}

/** Remembers what a vault holds now; it contradicts the journal no more. @throws VaultError `locked` */
export async function rememberWitness(place: PrivatePlace, vault: string, witness: VaultWitness): Promise<void> {
  const { vaults, contradicted } = await readKept(place);
  const others = Object.fromEntries(Object.entries(contradicted).filter(([id]) => id !== vault));
  await writeKept(place, { schema, vaults: { ...vaults, [vault]: witness }, contradicted: others });
}

async function readKept(place: PrivatePlace): Promise<Kept> {
  const text = await (await openPrivate(place)).readText(file);
  const read = shape.safeParse(parsed(text ?? "null"));
  return read.success ? read.data : { schema, vaults: {}, contradicted: {} };
}

async function writeKept(place: PrivatePlace, kept: Kept): Promise<void> {
  await (await openPrivate(place)).write(file, `${JSON.stringify(kept)}\n`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

import { createHash } from "node:crypto";
import { canonicalJson } from "../core/canonical-json.ts";
import { VaultError } from "../core/errors.ts";
import { type CheckProblem, checkRepository } from "../vault/check.ts";
import { readSnapshot } from "../vault/restic-snapshot.ts";
import type { PhoneLink } from "./phone-link.ts";
import type { LeftOut } from "./phone-tree.ts";
import type { OpenVault, VaultDesk } from "./vault-desk.ts";
import { type HideProgress, listHash, type VerifiedFile, verifyOnBothSides } from "./vault-hide.ts";
import { type PullOutcome, type PullProgress, pull } from "./vault-pull.ts";
import type { Found } from "./vault-request.ts";

/** What could be deleted on a phone, since the vault has the same: the list that a person is asked about. */
export interface HidePlan {
  /** Of the phone that the files are on. */
  readonly serial: string;
  readonly pulled: PullOutcome;
  /** Empty where the vault itself has a problem. */
  readonly verified: readonly VerifiedFile[];
  readonly bytes: number;
  /** What stays on the phone in any case, and why. */
  readonly left: readonly LeftOut[];
  /** What a check of the vault found after the files were put there: then nothing is to be deleted. */
  readonly problems: readonly CheckProblem[];
  /** Names phone, snapshot and files: what is agreed to. SHA-256 in hex. */
  readonly digest: string;
}

/** Told while a plan is made. */
export interface HideSteps {
  readonly onPull: (progress: PullProgress) => void;
  readonly onCheck: (packs: number, ofPacks: number) => void;
  readonly onVerify: (progress: HideProgress) => void;
}

/**
 * Pulls what was found, checks the vault that has it now, and compares every file on both sides, byte for byte by its hash. Nothing is deleted.
 *
 * @throws VaultError, DeviceError
 */
export async function planHide(
  desk: VaultDesk,
  vault: OpenVault,
  link: PhoneLink,
  found: Found,
  { onPull, onCheck, onVerify }: HideSteps,
): Promise<HidePlan> {
  const { signal } = desk;
  const pulled = await pull(desk, vault, link, found, onPull);
  const problems = await problemsOf(desk, vault, onCheck);
  const options = { signal, onProgress: onVerify };
  const sides =
    problems.length > 0
      ? { verified: [], left: [] }
      : await verifyOnBothSides(vault.repository, pulled.snapshot, link, found.items, options);
  const { verified } = sides;
  return {
    serial: link.serial,
    pulled,
    verified,
    bytes: Number(verified.reduce((sum, file) => sum + file.bytes, 0n)),
    left: [...pulled.left, ...sides.left],
    problems,
    digest: createHash("sha256")
      .update(canonicalJson({ serial: link.serial, snapshot: pulled.snapshot.id, files: listHash(verified) }))
      .digest("hex"),
  };
}

/**
 * Between the look at the list and the word of the person the vault may have changed: looks once more that it has the snapshot and all that is
 * needed for it.
 *
 * @throws VaultError `refused`: nothing may be deleted then
 */
export async function demandStillKept(
  desk: VaultDesk,
  vault: OpenVault,
  { pulled }: Pick<HidePlan, "pulled">,
): Promise<void> {
  const call = desk.signal === undefined ? {} : { signal: desk.signal };
  try {
    await readSnapshot(vault.repository, pulled.snapshot.id, call);
  } catch (error) {
    if (!(error instanceof VaultError) || (error.code !== "absent" && error.code !== "damaged")) throw error;
    throw new VaultError(
      "refused",
      "The snapshot that holds these files is gone from the vault, or damaged. Nothing was deleted on the phone.",
      "Put them into the vault once more.",
    );
  }
  const [problem] = await problemsOf(desk, vault, () => undefined);
  if (problem)
    throw new VaultError(
      "refused",
      `The vault is no longer whole. Nothing was deleted on the phone. ${problem.message}`,
      "Check the vault, and put the files into one that is whole.",
    );
}

async function problemsOf(
  { signal }: VaultDesk,
  { repository }: OpenVault,
  onCheck: HideSteps["onCheck"],
): Promise<readonly CheckProblem[]> {
  const { problems } = await checkRepository(repository, {
    ...(signal && { signal }),
    onProgress: ({ packs, ofPacks }) => onCheck(packs, ofPacks),
  });
  return problems.filter(({ grade }) => grade === "error");
}

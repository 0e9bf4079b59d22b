import { randomBytes } from "node:crypto";
import type { VaultVisit } from "../centre/vault-room.ts";

/** Plans of an opening of a vault that are kept at a time; whoever makes more has forgotten the first. */
const most = 4;

/** Plans that wait for the word of a person. They are in memory alone, and end with the opening of the vault that they are of. */
export class VaultPlans<P> {
  readonly #ofOpening = new WeakMap<object, Map<string, P>>();

  /** Keeps a plan, and gives what it is asked for by. */
  keep({ vault }: VaultVisit, plan: P): string {
    const plans = this.#ofOpening.get(vault.repository) ?? new Map<string, P>();
    this.#ofOpening.set(vault.repository, plans);
    const id = randomBytes(12).toString("base64url");
    plans.set(id, plan);
    for (const old of [...plans.keys()].slice(0, Math.max(0, plans.size - most))) plans.delete(old);
    return id;
  }

  get({ vault }: VaultVisit, id: string): P | undefined {
    return this.#ofOpening.get(vault.repository)?.get(id);
  }

  /** Gives a plan once: what was begun is not begun again. */
  take(visit: VaultVisit, id: string): P | undefined {
    const plan = this.get(visit, id);
    this.#ofOpening.get(visit.vault.repository)?.delete(id);
    return plan;
  }
}

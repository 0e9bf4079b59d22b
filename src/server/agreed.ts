import { createHash } from "node:crypto";
import { z } from "zod";
import { canonicalJson } from "../core/canonical-json.ts";
import { VaultError } from "../core/errors.ts";
import type { Json } from "../core/json.ts";

/** What a person agreed to, as a request says it. */
export const agreed = z.string().length(64).describe("`digest` of the plan that the person has seen");

/** Names what a person is shown, so that nothing else can be done in its place. SHA-256 in hex. */
export function digestOf(seen: unknown): string {
  return createHash("sha256")
    .update(canonicalJson(seen as Json))
    .digest("hex");
}

/** @throws VaultError `refused` where what would be done now is not what was agreed to */
export function demandSame(seen: unknown, digest: string): void {
  if (digestOf(seen) !== digest)
    throw new VaultError(
      "refused",
      "The phone has changed since this was planned.",
      "Look at the plan again and agree to it.",
    );
}

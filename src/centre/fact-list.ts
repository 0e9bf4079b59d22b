import type { Fact } from "../core/fact.ts";
import { facts } from "../facts/index.ts";

/** All facts that an examination reads, by id. */
export function listFacts(): readonly Fact<unknown>[] {
  return facts;
}

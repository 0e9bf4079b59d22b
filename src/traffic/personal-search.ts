import type { Crypto } from "../formats/crypto.ts";
import type { Unpackers } from "../formats/unpackers.ts";
import { type KnownLiterals, prepareLiterals } from "./known-literals.ts";
import type { KnownValues } from "./known-values.ts";

/** Known values made ready for the search, and what the platform gives to it. */
export interface PersonalSearch {
  readonly known: KnownValues;
  readonly literals: KnownLiterals;
  readonly crypto: Pick<Crypto, "digest">;
  readonly unpack: Unpackers;
}

/** Makes known values ready: all their spellings and digests, once for all requests. */
export async function preparePersonalSearch(
  known: KnownValues,
  tools: { readonly crypto: Pick<Crypto, "digest">; readonly unpack?: Unpackers },
): Promise<PersonalSearch> {
  return {
    known,
    literals: await prepareLiterals(known, tools.crypto),
    crypto: tools.crypto,
    unpack: tools.unpack ?? {},
  };
}

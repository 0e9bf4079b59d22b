import type { Fact } from "./fact.ts";
import type { Feed } from "./feed.ts";

/** The time of the snapshot, epoch milliseconds: ages are judged against it, never against the clock of today. */
export interface Time {
  readonly kind: "time";
  readonly id: "taken-at";
}

/** Declare it in `needs` to judge ages: `needs: { takenAt }` gives a number of epoch milliseconds. */
export const takenAt: Time = { kind: "time", id: "taken-at" };

/** Something that a fact, a check or an action declares to need. */
export type Need = Fact<unknown> | Feed<unknown> | Time;
export type Needs = Readonly<Record<string, Need>>;

/** The value behind one need. */
export type Value<N> = N extends Time ? number : N extends Fact<infer T> ? T : N extends Feed<infer T> ? T : never;
/** The values behind declared needs, by the same keys. */
export type Values<N> = { readonly [K in keyof N]: Value<N[K]> };
/** The same for what is only wanted: undefined where it could not be read. */
export type Wanted<N> = { readonly [K in keyof N]: Value<N[K]> | undefined };

import type { Confidence } from "../core/check.ts";
import type { PersonalKind } from "./personal-hit.ts";

/**
 * One step of taking a part of a request apart. `form` gives names and decoded values, `xiaomi-push` the fields of a frame by tag, `texts` the
 * runs of readable characters in binary data, `links` the addresses of the web in whatever is there.
 */
export type AdapterStep = "form" | "json" | "base64" | "gzip" | "xiaomi-push" | "texts" | "links";

/** What one field of an endpoint holds. */
export interface AdapterField {
  /**
   * Path to it: a part (`query`, `form`, `body`, `payload`, or one that `decode` made), then names and indices with dots; `*` is each item of a
   * list or each value of an object. Where a list or an object is found, its texts count as one value.
   */
  readonly at: string;
  readonly kind: PersonalKind;
  readonly property: string;
  /** Why it is taken for this: one sentence. */
  readonly because: string;
  readonly confidence: Confidence;
  /** The form that a value must have, where the place alone does not say it. Linear, without the flag g. */
  readonly shape?: RegExp;
  /** The place of the field says nothing of who it is; what is there is counted and not quoted. */
  readonly counted?: boolean;
}

/** What is known of one family of endpoints: whose it is, how it packs what it sends, and what each field is. */
export interface Adapter {
  /** As the file is named. */
  readonly id: string;
  readonly name: string;
  readonly company: string;
  /** Names of hosts, exactly; `*.` at the front stands for any name below. */
  readonly hosts: readonly string[];
  /** Beginnings of paths; none means every path. */
  readonly paths: readonly string[];
  /** Parts made from parts, in this order; what does not decode is left out. */
  readonly decode: readonly { readonly from: string; readonly steps: readonly AdapterStep[]; readonly to: string }[];
  readonly fields: readonly AdapterField[];
  /** Who reported it, and when; at least one. What was reported is what to look for, never what this phone does. */
  readonly references: readonly string[];
}

/** Declares an adapter: the default export of a file in `adapters/`. */
export function defineAdapter(adapter: Adapter): Adapter {
  return adapter;
}

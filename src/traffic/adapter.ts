import type { Confidence } from "../core/check.ts";
import type { PersonalKind } from "./personal-hit.ts";

/** One step of taking a part of a request apart. `events` reads frames of XMPush into a list of texts with their tags. */
export type AdapterStep = "url" | "form" | "json" | "base64" | "gzip" | "zstd" | "xiaomi-push" | "links";

/** What one field of an endpoint holds. */
export interface AdapterField {
  /**
   * Path to it: the name of a part (`query`, `body`, `payload`, or one that `decode` made), then names and indices with dots; `*` is each item
   * of a list or each value of an object. A field that is no text or number is taken as a list of its texts.
   */
  readonly at: string;
  readonly kind: PersonalKind;
  readonly property: string;
  /** Why it is taken for this: one sentence. */
  readonly because: string;
  readonly confidence: Confidence;
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
  /** Who reported it, and when; at least one. */
  readonly references: readonly string[];
}

/** Declares an adapter: the default export of a file in `adapters/`. */
export function defineAdapter(adapter: Adapter): Adapter {
  return adapter;
}

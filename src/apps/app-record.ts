import type { BehaviourFacts } from "./app-behaviour.ts";
import type { CodeFacts } from "./app-code.ts";
import type { ComponentFacts } from "./app-components.ts";
import type { ConfigurationFacts } from "./app-configuration.ts";
import type { EndpointFacts } from "./app-endpoints.ts";
import type { IdentityFacts } from "./app-identity.ts";
import type { LibraryFacts } from "./app-libraries.ts";
import type { NetworkFacts } from "./app-network.ts";
import type { PermissionFacts } from "./app-permissions.ts";
import type { SecretFacts } from "./app-secrets.ts";
import type { ApkSigners } from "./app-signers.ts";
import type { TamperFacts } from "./app-tampering.ts";
import type { TrackerFacts } from "./app-trackers.ts";

/** What stands in place of a section that could not be read: the reason, as a sentence without a full stop. */
export interface Unread {
  readonly unread: string;
}

/** A part of a record: its value, or why there is none. Nothing is empty because it could not be read. */
export type Section<T> = T | Unread;

/** Whether a section could not be read. */
export function isUnread<T extends object>(section: Section<T>): section is Unread {
  return "unread" in section && typeof section.unread === "string";
}

/**
 * Counts the shapes that records have had: one more with every section or field that is added, changed or taken away, so that records which
 * were kept are made anew. A test holds it to the published schema.
 */
export const recordShape = 3;

/**
 * Everything that one APK says about itself, and what stands in it; safe for JSON. Names, labels, texts and hosts are the app's own:
 * they may be made to mislead, and a face must escape them. What an app asks for or contains is no proof of what it does.
 */
export interface AppRecord {
  readonly schema: "candor.app/1";
  readonly file: FileFacts;
  readonly identity: Section<IdentityFacts>;
  readonly signers: Section<ApkSigners>;
  readonly permissions: Section<PermissionFacts>;
  readonly components: Section<ComponentFacts>;
  readonly configuration: Section<ConfigurationFacts>;
  /** Which connections and which certificate authorities the app accepts. */
  readonly network: Section<NetworkFacts>;
  readonly code: Section<CodeFacts>;
  readonly trackers: Section<TrackerFacts>;
  readonly endpoints: Section<EndpointFacts>;
  /** What its code can be seen to be able to do. */
  readonly behaviour: Section<BehaviourFacts>;
  readonly secrets: Section<SecretFacts>;
  /** What it is made with. */
  readonly libraries: Section<LibraryFacts>;
  readonly tampering: TamperFacts;
}

/** The file itself. */
export interface FileFacts {
  /** Bytes. */
  readonly size: number;
  /** Of all bytes, lower-case hexadecimal. */
  readonly sha256: string | Unread;
  /** Entries in its table of contents. */
  readonly entries: number;
  /** Whether Android's own reader opens it, by its source; `some`: that depends on the version. */
  readonly opens: "yes" | "no" | "some";
  /** Why not; null where it does. */
  readonly refusal: string | null;
  /** APKs and containers of APKs within it: apps of their own, to be looked at one by one. */
  readonly carries: readonly { readonly entry: string; readonly size: number }[];
  /** What of the file was not looked at, in sentences, where only parts of it were to be read; its SHA-256 then is another's word. */
  readonly leftOut: readonly string[];
}

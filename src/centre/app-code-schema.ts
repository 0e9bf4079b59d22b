import * as z from "zod";
import { type BehaviourId, behaviourRules } from "../apps/behaviour-rules.ts";
import { type LibraryKind, libraryKinds } from "../feeds/libraries.ts";
import { confidence, count, day, digest, nullable, texts } from "./schema-parts.ts";

const size = count.describe("Bytes");

/** The code that an app brings. */
export const code = z.object({
  files: z.array(
    z.object({
      entry: z.string(),
      started: z.boolean().describe("Whether Android starts it by itself"),
      size,
      dexes: count,
      version: count,
      classes: count,
    }),
  ),
  unreadable: z.array(z.object({ entry: z.string(), reason: z.string() })),
  classes: count,
  obfuscation: z.object({ shortNames: count, share: z.number(), extent: z.enum(["none", "some", "most"]) }),
  calls: z.array(
    z.object({
      kind: z.enum(["loads-dex", "loads-native", "runs-commands", "sends-messages"]),
      method: z.string(),
      caller: z.string(),
      entry: z.string(),
    }),
  ),
  callsComplete: z.boolean(),
  nativeLibraries: z.array(z.object({ name: z.string(), abis: texts, size })),
  packers: z.array(z.object({ name: z.string(), by: z.enum(["entry", "class"]), evidence: z.string() })),
  carried: texts,
  disguised: z.array(
    z.object({
      entry: z.string(),
      kind: z.enum(["dex", "compact-dex", "optimised-dex", "native", "archive"]),
      size,
    }),
  ),
  disguisedComplete: z.boolean(),
  more: count,
});

const tracker = z.object({
  name: z.string(),
  aliases: texts.describe("What other lists call it"),
  company: nullable(z.string()),
  country: nullable(z.string()).describe("ISO 3166-1 alpha-2"),
  purposes: texts,
  lists: texts,
  grade: z.enum(["class-defined", "type-referenced", "host-only"]),
  confidence,
  evidence: z.array(
    z.discriminatedUnion("kind", [
      z.object({
        kind: z.literal("class"),
        name: z.string(),
        defined: z.boolean(),
        fit: z.enum(["package", "inside"]),
        types: count,
        entry: z.string(),
      }),
      z.object({ kind: z.literal("host"), host: z.string(), entry: z.string() }),
    ]),
  ),
});

/** Trackers that an app contains. */
export const trackers = z.object({
  lists: z.array(z.object({ id: z.string(), entries: count })),
  found: z.array(tracker),
  types: count,
  complete: z.boolean().describe("False: nothing found means little"),
  caveats: texts,
});

/** Hosts in code and texts. */
export const endpoints = z.object({
  hosts: z.array(
    z.object({
      host: z.string(),
      kind: z.enum(["name", "address"]),
      local: z.boolean(),
      schemes: texts,
      cleartext: z.boolean(),
      addresses: texts,
      seen: count,
      entries: texts,
    }),
  ),
  more: count,
  identifiers: count,
  searched: texts,
  missed: texts,
});

/** What code can be seen to be able to do. */
export const behaviour = z.object({
  found: z.array(
    z.object({
      id: z.enum(behaviourRules.map(({ id }) => id) as [BehaviourId, ...BehaviourId[]]),
      about: z.string(),
      use: z.string(),
      grade: z.enum(["called", "library-only", "text-only"]),
      permission: z.enum(["asked", "not-asked", "not-needed", "unknown"]),
      asked: texts,
      evidence: z.array(
        z.discriminatedUnion("kind", [
          z.object({ kind: z.literal("call"), method: z.string(), caller: z.string(), entry: z.string() }),
          z.object({ kind: z.literal("text"), text: z.string(), entry: z.string() }),
        ]),
      ),
    }),
  ),
  complete: z.boolean(),
});

/** Libraries that an app is made with. */
export const libraries = z.object({
  list: z.object({ id: z.literal("libraries"), date: day, entries: count }),
  frameworks: texts,
  found: z.array(
    z.object({
      name: z.string(),
      maker: nullable(z.string()),
      kind: nullable(z.enum(Object.keys(libraryKinds) as [LibraryKind, ...LibraryKind[]])),
      licence: nullable(z.string()).describe("SPDX id"),
      ecosystem: nullable(z.enum(["maven", "npm"])),
      coordinate: nullable(z.string()),
      version: nullable(z.string()),
      grade: z.enum(["class-defined", "built-in", "native-file", "stated", "type-referenced"]),
      confidence,
      evidence: z.array(
        z.discriminatedUnion("kind", [
          z.object({
            kind: z.literal("class"),
            name: z.string(),
            defined: z.boolean(),
            types: count,
            entry: z.string(),
          }),
          z.object({ kind: z.literal("native-file"), entry: z.string() }),
          z.object({
            kind: z.literal("built-in"),
            text: z.string(),
            version: nullable(z.string()),
            entry: z.string(),
          }),
          z.object({
            kind: z.literal("stated"),
            coordinate: z.string(),
            version: nullable(z.string()),
            entry: z.string(),
          }),
        ]),
      ),
    }),
  ),
  tools: z.array(z.object({ name: z.string(), version: z.string(), entry: z.string() })),
  natives: z.array(z.object({ entry: z.string(), size, sha256: digest })),
  nativesUnread: texts.describe("Names of native libraries whose texts were not looked through"),
  more: count,
  complete: z.boolean(),
  missed: texts,
});

/** Keys and tokens that stand in an app; never the secrets themselves. */
export const secrets = z.object({
  found: z.array(
    z.object({
      kind: z.string(),
      name: z.string(),
      opens: z.string(),
      exposure: z.enum(["secret", "often-public"]),
      confidence: z.enum(["certain", "likely"]),
      masked: z.string(),
      length: count,
      sha256: z.string().describe("First 16 digits"),
      entries: texts,
    }),
  ),
  more: count,
  missed: texts,
});

/** Where a file differs from what its formats ask. */
export const tampering = z.object({
  marks: z.array(
    z.object({
      format: z.enum([
        "zip",
        "local-header",
        "entry",
        "signing-block",
        "binary-xml",
        "resources",
        "dex",
        "certificate",
      ]),
      kind: z.string(),
      entry: nullable(z.string()),
      detail: z.string(),
    }),
  ),
  more: count,
  unread: texts,
});

import * as z from "zod";
import type { AppRecord } from "../apps/app-record.ts";
import type { SystemPower } from "../apps/system-powers.ts";
import { behaviour, code, endpoints, libraries, secrets, tampering, trackers } from "./app-code-schema.ts";
import { count, digest, level, nullable, type Same, section, texts } from "./schema-parts.ts";

const label = z.object({
  text: nullable(z.string()).describe("For those whose language the app does not have"),
  locales: z.array(z.object({ locale: z.string().describe("BCP 47"), text: z.string() })),
});

const share = z.number().describe("Of the side of the tile");

const picture = z.object({
  fills: z.boolean().describe("It fills its tile to the edges: whoever shows it rounds the corners"),
  layers: z
    .array(
      z.object({
        kind: z.enum(["png", "webp", "svg"]),
        box: z.tuple([share, share, share, share]).describe("Left, top, width, height; it may reach over the edges"),
        data: z.base64(),
      }),
    )
    .describe("The lowest first; written by Candor, with nothing of the app's but colours and points"),
});

const icon = z.object({
  bitmap: nullable(z.string()).describe("Name of an entry: data, never a path"),
  adaptive: nullable(z.object({ background: texts, foreground: texts, monochrome: texts })),
  files: z.array(z.object({ path: z.string(), density: count, kind: z.enum(["bitmap", "xml", "other"]) })),
  picture: nullable(section(picture)).describe("null: the app names no icon"),
});

const identity = z.object({
  packageName: z.string(),
  split: nullable(z.string()).describe("null: the base"),
  splitRequired: z.boolean(),
  requiredSplitTypes: texts,
  splitTypes: texts,
  versionCode: nullable(z.string()).describe("Decimal: it may pass what a JSON number holds"),
  versionName: nullable(z.string()),
  minSdk: level,
  targetSdk: level,
  maxSdk: nullable(z.number()),
  effectiveTargetSdk: z.number().describe("The target that Android goes by"),
  compileSdk: nullable(z.number()),
  sharedUserId: nullable(z.string()),
  label: section(label),
  icon: section(icon),
  category: nullable(z.string()),
  overlayOf: nullable(z.string()),
  instruments: texts,
});

const scheme = z.enum(["v1", "v2", "v3", "v3.1", "v3.2"]);
const outcome = z.enum(["verified", "refused", "unknown"]).describe("unknown is no pass");

const certificate = z.object({
  sha256: digest,
  sha1: z.string(),
  md5: z.string(),
  subject: nullable(z.string()),
  issuer: nullable(z.string()),
  organizations: texts,
  commonNames: texts,
  serial: nullable(z.string()),
  notBefore: nullable(z.string()),
  notAfter: nullable(z.string()),
  key: nullable(z.object({ kind: z.string(), bits: nullable(z.number()), curve: nullable(z.string()) })),
  signatureAlgorithm: nullable(z.string()),
  selfSigned: z.boolean(),
  debug: z.boolean().describe("A key of development tools, which anyone can have"),
  faults: texts,
  knownAs: nullable(z.string()).describe("Whose key it is, where everybody knows that"),
});

const lineage = z.object({
  sha256: digest,
  allows: z.array(z.enum(["installed-data", "shared-user-id", "permission", "rollback", "authenticator"])),
});

const signers = z.object({
  schemes: z.array(scheme),
  verdicts: z
    .array(
      z.object({
        from: count.describe("API level"),
        to: count,
        outcome,
        scheme: nullable(scheme),
        reason: nullable(z.string()),
        signers: z.array(digest),
        lineage: z.array(lineage),
      }),
    )
    .describe("What each version of Android makes of the signatures"),
  certificates: z.array(certificate),
  stamp: nullable(
    z.object({
      version: z.union([z.literal(1), z.literal(2)]),
      outcome,
      reason: nullable(z.string()),
      signer: nullable(digest),
    }),
  ),
  contentDigests: z.array(z.object({ kind: z.string(), digest: z.string() })),
  blockValues: z.array(z.object({ id: z.string(), meaning: nullable(z.string()), size: count })),
});

const protection = z.enum(["normal", "dangerous", "signature", "internal", "unknown"]);
const weight = z.enum([
  "dangerous",
  "special",
  "normal",
  "own-normal",
  "own-dangerous",
  "own-signature",
  "own-internal",
  "own-unknown",
  "unlisted",
]);
const permission = {
  name: z.string(),
  weight,
  allows: nullable(z.string()).describe('Goes on after "It may"'),
  maxSdk: nullable(z.number()),
};

const permissions = z.object({
  asked: z.array(z.object({ ...permission, neverForLocation: z.boolean() })),
  implied: z.array(z.object({ ...permission, because: z.string() })),
  defined: z.array(
    z.object({
      kind: z.enum(["permission", "permission-group", "permission-tree"]),
      name: z.string(),
      base: protection,
      flags: texts,
    }),
  ),
  combinations: z.array(
    z.object({
      id: z.string(),
      can: z.string().describe('Goes on after "If all of it is allowed, it can"'),
      of: texts,
    }),
  ),
});

const componentKinds = ["activity", "activity-alias", "service", "receiver", "provider"] as const;
const power = z.enum([
  "accessibility",
  "notification-listener",
  "device-admin",
  "vpn",
  "input-method",
  "autofill",
  "credential-provider",
  "call-screening",
  "in-call",
  "voice-interaction",
  "sms-app",
  "trust-agent",
] satisfies readonly SystemPower[]);

const components = z.object({
  counts: z.object({
    activity: count,
    "activity-alias": count,
    service: count,
    receiver: count,
    provider: count,
  }),
  exported: z.array(
    z.object({
      kind: z.enum(componentKinds),
      name: z.string(),
      why: z.enum(["declared", "intent-filter", "old-provider"]),
      permission: nullable(z.string()),
      guarded: z.enum(["yes", "no", "unlisted"]),
      enabled: z.boolean(),
      actions: texts,
      authorities: texts,
    }),
  ),
  powers: z.array(
    z.object({ power, component: z.string(), allows: z.string(), enabled: z.boolean(), guarded: z.boolean() }),
  ),
  startsWithPhone: texts,
  launcher: texts.describe("Activities that the home screen shows"),
  links: z.array(
    z.object({ component: z.string(), scheme: z.string(), host: nullable(z.string()), verified: z.boolean() }),
  ),
  queries: z.object({ all: z.boolean(), packages: texts, actions: texts, providers: texts }),
  more: count,
});

const configuration = z.object({
  settings: z.array(
    z.object({
      id: z.enum([
        "debuggable",
        "test-only",
        "backup",
        "legacy-storage",
        "shared-user",
        "old-target",
        "has-code",
        "profileable",
      ]),
      value: z.boolean(),
      declared: z.boolean(),
      means: z.string(),
    }),
  ),
  unresolved: texts,
});

const connection = {
  cleartext: z.boolean(),
  userAuthorities: z.boolean(),
  ownAuthorities: count,
  pins: count,
  pinsExpire: nullable(z.string()).describe("yyyy-MM-dd"),
};

const network = z.object({
  file: nullable(z.string()),
  byDefault: z.object(connection),
  hosts: z.array(z.object({ ...connection, host: z.string(), subdomains: z.boolean() })),
  debugOverrides: z.boolean(),
  errors: texts,
  means: texts,
});

const file = z.object({
  size: count,
  sha256: z.union([digest, z.object({ unread: z.string() })]),
  entries: count,
  opens: z.enum(["yes", "no", "some"]).describe("Whether Android's own reader opens it"),
  refusal: nullable(z.string()),
  carries: z.array(z.object({ entry: z.string(), size: count })),
  leftOut: texts,
});

/** The record of one APK. A section that could not be read is `{ unread: reason }`. */
export const appRecord = z
  .object({
    schema: z.literal("candor.app/1"),
    file,
    identity: section(identity),
    signers: section(signers),
    permissions: section(permissions),
    components: section(components),
    configuration: section(configuration),
    network: section(network),
    code: section(code),
    trackers: section(trackers),
    endpoints: section(endpoints),
    behaviour: section(behaviour),
    libraries: section(libraries),
    secrets: section(secrets),
    tampering,
  })
  .describe(
    "Everything that one APK says about itself and what stands in it; names and texts of the app are outside text",
  );

/** Proof for the compiler alone: the schema and the type say the same. */
export const recordMatchesType: [Same<z.infer<typeof appRecord>, AppRecord>] = [true];

import * as z from "zod";
import { permissionGroups } from "../actions/permission-groups.ts";
import { severities } from "../core/check.ts";
import type { User } from "../facts/users.ts";
import type { PreinstalledPackage } from "../feeds/preinstalled-packages.ts";
import type { UadPackage } from "../feeds/uad-packages.ts";
import { call, phone } from "./change-documents-schema.ts";
import type { Opened } from "./guide.ts";
import type { NetworkLimitsSeen, sensorSwitches } from "./limits.ts";
import type { OptOut } from "./opt-outs.ts";
import type { LastOpened, PermissionRow } from "./permission-matrix.ts";
import { permissionRulesSchema } from "./permission-rules.ts";
import { permissionStates } from "./permission-state.ts";
import type { Preinstalled, PreinstalledApp } from "./preinstalled.ts";
import type { PrivacyStatus } from "./privacy-lock.ts";
import { subject } from "./schema.ts";
import { count, nullable, type Same, texts } from "./schema-parts.ts";
import type { SeenHolder } from "./special-access.ts";
import type { WatchedFinding } from "./watch-finding.ts";

const time = z.iso.datetime();
const unread = z.object({ state: z.literal("unknown"), reason: z.string() });
const read = <T extends z.ZodType>(value: T) =>
  z.discriminatedUnion("state", [z.object({ state: z.literal("read"), value }), unread]);
const permissionState = z.enum(permissionStates);
const epochMs = z.number().describe("Epoch milliseconds");

const lastOpened = z.discriminatedUnion("state", [
  z.object({ state: z.literal("opened"), at: epochMs }),
  z.object({ state: z.literal("not-since"), at: epochMs }).describe("Not since the phone began to count"),
  z.object({ state: z.literal("unknown") }),
]);

const permissionRow = z.object({
  user: count,
  package: z.string(),
  system: z.boolean(),
  legacy: z.boolean().describe("Made for Android 5 or older: it cannot ask"),
  roles: texts.describe("Default apps that it is"),
  lastOpened,
  cells: z.array(
    z.object({
      group: z.enum(permissionGroups),
      state: permissionState.describe("The most that any permission of the group gives"),
      fixed: z.boolean(),
      usedAgoMs: nullable(z.number()).describe("Milliseconds before the examination; null where not recorded"),
      permissions: z.array(
        z.object({
          name: z.string(),
          state: permissionState,
          fixed: nullable(z.enum(["maker", "administrator"])),
        }),
      ),
    }),
  ),
});

/** What `candor permissions --json` prints. */
export const permissionsDocument = z
  .object({
    schema: z.literal("candor.permissions/1"),
    takenAt: time,
    unread: texts.describe("What could not be read, and what follows from that"),
    rows: z.array(permissionRow).describe("One for each app and user"),
  })
  .describe("Apps, and what they may have and do");

/** The file of permission rules. */
export const permissionRulesDocument = z
  .object({
    schema: z.literal(permissionRulesSchema),
    rules: texts.describe("Like “unused 90d: location, camera -> deny”"),
  })
  .describe("Rules that are kept, exported and imported");

const holder = z.object({
  user: nullable(z.union([count, z.literal("current")])).describe("null: for all users"),
  package: z.string(),
  what: z.string().describe("What holds it: a component, a role, a mode"),
  usedAgoMs: nullable(z.number()),
  role: z.string().exactOptional(),
  withdraw: nullable(z.array(call)).describe("null: only the person can"),
  system: nullable(z.boolean()),
});

const accessKind = {
  id: z.string(),
  may: z.string(),
  why: z.string(),
  screen: z.string(),
  usual: z.boolean().describe("Every app has it, and can lose it"),
};

/** What `candor access --json` prints. */
export const accessDocument = z
  .object({
    schema: z.literal("candor.access/1"),
    takenAt: nullable(time),
    kinds: z.array(
      z.discriminatedUnion("state", [
        z.object({ ...accessKind, state: z.literal("read"), holders: z.array(holder) }),
        z.object({ ...accessKind, state: z.literal("unknown"), reason: z.string() }),
      ]),
    ),
  })
  .describe("Special access: who has which kind");

const sensorsOfUser = z.object({ user: count, camera: z.boolean(), microphone: z.boolean() });
const sensors = nullable(z.array(sensorsOfUser)).describe("True: off for all apps. null: this Android has no switch");

/** What `candor sensors --json` prints. */
export const sensorsDocument = z
  .discriminatedUnion("state", [
    z.object({ schema: z.literal("candor.sensors/1"), state: z.literal("read"), value: sensors }),
    unread.extend({ schema: z.literal("candor.sensors/1") }),
  ])
  .describe("Camera and microphone for all apps");

/** What `candor network --json` prints. */
export const networkDocument = z
  .object({
    schema: z.literal("candor.network/1"),
    cut: read(nullable(z.object({ on: z.boolean(), denied: texts }))).describe(
      "Without any network; null: this Android cannot do that",
    ),
    background: read(
      z.object({ saver: z.boolean(), denied: z.array(z.object({ user: count, package: z.string() })) }),
    ).describe("Without mobile data in the background"),
  })
  .describe("Apps whose network was limited");

const grade = z.enum(["measured", "read-in-code", "published", "observed"]);

const optOut = z.object({
  id: z.string(),
  vendor: z.enum(["Xiaomi", "Google", "Android"]),
  name: z.string().describe("As the phone shows it"),
  sends: z.string(),
  to: z.string(),
  evidence: z.object({ grade, sources: z.tuple([z.string()], z.string()) }),
  user: nullable(count).describe("null: for the whole phone"),
  state: z.enum(["on", "off", "unknown", "not-here"]).describe("Whether data flows"),
  value: nullable(z.string()),
  since: nullable(z.object({ at: time, entry: count })).describe("Since when it is off by a choice made with Candor"),
  byComputer: z.boolean(),
  refused: nullable(z.string()),
  remains: z.string().describe("What goes on all the same"),
  steps: texts,
  screen: nullable(z.string()),
});

/** What `candor optout --json` prints. */
export const optOutsDocument = z
  .object({
    schema: z.literal("candor.optouts/1"),
    phone,
    at: nullable(time),
    optOuts: z.array(optOut),
    notStopped: z
      .array(z.object({ text: z.string(), grade, source: z.string() }))
      .describe("What none of these switches stops"),
  })
  .describe("Data collection by the system of a phone");

const listed = z.object({
  name: z.string(),
  maker: z.string(),
  does: z.string().describe("Goes on after “It”"),
  cost: z.string().describe("What is lost without it"),
  collects: nullable(z.enum(["use of the phone", "faults and logs", "advertising"])),
  removal: z.enum(["removable", "with-care", "expert", "never"]),
  evidence: z.enum(["documented", "reported", "by-name"]),
  source: z.string(),
  neededBy: texts,
});

const uad = z.object({
  name: z.string(),
  list: z.string(),
  description: z.string(),
  removal: z.enum(["Recommended", "Advanced", "Expert", "Unsafe"]),
  dependencies: texts,
  neededBy: texts,
});

const preinstalledApp = z.object({
  name: z.string(),
  system: z.boolean().describe("Part of the system image; else added at the factory"),
  listed: nullable(listed).describe("What Candor's list says; null: it gives no advice"),
  uad: nullable(uad).describe("What the Universal Android Debloater says, where its list was fetched"),
  states: z.array(z.object({ user: count, state: z.enum(["in-use", "disabled", "suspended", "absent"]) })),
  permissions: texts,
  network: z.boolean(),
  neededBy: texts.describe("Apps on this phone that need it"),
});

/** What `candor preinstalled --json` prints. */
export const preinstalledDocument = z
  .object({
    schema: z.literal("candor.preinstalled/1"),
    model: nullable(z.string()),
    users: z.array(z.object({ id: count, name: z.string(), flags: z.int(), running: nullable(z.boolean()) })),
    apps: z.array(preinstalledApp),
    lists: z.array(z.object({ id: z.string(), date: z.string() })),
    forgetsAfterDays: nullable(z.number())
      .exactOptional()
      .describe("Days after which the phone forgets this computer; null: never; absent: not told"),
  })
  .describe("What came with a phone");

/** What `candor preinstalled show APP --json` prints. */
export const preinstalledAppDocument = z
  .object({ schema: z.literal("candor.preinstalled-app/1"), ...preinstalledApp.shape })
  .describe("One app that came with a phone");

/** A selection of pre-installed apps, as it is exported and imported. */
export const selectionDocument = z
  .object({ schema: z.literal("candor.selection/1"), about: z.string().exactOptional(), packages: texts })
  .describe("Apps to put away");

/** What `candor lock status --json` prints. */
export const lockDocument = z
  .object({
    schema: z.literal("candor.lock/1"),
    state: z.enum(["plain", "locked", "unlocked"]),
    since: nullable(time),
    pending: z.boolean().describe("Something could not be sealed yet"),
    locksAt: nullable(time).describe("When it locks again if it is not used"),
    wrong: z.object({ count, waitMs: z.number() }).describe("Wrong passphrases since the last right one"),
    session: z.object({ path: z.string(), inMemory: z.boolean() }),
    aside: texts.describe("What is sealed under earlier passphrases"),
  })
  .describe("How the privacy password stands");

const screen = { title: z.string(), way: z.string().describe("The way there by hand") };
const opened = z.discriminatedUnion("state", [
  z.object({ ...screen, state: z.literal("opened"), component: z.string(), command: texts }),
  z.object({ ...screen, state: z.literal("not-opened"), reason: z.string() }),
]);
const watched = z.discriminatedUnion("state", [
  z.object({ state: z.literal("ended"), how: z.string() }),
  z.object({ state: z.literal("there") }),
  z.object({ state: z.literal("unknown"), reason: z.string() }),
  z.object({ state: z.literal("away") }).describe("The phone no longer answers"),
]);
const outcomeStates = ["pass", "fail", "unknown", "not-applicable"] as const;

/** What `candor guide --json` prints: the screens, what came of opening one, or of going by a check. */
export const guideDocument = z
  .object({
    schema: z.literal("candor.guide/1"),
    screens: z.array(z.object({ id: z.string(), title: z.string() })).exactOptional(),
    opened: nullable(opened).exactOptional().describe("null: there is no screen to open"),
    check: z.string().exactOptional(),
    state: z.enum(outcomeStates).exactOptional().describe("The answer to the check before"),
    reason: nullable(z.string()).exactOptional(),
    findings: z
      .array(
        z.object({
          severity: z.enum(severities),
          subject,
          message: z.string(),
          calls: z.array(call).describe("What Candor itself can do about it"),
          steps: texts.describe("What to tap on the phone"),
          screen: nullable(z.string()),
        }),
      )
      .exactOptional(),
    guided: nullable(count).exactOptional().describe("The place of the finding whose screen was opened"),
    watched: nullable(watched).exactOptional().describe("What was seen of it afterwards"),
  })
  .describe("A screen that was opened on the phone, and what was seen afterwards");

/** Proof for the compiler alone: the schemas and the types say the same. */
export const viewDocumentsMatchTypes: [
  Same<z.infer<typeof lastOpened>, LastOpened>,
  Same<z.infer<typeof permissionRow>, PermissionRow>,
  Same<keyof z.infer<typeof holder>, keyof SeenHolder>,
  Same<Omit<z.infer<typeof networkDocument>, "schema">, NetworkLimitsSeen>,
  Same<z.infer<typeof sensorsOfUser>, SensorsOfUser>,
  Same<z.infer<typeof optOut>, OptOut>,
  Same<z.infer<typeof listed>, PreinstalledPackage>,
  Same<z.infer<typeof uad>, UadPackage>,
  Same<z.infer<typeof preinstalledApp>, PreinstalledApp>,
  Same<keyof z.infer<typeof preinstalledDocument>, keyof Preinstalled | "schema">,
  Same<z.infer<typeof preinstalledDocument>["users"], readonly User[]>,
  Same<Omit<z.infer<typeof lockDocument>, "schema">, PrivacyStatus>,
  Same<z.infer<typeof opened>, Opened>,
  Same<z.infer<typeof watched>, WatchedFinding>,
] = [true, true, true, true, true, true, true, true, true, true, true, true, true, true];

type SensorsOfUser = NonNullable<Extract<ReturnType<typeof sensorSwitches>, { state: "read" }>["value"]>[number];

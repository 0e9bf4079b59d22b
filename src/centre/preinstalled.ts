import { collect } from "../core/collect.ts";
import { DeviceError } from "../core/errors.ts";
import type { Fact } from "../core/fact.ts";
import type { LoadedFeed } from "../core/feed.ts";
import type { Snapshot } from "../core/snapshot.ts";
import type { Source } from "../core/source.ts";
import { globalSettings } from "../facts/global-settings.ts";
import { type PackageDetails, type PackageUserState, packageDetails } from "../facts/package-details.ts";
import { properties } from "../facts/properties.ts";
import { type User, users } from "../facts/users.ts";
import {
  type PreinstalledPackage,
  type PreinstalledPackages,
  preinstalledPackages,
} from "../feeds/preinstalled-packages.ts";
import { type UadPackage, type UadPackages, uadPackages } from "../feeds/uad-packages.ts";
import { loadFeeds } from "./feeds.ts";
import { version } from "./version.ts";

/** How an app stands with one user. `absent`: not installed for this user. */
export type PreinstalledState = "in-use" | "disabled" | "suspended" | "absent";

/** One app that came with the phone. Safe for JSON. */
export interface PreinstalledApp {
  readonly name: string;
  /** Part of the system image; else put onto the phone without any installer, as makers do with apps of partners. */
  readonly system: boolean;
  /** What Candor's list says of it; null where it does not stand there, and then Candor advises nothing. */
  readonly listed: PreinstalledPackage | null;
  /** What the Universal Android Debloater says, where its list was fetched. */
  readonly uad: UadPackage | null;
  readonly states: readonly { readonly user: number; readonly state: PreinstalledState }[];
  /** Granted permissions that guard something private, without prefix. */
  readonly permissions: readonly string[];
  /** Whether it may use the network. */
  readonly network: boolean;
  /** Apps on this phone that need it, by both lists. */
  readonly neededBy: readonly string[];
}

/** What came with a phone. Safe for JSON. */
export interface Preinstalled {
  readonly model: string | null;
  readonly users: readonly User[];
  readonly apps: readonly PreinstalledApp[];
  /** Date of Candor's list, and of the other one where it was fetched. */
  readonly lists: readonly { readonly id: string; readonly date: string }[];
  /** Days after which the phone forgets this computer; null for never, undefined where the phone did not tell. */
  readonly forgetsAfterDays: number | null | undefined;
}

export interface PreinstalledOptions {
  readonly dataFolder: string;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads which apps came with the phone and how each stands with every user.
 *
 * @throws DeviceError where the phone does not tell
 */
export async function preinstalledOf(
  source: Source,
  { dataFolder, signal }: PreinstalledOptions,
): Promise<Preinstalled> {
  const snapshot = await collect(source, [packageDetails, users, properties, globalSettings], { version, signal });
  return await preinstalledAsExamined(snapshot, { dataFolder });
}

/** The same from an examination that was kept, by the lists of today. @throws DeviceError */
export async function preinstalledAsExamined(
  snapshot: Snapshot,
  { dataFolder }: Pick<PreinstalledOptions, "dataFolder">,
): Promise<Preinstalled> {
  return preinstalledIn(snapshot, await loadFeeds(dataFolder, [preinstalledPackages, uadPackages]));
}

/** The same from facts that were read already. Pure. @throws DeviceError */
export function preinstalledIn(snapshot: Snapshot, feeds: readonly LoadedFeed[]): Preinstalled {
  const details = needed(snapshot, packageDetails);
  const own = listOf<PreinstalledPackages>(feeds, preinstalledPackages.id)?.packages ?? [];
  const uad = listOf<UadPackages>(feeds, uadPackages.id)?.packages ?? [];
  const ownByName = new Map(own.map((each) => [each.name, each]));
  const uadByName = new Map(uad.map((each) => [each.name, each]));
  const present = new Set(details.filter(({ users }) => users.some(isInUse)).map(({ name }) => name));
  const apps = details.flatMap((each): PreinstalledApp[] => {
    const system = each.flags.includes("SYSTEM");
    const listed = ownByName.get(each.name) ?? null;
    if (!system && !(listed && isWithoutInstaller(each))) return [];
    const theirs = uadByName.get(each.name) ?? null;
    const needing = [...(listed?.neededBy ?? []), ...(theirs?.neededBy ?? [])];
    return [
      {
        ...rowOf(each, system),
        listed,
        uad: theirs,
        neededBy: [...new Set(needing)].filter((name) => present.has(name)),
      },
    ];
  });
  const settings = optional(snapshot, globalSettings);
  return {
    model: optional(snapshot, properties)?.["ro.product.model"] || null,
    users: needed(snapshot, users),
    apps: apps.sort((a, b) => (a.name < b.name ? -1 : 1)),
    lists: feeds.map(({ id, date }) => ({ id, date })),
    forgetsAfterDays: settings && forgets(settings["adb_allowed_connection_time"]),
  };
}

/** How the app stands with one user; undefined where the phone does not know it for this user. */
export function stateFor(app: PreinstalledApp, user: number): PreinstalledState | undefined {
  return app.states.find((each) => each.user === user)?.state;
}

/** Permissions that guard something private (AOSP: permissions of protection level dangerous). */
const telling =
  /^android\.permission\.(CAMERA|RECORD_AUDIO|ACCESS_(?:FINE|COARSE|BACKGROUND)_LOCATION|(?:READ|WRITE)_(?:CONTACTS|CALENDAR|CALL_LOG)|(?:READ|SEND|RECEIVE)_SMS|READ_PHONE_STATE|READ_PHONE_NUMBERS|CALL_PHONE|GET_ACCOUNTS|BODY_SENSORS|ACTIVITY_RECOGNITION|READ_EXTERNAL_STORAGE|READ_MEDIA_[A-Z_]+|NEARBY_WIFI_DEVICES|BLUETOOTH_SCAN)$/;

function rowOf(details: PackageDetails, system: boolean): Omit<PreinstalledApp, "listed" | "uad" | "neededBy"> {
  const granted = [...details.installPermissions, ...details.users.flatMap(({ permissions }) => permissions)].filter(
    (each) => each.granted,
  );
  const permissions = granted.flatMap(({ name }) => telling.exec(name)?.[1] ?? []);
  return {
    name: details.name,
    system,
    states: details.users.map((each) => ({ user: each.user, state: stateIn(each) })),
    permissions: [...new Set(permissions)].sort(),
    network: granted.some(({ name }) => name === "android.permission.INTERNET"),
  };
}

function stateIn({ installed, enabled, suspended, hidden }: PackageUserState): PreinstalledState {
  if (!installed || hidden) return "absent";
  if (enabled === 2 || enabled === 3) return "disabled";
  return suspended ? "suspended" : "in-use";
}

function isInUse(state: PackageUserState): boolean {
  return stateIn(state) === "in-use";
}

/** A store, a file or a computer leaves its name behind; the maker's set-up does not. */
function isWithoutInstaller({ installSource }: PackageDetails): boolean {
  return installSource.installing === null && installSource.initiating === null;
}

/** `adb_allowed_connection_time` in milliseconds: 0 never, seven days where unset (AOSP: Settings.Global, DEFAULT_ADB_ALLOWED_CONNECTION_TIME). */
function forgets(value: string | undefined): number | null | undefined {
  if (value === undefined || value === "null") return 7;
  if (!/^\d{1,15}$/.test(value)) return undefined;
  return value === "0" ? null : Number(value) / 86_400_000;
}

function optional<T>({ facts }: Snapshot, fact: Fact<T>): T | undefined {
  const read = facts[fact.id];
  return read?.state === "read" ? (read.value as T) : undefined;
}

function needed<T>(snapshot: Snapshot, fact: Fact<T>): T {
  const read = snapshot.facts[fact.id];
  if (read?.state === "read") return read.value as T;
  const code = read?.code === "gone" ? "gone" : "refused";
  throw new DeviceError(code, `${fact.about} could not be read: ${read?.reason ?? "it was not asked for"}`);
}

function listOf<T>(feeds: readonly LoadedFeed[], id: string): T | undefined {
  return feeds.find((each) => each.id === id)?.value as T | undefined;
}

import type { Evidence } from "../../core/check.ts";
import { type PackageDetails, packageDetails } from "../../facts/package-details.ts";
import { type InstallerKind, installerKind } from "./installers.ts";

/** How an app came onto the phone. */
export interface InstallOrigin {
  /**
   * `system`: with the phone. `app`: by an app that is no known installer. `unknown`: the phone names no installer, as after an
   * installation from a computer on Android 10 and older.
   */
  readonly kind: InstallerKind | "system" | "app" | "unknown";
  /** The app that asked for the installation, else the one that carried it out; null where the phone names none. */
  readonly by: string | null;
}

/**
 * How an app came onto the phone, as the phone's package service recorded it.
 *
 * A store counts whoever led the person there. A package installer only carries out what another app asks for: the asking app
 * counts where it is named.
 */
export function installOrigin(details: PackageDetails): InstallOrigin {
  if (isSystemApp(details)) return { kind: "system", by: null };
  const { installing, initiating, originating } = details.installSource;
  if (initiating === "com.android.shell") return { kind: "computer", by: initiating };
  const store = [installing, initiating].find((name) => name !== null && stores.has(installerKind(name) ?? ""));
  if (store) return { kind: installerKind(store) ?? "store", by: store };
  const named = [originating, installing, initiating].filter((name) => name !== null);
  if (named.length === 0) return { kind: "unknown", by: null };
  const by = named.find((name) => installerKind(name) !== "package-installer") ?? named[0] ?? null;
  return { kind: (by === null ? undefined : installerKind(by)) ?? "app", by };
}

const stores: ReadonlySet<string> = new Set(["store", "independent-store"]);

/** Part of the system image, or an update of such an app. */
export function isSystemApp(details: PackageDetails): boolean {
  return details.flags.includes("SYSTEM");
}

/** Whether the app came neither with the phone nor from a store or a move from an old phone. */
export function isSideloaded(origin: InstallOrigin): boolean {
  return !["system", "store", "independent-store", "transfer"].includes(origin.kind);
}

/** Apps that were added and are installed for at least one user. */
export function addedApps(all: readonly PackageDetails[]): readonly PackageDetails[] {
  return all.filter((details) => !isSystemApp(details) && details.users.some((user) => user.installed));
}

/** Numbers of the users for whom the app is installed. */
export function usersOf(details: PackageDetails): readonly number[] {
  return details.users.filter((user) => user.installed).map((user) => user.user);
}

/** "user 0", "users 0 and 10", "users 0, 10 and 999". */
export function userNames(users: readonly number[]): string {
  const last = users.at(-1);
  if (users.length <= 1) return `user ${last ?? "?"}`;
  return `users ${users.slice(0, -1).join(", ")} and ${last}`;
}

/** What the phone recorded about the installation, as evidence. */
export function originEvidence(details: PackageDetails): readonly Evidence[] {
  const { installing, initiating, originating, source } = details.installSource;
  const rows = [
    ["installer", installing ?? "none named"],
    ["installation started by", initiating],
    ["installation asked for by", originating],
    ["package source", source === null ? null : (sources[source] ?? String(source))],
    [
      "first installed",
      details.firstInstallTime ?? details.users.find((user) => user.installed)?.firstInstallTime ?? null,
    ],
  ] as const;
  return rows.flatMap(([name, value]) =>
    value === null ? [] : [{ kind: "value", fact: packageDetails, name, value } as const],
  );
}

/** AOSP: android.content.pm.PackageInstaller.PACKAGE_SOURCE_*. */
const sources: Readonly<Record<number, string>> = {
  0: "not said",
  1: "other",
  2: "store",
  3: "file on the phone",
  4: "downloaded file",
};

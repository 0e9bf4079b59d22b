import type { Evidence, Remedy } from "../../core/check.ts";
import { type PackageDetails, packageDetails } from "../../facts/package-details.ts";
import { type InstalledPackage, packages } from "../../facts/packages.ts";
import { type PreinstalledPackage, preinstalledPackages } from "../../feeds/preinstalled-packages.ts";

/** A package of the list that is on this phone as a part of its system, and is not switched off for everyone. */
export interface Present {
  readonly listed: PreinstalledPackage;
  readonly evidence: readonly Evidence[];
  readonly remedy: Remedy;
}

/** Which packages of the list came with this phone. Apps that were added are not among them, whoever makes them. */
export function presentPackages(
  list: readonly PreinstalledPackage[],
  installed: readonly InstalledPackage[],
  details: readonly PackageDetails[] | undefined,
): readonly Present[] {
  const known = new Map(list.map((listed) => [listed.name, listed]));
  const states = new Map((details ?? []).map((entry) => [entry.name, entry.users]));
  return installed.flatMap(({ name, system, path }) => {
    const listed = known.get(name);
    if (listed === undefined || system !== true) return [];
    const users = states.get(name)?.filter((user) => user.installed);
    // Removed for everyone, or switched off for everyone who has it.
    if (users?.every(({ enabled }) => enabled === 2 || enabled === 3)) return [];
    return [
      {
        listed,
        remedy: putAway(
          name,
          users?.filter(({ enabled }) => enabled !== 2 && enabled !== 3).map(({ user }) => user),
        ),
        evidence: evidence(
          listed,
          path,
          users?.map(({ user }) => user),
        ),
      },
    ];
  });
}

/** The sentence for sources that do not tell which apps came with the phone; empty for others. */
export function originUnread(installed: readonly InstalledPackage[]): readonly string[] {
  return installed.every(({ system }) => system === null)
    ? ["The phone did not tell which apps came with it and which were added."]
    : [];
}

/** The gentlest way is offered; where a phone refuses it, the change itself names the next. Without users it is not known who has the app. */
function putAway(name: string, users: readonly number[] = []): Remedy {
  const byHand = {
    steps: ["Open Settings > Apps, choose the app, and disable it where the phone offers that."],
    screen: "app",
  };
  const [first, ...others] = users.map((user) => ({ action: "disable-package", params: { user, package: name } }));
  if (!first) return { kind: "steps", ...byHand };
  return { kind: "action", ...first, ...(others.length > 0 && { also: others }), byHand };
}

function evidence(
  listed: PreinstalledPackage,
  path: string | null,
  users: readonly number[] | undefined,
): readonly Evidence[] {
  const { does, removal, maker } = listed;
  return [
    { kind: "value", fact: packages, name: "path", value: path ?? "not told" },
    { kind: "value", fact: preinstalledPackages, name: "listed as", value: `${maker}: it ${does} (${removal})` },
    ...(users === undefined
      ? []
      : [
          {
            kind: "list",
            fact: packageDetails,
            name: "installed for",
            items: users.map((user) => `user ${user}`),
          } as const,
        ]),
  ];
}

import { defineFact, reading } from "../core/fact.ts";
import { parseAndroidQfPackages } from "../formats/androidqf-packages.ts";
import { parsePackageList } from "../formats/pm-list.ts";
import { packageDetails } from "./package-details.ts";

/** One installed package, as far as every source can tell it. */
export interface InstalledPackage {
  readonly name: string;
  /** Path of the base APK or its folder; null where the source does not print it. */
  readonly path: string | null;
  /** Part of the system image, or an update of such a package. */
  readonly system: boolean | null;
  /** A system package whose newer version lies on /data. */
  readonly updated: boolean | null;
  /** The app's id: the uid of user 0; in user N the uid is N × 100000 + appId. null where not printed. */
  readonly appId: number | null;
}

/** Packages that are installed for at least one user (or for user 0, where the source lists only that one). */
export const packages = defineFact({
  id: "packages",
  about: "Installed packages",
  needs: { packageDetails },
  read: () => [],
  parse: (_, { packageDetails }): readonly InstalledPackage[] =>
    packageDetails
      .filter((details) => details.users.some((user) => user.installed))
      .map((details) => ({
        name: details.name,
        path: details.path,
        system: details.flags.includes("SYSTEM"),
        updated: details.flags.includes("UPDATED_SYSTEM_APP"),
        appId: details.appId,
      })),
  otherwise: [
    reading({
      read: () => [{ run: ["androidqf", "packages.json"], complete: /\]\s*$/ }],
      parse: ([text = ""]) =>
        parseAndroidQfPackages(text).map(({ name, files, system, uid }) =>
          installed(name, files[0]?.path || null, system, uid),
        ),
    }),
    reading({
      read: () => [
        ["pm", "list", "packages", "-f"],
        ["pm", "list", "packages", "-s"],
        ["pm", "list", "packages", "-3"],
      ],
      parse: ([all = "", system = "", added = ""]) => fromLists(all, system, added),
    }),
    reading({
      read: () => [
        ["pm", "list", "packages", "-f"],
        ["pm", "list", "packages", "-s"],
      ],
      parse: ([all = "", system = ""]) => fromLists(all, system, null),
    }),
  ],
});

/** The lists may have been taken at different times: a package that only one of them names is still a package. */
function fromLists(allText: string, systemText: string, addedText: string | null): readonly InstalledPackage[] {
  const all = parsePackageList(allText);
  const system = new Set(parsePackageList(systemText).map((row) => row.name));
  const added = addedText === null ? null : new Set(parsePackageList(addedText).map((row) => row.name));
  const isSystem = (name: string) => (system.has(name) ? true : added === null || added.has(name) ? false : null);
  const listed = all.map((row) => installed(row.name, row.path, isSystem(row.name), row.uid));
  const known = new Set(all.map((row) => row.name));
  const further = [...system, ...(added ?? [])].filter((name) => !known.has(name));
  return [...listed, ...further.map((name) => installed(name, null, isSystem(name), null))];
}

function installed(name: string, path: string | null, system: boolean | null, uid: number | null): InstalledPackage {
  const updated = system === null || path === null ? null : system && path.startsWith("/data/");
  return { name, path, system, updated, appId: uid === null ? null : uid % 100_000 };
}

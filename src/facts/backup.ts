import type { UserId } from "../core/check.ts";
import { FormatError } from "../core/errors.ts";
import { defineFact, reading } from "../core/fact.ts";
import { secureSettings } from "./secure-settings.ts";

/** Android's own backup for one user. */
export interface Backup {
  readonly user: UserId;
  readonly enabled: boolean;
  /** The component that carries backups away, as package/class; null where not told. */
  readonly transport: string | null;
}

/** Whether Android backs apps up, and by which transport. */
export const backup = defineFact({
  id: "backup",
  about: "Android's own backup, whether it runs and where it goes",
  read: () => [["dumpsys", "backup"]],
  parse: ([text = ""]): readonly Backup[] => [parseBackupDump(text)],
  otherwise: [
    reading({
      needs: { secureSettings },
      read: () => [],
      parse: (_, { secureSettings }): readonly Backup[] => {
        const told = secureSettings.filter(({ settings }) => /^[01]$/.test(settings["backup_enabled"] ?? ""));
        if (told.length === 0) throw new FormatError("settings list secure", "no backup_enabled");
        return told.map(({ user, settings }) => ({
          user,
          enabled: settings["backup_enabled"] === "1",
          transport: component.test(settings["backup_transport"] ?? "") ? (settings["backup_transport"] ?? null) : null,
        }));
      },
    }),
  ],
});

const component = /^[\w.]+\/[\w.$]+$/;

/**
 * First line `Backup Manager is enabled / provisioned / not pending init`; the transport in use is marked `  * `.
 * AOSP: services/backup, UserBackupManagerService.dumpInternal; the dump speaks of the user in the foreground.
 */
function parseBackupDump(text: string): Backup {
  const state = /^(?:User \d+:)?Backup Manager is (enabled|disabled) \/ /m.exec(text.slice(0, 1_000))?.[1];
  if (state === undefined) throw new FormatError("dumpsys backup", "the state of the backup manager is not in it");
  const transport = /^ {2}\* ([\w.]+\/[\w.$]+)$/m.exec(text)?.[1] ?? null;
  return { user: "current", enabled: state === "enabled", transport };
}

import type { AndroidManifest } from "../formats/android-manifest.ts";
import type { ManifestFlag } from "../formats/manifest-values.ts";

/** How an app is set up where that matters for safety. */
export interface ConfigurationFacts {
  readonly settings: readonly ConfigurationSetting[];
  /** Attributes that name a resource which is not in this file: Android's default stands for them above. */
  readonly unresolved: readonly string[];
}

/** One setting: the value in effect, whether it is written in the manifest, and what it means. */
export interface ConfigurationSetting {
  readonly id:
    | "debuggable"
    | "test-only"
    | "backup"
    | "legacy-storage"
    | "shared-user"
    | "old-target"
    | "has-code"
    | "profileable";
  readonly value: boolean;
  readonly declared: boolean;
  /** A whole sentence. */
  readonly means: string;
}

/** Reads the settings; all of them, good and bad, as a reader should see what was looked at. */
export function readConfiguration(manifest: AndroidManifest): ConfigurationFacts {
  const { application, effectiveTargetSdk: target, sharedUserId, extras } = manifest;
  const settings: ConfigurationSetting[] = [];
  const add = (id: ConfigurationSetting["id"], { value, declared }: ManifestFlag, yes: string, no: string) =>
    settings.push({ id, value, declared, means: value ? yes : no });
  if (application) {
    add(
      "debuggable",
      application.debuggable,
      "Anyone with a cable and a phone that allows debugging can read the app's data and run code in it.",
      "It is closed to debuggers on an ordinary phone.",
    );
    add(
      "test-only",
      application.testOnly,
      "It was built for tests: it can only be installed from a computer, and a device administrator of it can be removed from there.",
      "It is not marked as a test build.",
    );
    add(
      "backup",
      application.allowBackup,
      backupMeaning(manifest),
      "Its data stays out of backups in the cloud and of adb backup; a move to a new phone may still copy it.",
    );
    add(
      "legacy-storage",
      application.requestLegacyExternalStorage,
      "On Android 10 it sees the shared storage as older apps did.",
      "It sees only its own part of the shared storage, unless it is allowed more.",
    );
    add(
      "has-code",
      application.hasCode,
      "It has code of its own.",
      "It says that it has no code: Android starts none of its DEX files.",
    );
    add(
      "profileable",
      { value: extras.profileableByShell, declared: extras.profileableByShell },
      "Anyone with a cable can measure what it does while it runs.",
      "It cannot be measured from a computer on an ordinary phone.",
    );
  }
  add(
    "shared-user",
    { value: sharedUserId !== null, declared: sharedUserId !== null },
    "It shares data and permissions with other apps of the same signer.",
    "It shares its data with no other app by a shared user id.",
  );
  add(
    "old-target",
    { value: target < 23, declared: manifest.targetSdk !== null },
    "It is built for Android 5 or older: all permissions count as given when it is installed.",
    "It is built for Android 6 or newer: permissions are asked for one by one.",
  );
  return { settings, unresolved: manifest.unresolved };
}

function backupMeaning({ application, effectiveTargetSdk }: AndroidManifest): string {
  const rules = application?.fullBackupContent !== null || (application?.dataExtractionRules ?? 0) !== 0;
  const adb =
    effectiveTargetSdk >= 31
      ? "Android 12 and newer leave it out of adb backup"
      : "anyone with the unlocked phone and a cable can copy its data with adb backup";
  return `Its data goes into backups${rules ? ", as far as its rules allow" : ""}; ${adb}.`;
}

import type { Source } from "../core/source.ts";
import { nodeCodec } from "../device/file.ts";
import { phoneFile } from "../device/phone-file.ts";
import type { ApkZip } from "../formats/apk-zip.ts";
import { type AppFile, openAppFile } from "../formats/app-container.ts";
import { type PhoneApk, splitName } from "./phone-apks.ts";

/** Opens the files of one app on a phone, each once, however many parts of it are asked for. */
export interface OpenApks {
  /** @throws FormatError where it is no app, DeviceError where the phone does not give it */
  readonly open: (apk: PhoneApk) => Promise<AppFile>;
  /** The part that holds bitmaps for the phone's screen; undefined where the app has none. */
  readonly beside: (() => Promise<ApkZip>) | undefined;
}

/** What opens the files of an app; nothing is read before it is asked. */
export function opener(source: Source, apks: readonly PhoneApk[], signal: AbortSignal | undefined): OpenApks {
  const opened = new Map<PhoneApk, Promise<AppFile>>();
  const open = (apk: PhoneApk): Promise<AppFile> => {
    const opening = opened.get(apk) ?? openAppFile(phoneFile(source, apk.path, apk.size, { signal }), nodeCodec);
    opened.set(apk, opening);
    return opening;
  };
  const forScreen = apks.find(({ path }) => isScreenSplit(splitName(path) ?? ""));
  return { open, beside: forScreen && (async () => (await open(forScreen)).zip) };
}

/** Parts of apps from shops that are made for a density of screens, by the name of the split: `config.xxhdpi`. */
export function isScreenSplit(split: string): boolean {
  return /^config\.\w{0,4}dpi$/.test(split);
}

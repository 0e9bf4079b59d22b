import { DeviceError } from "../core/errors.ts";
import type { Source } from "../core/source.ts";

/** What a capture on the phone is to be. */
export interface CaptureRequest {
  /** File name, without a folder. */
  readonly file: string;
  /** Packages; all apps where empty. */
  readonly apps: readonly string[];
  /** By which PCAPdroid does not ask the person each time (its menu Control Permissions). */
  readonly apiKey: string | undefined;
}

/** The file of a capture on the phone. */
export interface CaptureFile {
  readonly path: string;
  readonly bytes: number;
}

const packageName = "com.emanuelef.remote_capture";
const control = `${packageName}/.activities.CaptureCtrl`;
const folder = "/sdcard/Download/PCAPdroid";
const limits = { timeoutMs: 30_000, maxBytes: 1024 * 1024 };

/** What to do where the app is missing. */
export const howToGetPcapdroid =
  "Install PCAPdroid on the phone: it is free software that needs no root, at https://f-droid.org/packages/com.emanuelef.remote_capture/ " +
  "or in the Play Store. Open it once, then run this again. A record that was made otherwise is read by: candor traffic report FILE";

/** Whether PCAPdroid is on the phone. @throws DeviceError */
export async function hasPcapdroid(source: Source, signal?: AbortSignal): Promise<boolean> {
  const { stdout } = await source.run(["sh", "-c", `pm path ${packageName}; echo end`], { ...limits, signal });
  return new TextDecoder().decode(stdout).includes("package:");
}

/**
 * Starts a capture into a file on the phone, by PCAPdroid's documented intent (its `docs/app_api.md`); the phone may ask the person first.
 *
 * @throws DeviceError `refused` where the phone does not start it
 */
export async function startCapture(source: Source, request: CaptureRequest, signal?: AbortSignal): Promise<void> {
  await sendIntent(
    source,
    {
      action: "start",
      pcap_dump_mode: "pcap_file",
      pcap_name: request.file,
      // Each packet then tells its app.
      dump_extensions: "true",
      ...(request.apps.length > 0 ? { app_filter: request.apps.join(",") } : {}),
      ...(request.apiKey === undefined ? {} : { api_key: request.apiKey }),
    },
    signal,
  );
}

/** Ends the capture. @throws DeviceError */
export async function stopCapture(source: Source, apiKey: string | undefined): Promise<void> {
  await sendIntent(source, { action: "stop", ...(apiKey === undefined ? {} : { api_key: apiKey }) });
}

/** The file as it lies on the phone now; null where there is none yet. @throws DeviceError */
export async function findCapture(source: Source, file: string, signal?: AbortSignal): Promise<CaptureFile | null> {
  // Android names a file of the shared storage `.pending-…` while an app still writes it (AOSP: MediaProvider, FileUtils).
  const script =
    'for f in "$0/$1" "$0"/.pending-*-"$1"; do [ -f "$f" ] && stat -c "%s %n" "$f"; done 2>/dev/null; echo end';
  const { stdout } = await source.run(["sh", "-c", script, folder, file], { ...limits, signal });
  const [, bytes, path] = /^(\d{1,15}) (\/.*)$/m.exec(new TextDecoder().decode(stdout)) ?? [];
  return bytes === undefined || path === undefined ? null : { path, bytes: Number(bytes) };
}

/**
 * A part of a file that still grows, which `dd` by blocks would give more of than there was.
 *
 * @throws DeviceError `refused` where the phone gives another number of bytes
 */
export async function readCapture(source: Source, path: string, offset: number, length: number): Promise<Uint8Array> {
  const command = ["sh", "-c", 'tail -c +"$1" "$0" | head -c "$2"', path, String(offset + 1), String(length)];
  const { stdout } = await source.run(command, { timeoutMs: 60_000, maxBytes: length + 4096 });
  if (stdout.length !== length)
    throw new DeviceError(
      "refused",
      `The phone gave ${stdout.length} bytes of the record where ${length} were asked for.`,
    );
  return stdout.slice();
}

/** SHA-256 of a file as the phone makes it, in hexadecimal; null where it cannot. */
export async function digestOnPhone(source: Source, path: string): Promise<string | null> {
  const { stdout } = await source.run(["sha256sum", path], { timeoutMs: 300_000, maxBytes: 64 * 1024 });
  return /^([0-9a-f]{64})\b/.exec(new TextDecoder().decode(stdout))?.[1] ?? null;
}

/** Removes the file of a capture from the phone; false where the phone does not let it be removed. */
export async function removeCapture(source: Source, path: string): Promise<boolean> {
  const { exitCode } = await source.run(["rm", "-f", path], limits);
  return exitCode === 0;
}

async function sendIntent(
  source: Source,
  extras: Readonly<Record<string, string>>,
  signal?: AbortSignal,
): Promise<void> {
  const given = Object.entries(extras).flatMap(([key, value]) => ["-e", key, value]);
  const { stdout, stderr, exitCode } = await source.run(["am", "start", ...given, "-n", control], {
    ...limits,
    signal,
  });
  const said = `${new TextDecoder().decode(stdout)}\n${new TextDecoder().decode(stderr)}`;
  if ((exitCode ?? 0) === 0 && !/^Error|Exception/m.test(said)) return;
  const words = said.split("\n").find((line) => /Error|Exception/.test(line)) ?? "no reason";
  throw new DeviceError(
    "refused",
    `The phone did not start PCAPdroid: ${words.trim().slice(0, 200)}`,
    "Open PCAPdroid on the phone once, and look whether it is a recent version.",
  );
}

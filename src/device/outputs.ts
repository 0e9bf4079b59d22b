import { DeviceError } from "../core/errors.ts";
import { commandLine } from "../core/source.ts";
import { decodeText } from "../core/text.ts";
import { type Folder, readWhole } from "./folder.ts";
import { manifestFile, parseManifest } from "./manifest.ts";
import type { Stored } from "./stored.ts";

const maxManifestBytes = 8 * 1024 * 1024;

/**
 * A source from a folder or zip of command outputs with its `outputs.json`; undefined where there is none. A folder of raw outputs
 * that someone saved, and Candor's own capture, which also tells exit codes and why a command had no answer.
 *
 * @throws DeviceError `unreadable` when the manifest is broken.
 */
export async function outputsStored(folder: Folder): Promise<Stored | undefined> {
  if (!folder.files.has(manifestFile)) return undefined;
  const { capture, takenAt, outputs } = parseManifest(
    decodeText(await readWhole(folder, manifestFile, maxManifestBytes)),
  );
  return {
    kind: capture ? "capture" : "outputs",
    name: folder.name,
    takenAt,
    noun: capture ? "capture" : "folder of outputs",
    async answers(command, maxBytes) {
      const entry = outputs[commandLine(command)];
      if (!entry) return undefined;
      if ("error" in entry) throw new DeviceError(entry.error.code, entry.error.message, entry.error.next);
      const { file, stderr, exitCode, origin = capture ? undefined : `file ${file}` } = entry;
      return {
        stdout: await readAnswer(folder, file, maxBytes),
        stderr: stderr === undefined ? new Uint8Array() : await readAnswer(folder, stderr, maxBytes),
        exitCode,
        ...(origin === undefined ? {} : { origin }),
      };
    },
    close: () => folder.close(),
  };
}

async function readAnswer(folder: Folder, file: string, maxBytes: number): Promise<Uint8Array> {
  if (!folder.files.has(file))
    throw new DeviceError("absent", `${manifestFile} names the file "${file}", which is not there.`);
  return await readWhole(folder, file, maxBytes);
}

import { DeviceError } from "../core/errors.ts";
import { decodeText } from "../core/text.ts";
import { type Folder, readWhole, topFolders } from "./folder.ts";
import { type Stored, stdout } from "./stored.ts";

/** How the outputs of commands begin, or what they are sure to hold; the file's name says nothing. */
const signs: readonly { readonly command: string; readonly has: readonly RegExp[] }[] = [
  { command: "getprop", has: [/^\s*\[[\w.@-]+\]: \[/, /^\[ro\.build\.[\w.]+\]: \[/m] },
  { command: "dumpsys accessibility", has: [/^\s*ACCESSIBILITY MANAGER \(dumpsys accessibility\)/] },
  { command: "dumpsys appops", has: [/^\s*Current AppOps Service state:/] },
  { command: "dumpsys notification", has: [/^\s*Current Notification Manager state:/] },
  { command: "dumpsys device_policy", has: [/^\s*Current Device Policy Manager state:/] },
  { command: "dumpsys webviewupdate", has: [/^\s*Current WebView Update Service state/] },
  { command: "dumpsys activity services", has: [/^\s*ACTIVITY MANAGER SERVICES \(dumpsys activity services\)/] },
  { command: "dumpsys package", has: [/^\s*(?:Database versions:|Verifiers:)/, /^Packages:$/m] },
  {
    command: "settings list global",
    has: [/^[^\s=]+=/, /^device_provisioned=/m, /^(?:adb_enabled|airplane_mode_on)=/m],
  },
  { command: "settings list secure", has: [/^[^\s=]+=/, /^android_id=/m, /^user_setup_complete=/m] },
  { command: "settings list system", has: [/^[^\s=]+=/, /^screen_brightness=/m, /^volume_\w+=/m] },
];

const headBytes = 4096;
const maxFiles = 300;
const maxFileBytes = 32 * 1024 * 1024;

/**
 * A source from loose files with outputs of commands, recognised by what they hold, for folders without a manifest; undefined where
 * none is recognised. Nothing tells when they were taken.
 *
 * @throws DeviceError `unreadable` when two files hold the same output: they are of two phones or two times.
 */
export async function looseOutputsStored(folder: Folder): Promise<Stored | undefined> {
  const tops = new Set(topFolders(folder));
  const paths = [...folder.files]
    .filter(([path, size]) => size > 0 && size <= maxFileBytes && tops.has(path.slice(0, path.lastIndexOf("/") + 1)))
    .map(([path]) => path);
  if (paths.length > maxFiles) return undefined;
  const byCommand = new Map<string, string>();
  for (const path of paths) {
    const command = await recognise(folder, path);
    if (command === undefined) continue;
    const other = byCommand.get(command);
    if (other !== undefined)
      throw new DeviceError(
        "unreadable",
        `"${folder.name}" holds the output of "${command}" twice, in ${other} and in ${path}.`,
        "Keep the outputs of each phone in a folder of their own, or name one file.",
      );
    byCommand.set(command, path);
  }
  if (byCommand.size === 0) return undefined;
  return {
    kind: "outputs",
    name: folder.name,
    takenAt: null,
    noun: "folder of outputs",
    async answers(command, maxBytes) {
      const path = byCommand.get(command.join(" "));
      return path === undefined ? undefined : stdout(await readWhole(folder, path, maxBytes), `file ${path}`);
    },
    close: () => folder.close(),
  };
}

/** The command by the first sign, which the head must show, and by the others, which may stand anywhere. */
async function recognise(folder: Folder, path: string): Promise<string | undefined> {
  const file = await folder.open(path);
  try {
    const head = decodeText(await file.read(0, Math.min(file.size, headBytes)));
    const likely = signs.filter(({ has: [first] }) => first?.test(head));
    if (likely.length === 0) return undefined;
    const text = decodeText(await file.read(0, file.size));
    return likely.find(({ has }) => has.every((sign) => sign.test(text)))?.command;
  } finally {
    await file.close();
  }
}

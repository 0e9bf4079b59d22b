import { capture as takeCapture } from "../centre/capture.ts";
import { fileNote } from "../centre/journal-notes.ts";
import { type Context, exitCodes } from "./context.ts";
import { failure } from "./failure.ts";
import { type AppsFlags, lookIntoApps } from "./look-into-apps.ts";
import { note } from "./note.ts";
import { progressOn } from "./progress.ts";
import { open, type SourceFlags } from "./source-flags.ts";

/** `candor capture OUT`: reads everything once and keeps the answers, so that the phone can be examined again without it. */
export async function capture(
  this: Context,
  flags: SourceFlags & AppsFlags & { readonly from?: string },
  out: string,
): Promise<void> {
  const progress = progressOn(this.process.stderr, flags.progress);
  const looking = lookIntoApps(this, flags);
  try {
    const source = await open(this, { input: flags.from, serial: flags.serial, address: flags.address }, progress);
    try {
      const { answers, refused, bytes } = await takeCapture(source, out, {
        dataFolder: this.dataFolder,
        signal: this.signal,
        onProgress: (step) => progress.step(step),
        apps: looking?.options,
      });
      looking?.end();
      progress.end();
      this.process.stdout.write(
        `${out}: ${answers} answers kept, ${refused} commands refused or missing, ${bytes} bytes.\n` +
          `It holds what the phone said, names and settings included: keep it private. Examine it with: candor check ${JSON.stringify(out)}\n`,
      );
      const body = await fileNote(out, "capture", source.name);
      await note(this, flags.from, [{ kind: "export", body }]);
      this.process.exitCode = answers > 0 ? exitCodes.fine : exitCodes.unreadable;
    } finally {
      looking?.end();
      progress.end();
      await source.close();
    }
  } catch (error) {
    this.process.exitCode = failure(this, error);
  }
}

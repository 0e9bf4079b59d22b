import { type ExaminationSummary, keepExamination } from "../centre/examinations.ts";
import { examine, sawAnything } from "../centre/examine.ts";
import { examinationNote, noteInJournal } from "../centre/journal-notes.ts";
import { DeviceError } from "../core/errors.ts";
import type { Snapshot } from "../core/snapshot.ts";
import type { Source } from "../core/source.ts";
import { type ServerContext, storeOf } from "./context.ts";
import type { JobTools } from "./jobs.ts";
import { onPhone } from "./phone-work.ts";

/**
 * Examines a phone, keeps what was found and notes it in the journal.
 *
 * @param apps whether to look into the apps, too
 * @param around what the phone is read through, where something besides examining looks at its answers
 * @throws DeviceError `refused` where nothing could be read
 */
export async function examinePhone(
  context: ServerContext,
  { phone, apps }: { readonly phone: string; readonly apps: boolean },
  { signal, tell }: JobTools,
  around: (source: Source) => Source = (source) => source,
): Promise<{ readonly snapshot: Snapshot; readonly examination: ExaminationSummary }> {
  return await onPhone(context, phone, { signal, tell }, async (source) => {
    const found = await examine(around(source), {
      dataFolder: context.dataFolder,
      signal,
      onProgress: ({ about, done, total }) => tell({ type: "progress", about, done, of: total }),
      ...(apps && {
        apps: {
          onProgress: (step) =>
            tell({
              type: "progress",
              about: `Looking into ${step.app ?? "the apps"}`,
              done: step.done,
              of: step.of,
            }),
        },
      }),
    });
    if (!sawAnything(found.snapshot))
      throw new DeviceError(
        "refused",
        "Nothing could be read from the phone.",
        "Unlock it, check the cable, and try again.",
      );
    const examination = await keepExamination(await storeOf(context), { ...found, phone }, context.now());
    await noteExamined(context, found.snapshot, phone, tell);
    return { snapshot: found.snapshot, examination };
  });
}

/** Notes it in the journal, but for virtual phones of Candor's own; says where it could not be noted. */
async function noteExamined(
  context: ServerContext,
  taken: Snapshot,
  phone: string,
  tell: JobTools["tell"],
): Promise<void> {
  if (phone.startsWith("virtual:")) return;
  const problem = await noteInJournal(context, [{ kind: "examination", body: examinationNote(taken) }]);
  if (problem !== null) tell({ type: "message", message: problem });
}

import { DeviceError } from "../core/errors.ts";
import type { Report } from "../core/report.ts";
import type { Snapshot } from "../core/snapshot.ts";
import type { Source } from "../core/source.ts";
import { type ExaminationSummary, keepExamination, removeExamination } from "./examinations.ts";
import { type ExamineOptions, examine, sawAnything } from "./examine.ts";
import { examinationNote, noteInJournal } from "./journal-notes.ts";
import { openPrivate, type PrivatePlace } from "./private-store.ts";
import type { Watched, WatchTools } from "./watch.ts";
import { followedPhones, followLimits, writeFollowed } from "./watch-store.ts";

/** An examination that was kept. */
export interface KeptWatched extends Watched {
  readonly kept: ExaminationSummary;
  /** How the phone was reached. */
  readonly via: string;
}

export interface WatchWorkOptions {
  readonly open: (phone: string) => Promise<Source>;
  readonly examine: ExamineOptions;
  /** As examinations name a phone, for example `serial:…`. */
  readonly refOf: (phone: string) => string;
  /** Why an examination could not be noted in the journal. */
  readonly onProblem: (sentence: string) => void;
}

/** What following does with real phones and a data folder: examines, keeps, notes in the journal, and removes the oldest. */
export function watchWork(
  place: PrivatePlace,
  options: WatchWorkOptions,
): Pick<WatchTools<KeptWatched>, "examine" | "readTold" | "writeTold"> {
  // Those that were made while the folder was locked come to the history when it is open.
  let made: readonly { readonly id: string; readonly kept: ExaminationSummary }[] = [];
  return {
    examine: async (phone) => {
      const { snapshot, report } = await examined(await options.open(phone), options.examine);
      const store = await openPrivate(place);
      const ref = options.refOf(phone);
      const kept = await keepExamination(store, { snapshot, report, phone: ref }, place.now());
      const id = kept.serial ?? phone;
      made = [...made, { id, kept }];
      for (const old of made.slice(0, -followLimits.examinations)) await removeExamination(store, old.kept.id);
      made = made.slice(-followLimits.examinations);
      if (!ref.startsWith("virtual:")) {
        const problem = await noteInJournal(place, [{ kind: "examination", body: examinationNote(snapshot) }]);
        if (problem !== null) options.onProblem(problem);
      }
      return { id, report, kept, via: phone };
    },
    readTold: async (id) => (await followedPhones(await openPrivate(place))).get(id)?.told,
    writeTold: async ({ id, via }, told) => {
      const own = made.filter((each) => each.id === id).map(({ kept }) => kept);
      await writeFollowed(await openPrivate(place), { id, via, told, made: own });
      made = made.filter((each) => each.id !== id);
    },
  };
}

/** Half an examination, of a phone that went meanwhile, would tell of everything that it can no longer be answered. */
async function examined(source: Source, options: ExamineOptions): Promise<{ snapshot: Snapshot; report: Report }> {
  try {
    const found = await examine(source, options);
    const went = Object.values(found.snapshot.facts).some((fact) => fact.state === "unknown" && fact.code === "gone");
    if (went)
      throw new DeviceError("gone", "The phone went while it was examined.", "Leave it connected for a minute.");
    if (sawAnything(found.snapshot)) return found;
    throw new DeviceError("refused", "Nothing could be read from the phone.", "Unlock it, and check the cable.");
  } finally {
    await source.close();
  }
}

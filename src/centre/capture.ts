import { stat } from "node:fs/promises";
import type { Source } from "../core/source.ts";
import { recordingSource, writeCapture } from "../device/capture.ts";
import { type ExamineOptions, lookingIntoApps, readFacts } from "./examine.ts";
import { version } from "./version.ts";

/** What a capture holds. */
export interface CaptureSummary {
  /** Commands that were answered, and those that were refused or that the source does not hold. */
  readonly answers: number;
  readonly refused: number;
  readonly bytes: number;
}

/**
 * Reads everything from a source once and writes it to one file. Checking that file gives the report that the source gave; what is in the
 * apps is in it where `apps` asks for that.
 */
export async function capture(source: Source, path: string, options: ExamineOptions): Promise<CaptureSummary> {
  const recorder = recordingSource(await lookingIntoApps(source, options));
  await readFacts(recorder, options);
  const recording = recorder.recording();
  await writeCapture(path, recording, version);
  const refused = [...recording.answers.values()].filter((answer) => answer instanceof Error).length;
  return { answers: recording.answers.size - refused, refused, bytes: (await stat(path)).size };
}

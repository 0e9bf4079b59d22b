import type { SourceChoice } from "../centre/open-source.ts";
import { openSource } from "../centre/open-source.ts";
import type { Source } from "../core/source.ts";
import type { Context } from "./context.ts";
import { type Progress, progressStyles } from "./progress.ts";

/** Flags that choose a phone; shared by every command that examines. */
export interface SourceFlags {
  readonly serial?: string;
  readonly address?: string;
  readonly progress: (typeof progressStyles)[number];
}

export const sourceFlags = {
  serial: {
    kind: "parsed",
    parse: String,
    optional: true,
    brief: "Serial number of one of several phones",
    placeholder: "SERIAL",
  },
  address: {
    kind: "parsed",
    parse: String,
    optional: true,
    brief: "A phone's own ADB port, without any adb on this computer",
    placeholder: "HOST:PORT",
  },
  progress: { kind: "enum", values: progressStyles, default: "auto", brief: "How progress is shown on standard error" },
} as const;

/** What SOURCE may be, for the help of every command that takes one. */
export const sourceBrief =
  "A bug report, AndroidQF folder, capture or folder of outputs; virtual:MODEL; the phone on the cable when left out";

/** Opens the chosen source; prompts of the phone are passed on to the person. */
export function open(context: Context, choice: SourceChoice, progress: Progress): Promise<Source> {
  return openSource(choice, {
    dataFolder: context.dataFolder,
    now: context.now(),
    env: context.process.env,
    signal: context.signal,
    onPrompt: (sentence) => progress.say(sentence),
  });
}

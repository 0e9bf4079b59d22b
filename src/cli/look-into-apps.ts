import type { AppsOptions } from "../centre/phone-with-apps.ts";
import type { Context } from "./context.ts";
import { inspectReporter } from "./inspect-progress.ts";
import type { SourceFlags } from "./source-flags.ts";

/** Whether the apps of a phone are looked into, too; shared by every command that examines. */
export interface AppsFlags {
  readonly apps: boolean;
}

export const appsFlags = {
  apps: {
    kind: "boolean",
    default: true,
    withNegated: true,
    brief: "Look into the files of the phone's apps, too; what was seen before is quick",
  },
} as const;

/** How an examination looks into the apps, with its own line of progress; undefined where it is not to. */
export function lookIntoApps(
  context: Context,
  flags: AppsFlags & Pick<SourceFlags, "progress">,
): { readonly options: AppsOptions; readonly end: () => void } | undefined {
  if (!flags.apps) return undefined;
  const reporter = inspectReporter(context.process.stderr, flags.progress, context.now);
  return { options: { onProgress: (step) => reporter.step(step) }, end: () => reporter.end() };
}

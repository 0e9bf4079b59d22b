import type { Remedy } from "../../core/check.ts";

/** What to do before an app that watches is removed: removing it is seen by whoever installed it, and destroys evidence. */
export function beforeRemoving(app: string): Remedy {
  return {
    kind: "steps",
    screen: "app",
    steps: [
      "Use another device to look for help: what is done on this phone may be seen.",
      "Keep evidence: save this report and photograph the app's page in Settings > Apps.",
      "Think of your safety: whoever installed the app may notice that it is gone.",
      `Then remove ${app}: in Settings > Security, take its rights as device admin and accessibility service, and uninstall it.`,
      "Change the passwords of your accounts from another device, and the phone's lock.",
    ],
  };
}

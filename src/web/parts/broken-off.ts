import { createResource } from "solid-js";
import type { ChangeRecord } from "../../centre/change-records.ts";
import { ask, type JobHandle } from "../api.ts";

/** The change of this phone that a job left open, where it broke off or was stopped; undefined where there is none, or it is not known yet. */
export function brokenOff(job: JobHandle, serial: () => string | undefined): () => ChangeRecord | undefined {
  const ended = () => {
    const { state } = job.state();
    return state === "failed" || state === "stopped" ? serial() : undefined;
  };
  const [found] = createResource(ended, async (wanted) => {
    // Where that cannot be read, what the job ended with stays on the screen.
    const none = { records: [] as readonly ChangeRecord[] };
    const { records } = await ask<typeof none>("/journal/interrupted").catch(() => none);
    return records.find(({ body }) => body.phone.serial === wanted);
  });
  return () => (ended() !== undefined && found.state === "ready" ? found() : undefined);
}

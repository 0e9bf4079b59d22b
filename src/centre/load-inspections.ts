import { DeviceError, FormatError } from "../core/errors.ts";
import type { Snapshot } from "../core/snapshot.ts";
import type { Source } from "../core/source.ts";
import { type AppInspections, parseAppInspections } from "../formats/app-inspections.ts";
import { loadEngines } from "./app-engines.ts";
import { appsCommand } from "./app-source.ts";
import { withFileEngines } from "./file-engines.ts";
import { type InspectOptions, inspectApps } from "./inspect-apps.ts";
import { readSnapshot } from "./saved-snapshot.ts";

export type { InspectProgress } from "./inspect-apps.ts";

/** Seconds are enough: a capture only hands out what it holds. */
const limits = { timeoutMs: 60_000, maxBytes: 256 * 1024 * 1024 };

/**
 * What is in the apps of a source: a phone is looked into, a capture gives what was found when it was taken.
 *
 * @throws DeviceError with what to do next; `absent` where a capture holds nothing of it.
 */
export async function loadInspections(
  source: Source,
  { rules, ...options }: Omit<InspectOptions, "engines"> & { readonly rules?: PhoneRules | undefined },
): Promise<LoadedInspections> {
  if (source.kind === "phone") {
    const lists = await loadEngines(options.dataFolder, []);
    const { dataFolder, signal = new AbortController().signal } = options;
    const engines = rules ? await withFileEngines(lists, { dataFolder, signal, clamd: false, ...rules }) : lists;
    const watched = watching(source);
    return { found: await inspectApps(watched, { ...options, engines }), lost: watched.lost() };
  }
  const { stdout } = await answer(source, options.signal);
  return { found: parsed(new TextDecoder().decode(stdout)), lost: false };
}

/** YARA rules that are asked about the code of the apps. */
export interface PhoneRules {
  /** Rule files and folders of them. */
  readonly yara: readonly string[];
  /** Epoch milliseconds. */
  readonly now: number;
}

export interface LoadedInspections {
  readonly found: AppInspections;
  /** The phone vanished before all of its apps were looked into. */
  readonly lost: boolean;
}

/** A source that remembers whether the phone was there to the end. */
function watching(source: Source): Source & { readonly lost: () => boolean } {
  let lost = false;
  return {
    kind: source.kind,
    name: source.name,
    takenAt: source.takenAt,
    run: async (command, limits) => {
      try {
        return await source.run(command, limits);
      } catch (error) {
        if (error instanceof DeviceError && (error.code === "gone" || error.code === "offline")) lost = true;
        throw error;
      }
    },
    close: () => source.close(),
    lost: () => lost,
  };
}

/** What a saved examination (`candor check --save`) holds of apps, and of which phone; undefined where the file is no such thing. */
export async function savedInspections(path: string): Promise<SavedInspections | undefined> {
  const snapshot = await readSnapshot(path);
  return snapshot && inspectionsOf(snapshot);
}

/** What an examination holds of apps. @throws DeviceError `absent` where it holds nothing of them */
export function inspectionsOf(snapshot: Snapshot): SavedInspections {
  const fact = snapshot.facts["app-inspections"];
  if (fact?.state !== "read") {
    const reason = fact ? ` The reason: ${fact.reason}` : "";
    throw new DeviceError("absent", `This examination does not hold what is in the apps.${reason}`, again);
  }
  return { found: parsed(JSON.stringify(fact.value)), source: snapshot.source, takenAt: snapshot.takenAt };
}

export interface SavedInspections {
  readonly found: AppInspections;
  readonly source: Snapshot["source"];
  readonly takenAt: Snapshot["takenAt"];
}

const again = "Attach the phone, or take a capture that has the apps: candor capture phone.candor.";

function parsed(text: string): AppInspections {
  try {
    return parseAppInspections(text);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    throw new DeviceError("unreadable", `What is kept there of the apps cannot be read: ${error.message}.`);
  }
}

async function answer(source: Source, signal: AbortSignal | undefined) {
  try {
    return await source.run(appsCommand, { ...limits, signal });
  } catch (error) {
    if (!(error instanceof DeviceError) || error.code !== "absent") throw error;
    const message =
      source.kind === "capture"
        ? "This capture does not hold what is in the apps."
        : "Only a phone and a capture of it tell what is in the apps; this holds no app files.";
    throw new DeviceError("absent", message, again);
  }
}

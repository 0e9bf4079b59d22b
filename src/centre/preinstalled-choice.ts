import * as z from "zod";
import type { ActionCall } from "../core/action.ts";
import { FormatError } from "../core/errors.ts";
import { type Preinstalled, type PreinstalledApp, stateFor } from "./preinstalled.ts";

/**
 * Sets of apps to put away. `gentle`: what only gathers data or advertises, and nobody uses. `private`: also what can go without harm, and
 * gatherers that something small stands on. `minimal`: everything that is not needed to use the phone.
 */
export const presets = ["gentle", "private", "minimal"] as const;
export type Preset = (typeof presets)[number];

/** What a preset chooses of the apps that a user has in use. Nothing that Candor does not know, and nothing of level `expert` or `never`. */
export function presetApps({ apps }: Preinstalled, preset: Preset, user: number): readonly PreinstalledApp[] {
  return apps.filter((app) => {
    if (app.listed === null || stateFor(app, user) !== "in-use") return false;
    const { removal, collects, evidence } = app.listed;
    const gathers = collects !== null;
    if (removal === "removable") return preset !== "gentle" || (gathers && evidence !== "by-name" && !isOpened(app));
    if (removal === "with-care") return preset === "minimal" || (preset === "private" && gathers && !isOpened(app));
    return false;
  });
}

/** Apps that people open: what they are, and not what they do beside it, begins what is said of them. */
function isOpened({ listed }: PreinstalledApp): boolean {
  return listed !== null && /^(?:is|was) /.test(listed.does);
}

/** By which means an app is put away; each a rung weaker than, or other than, the one before. */
export const ways = ["disable", "uninstall", "suspend"] as const;
export type Way = (typeof ways)[number];

const actionOfWay = {
  disable: "disable-package",
  uninstall: "uninstall-for-user",
  suspend: "suspend-package",
} as const;

/** The calls that put apps away for a user. */
export function awayCalls(names: readonly string[], user: number, way: Way): readonly ActionCall[] {
  return names.map((name) => ({ action: actionOfWay[way], params: { user, package: name } }));
}

/** The way of a call of `awayCalls`; undefined for other actions. */
export function wayOf({ action }: Pick<ActionCall, "action">): Way | undefined {
  return ways.find((way) => actionOfWay[way] === action);
}

/** Schema of a selection: package names to put away, to be kept, shared and used again. */
const selectionShape = z.object({
  schema: z.literal("candor.selection/1"),
  about: z.string().max(300).default(""),
  packages: z
    .array(
      z
        .string()
        .max(255)
        .regex(/^[A-Za-z0-9_]+(?:\.[A-Za-z0-9_]+)*$/),
    )
    .max(5000),
});

/** Package names of a selection. @throws FormatError */
export function readSelection(text: string): readonly string[] {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    throw new FormatError("selection", "not JSON");
  }
  const read = selectionShape.safeParse(document);
  if (!read.success) throw new FormatError("selection", read.error.issues[0]?.message ?? "not a selection");
  return [...new Set(read.data.packages)];
}

/** A selection as a file. */
export function writeSelection(packages: readonly string[], about: string): string {
  return `${JSON.stringify({ schema: "candor.selection/1", about, packages }, null, 1)}\n`;
}

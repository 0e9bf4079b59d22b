import type { AppRecord } from "./app-record.ts";
import { pointWords, type TellingPoint, tellingPoints } from "./telling-points.ts";

/** Something known that an app has the shape of. */
export interface AppShape {
  readonly id: string;
  /** A few words. */
  readonly name: string;
  /** The same as the beginning of a sentence, which the reasons go on after. */
  readonly says: string;
  readonly severity: "high" | "medium";
  readonly confidence: "likely" | "possible";
  /** Why: each in words that go on after "it". */
  readonly reasons: readonly string[];
  /** The same, as words for programs. */
  readonly points: readonly TellingPoint[];
}

interface Rule extends Pick<AppShape, "id" | "name" | "says" | "severity"> {
  /** One of each list is needed. */
  readonly needs: readonly (readonly TellingPoint[])[];
  /** So many of these are needed besides. */
  readonly several?: readonly [count: number, of: readonly TellingPoint[]];
  /** Two of these, and it is likely instead of possible. */
  readonly stronger: readonly TellingPoint[];
}

/** Day on which the rules were changed last, yyyy-mm-dd. */
export const shapesDate = "2026-11-22";

const hidden: readonly TellingPoint[] = ["no-icon", "system-label", "android-name"];
const further: readonly TellingPoint[] = ["loads-code", "carries-code", "carries-app", "disguised-code", "packed"];
const gathers: readonly TellingPoint[] = [
  "messages",
  "calls",
  "microphone",
  "camera",
  "place-always",
  "contacts",
  "files",
];

/** Rules about the file, and not about what the app may do. */
const ofFile: ReadonlySet<string> = new Set(["app-bringer", "misleading-file"]);

/** The gravest first. */
const rules: readonly Rule[] = [
  {
    id: "secret-watcher",
    name: "shape of an app that watches in secret",
    says: "It has the shape of an app that watches in secret",
    severity: "high",
    needs: [["no-icon", "system-label"], ["accessibility", "notifications", "keyboard"], ["internet"]],
    several: [3, gathers],
    stronger: ["no-icon", "system-label", "device-admin", "place-always", "old-target", "tricked"],
  },
  {
    id: "account-emptier",
    name: "shape of an app that empties bank accounts",
    says: "It has the shape of an app that empties bank accounts",
    severity: "high",
    needs: [["accessibility"], ["overlay"], ["messages"], ["internet"], further, ["brings-apps", ...hidden, "tricked"]],
    stronger: [...hidden, "packed", "tricked", "device-admin"],
  },
  {
    id: "app-bringer",
    name: "shape of an app that brings harmful ones along",
    says: "It has the shape of an app that brings harmful ones along",
    severity: "medium",
    needs: [
      ["brings-apps"],
      ["carries-app", "carries-code", "disguised-code"],
      ["packed", "tricked", "disguised-code", ...hidden],
    ],
    stronger: ["packed", "tricked", "disguised-code", "no-icon", "accessibility"],
  },
  {
    id: "screen-locker",
    name: "shape of an app that locks people out of their phone",
    says: "It has the shape of an app that locks people out of their phone",
    severity: "high",
    needs: [["device-admin"], ["overlay"], ["starts-with-phone"], hidden],
    stronger: [...hidden, "packed", "tricked"],
  },
  {
    id: "false-system-part",
    name: "poses as a part of the system",
    says: "It poses as a part of the system",
    severity: "medium",
    needs: [
      ["system-label", "android-name"],
      ["accessibility", "notifications", "device-admin", "keyboard", "overlay", "messages"],
      ["internet"],
    ],
    stronger: ["no-icon", "accessibility", "device-admin", "packed", "tricked"],
  },
  {
    id: "permission-dodger",
    name: "built for an old Android to get permissions unasked",
    says: "It is built as for an old Android, which gives permissions unasked",
    severity: "medium",
    needs: [["old-target"], ["no-icon", "system-label", "packed", "tricked"], ["internet"]],
    several: [2, ["messages", "calls", "microphone", "camera", "place", "contacts"]],
    stronger: [...hidden, "packed", "tricked", "device-admin"],
  },
  {
    id: "misleading-file",
    name: "made to mislead whoever looks into it",
    says: "It is made to mislead whoever looks into it",
    severity: "medium",
    needs: [["tricked"]],
    stronger: ["messages", "sends-messages", "accessibility", "loads-code", "packed", "brings-apps", "overlay"],
  },
];

/** How many shapes are known. */
export const shapeCount: number = rules.length;

/**
 * What an app has the shape of, by Candor's own rules: powers that it asks for, what its code does and how it hides, put together. A shape
 * is no proof: it says what the app could do and that apps which do harm look the same.
 *
 * @param records its base first, then its other parts. What could not be read counts as not there.
 */
export function appShapes(records: readonly AppRecord[]): readonly AppShape[] {
  const has = tellingPoints(records);
  const found = rules.flatMap((rule) => shapeOf(rule, has));
  // One app that could do everything has one shape, the gravest; how its file is made is another matter.
  const [first] = found;
  return found.filter((shape) => shape === first || ofFile.has(shape.id));
}

function shapeOf({ needs, several, stronger, ...shape }: Rule, has: ReadonlySet<TellingPoint>): AppShape[] {
  const held = (of: readonly TellingPoint[]) => of.filter((point) => has.has(point));
  if (!needs.every((any) => held(any).length > 0)) return [];
  const counted = several ? held(several[1]) : [];
  if (several && counted.length < several[0]) return [];
  const weight = held(stronger);
  const points = [...new Set([...needs.flatMap(held), ...counted, ...weight])];
  const confidence = weight.length >= 2 ? "likely" : "possible";
  return [{ ...shape, confidence, reasons: points.map(pointWords), points }];
}

import { type JsonObject, listIn, objectIn, textIn } from "./json-member.ts";

/** What the tweasel tools tell of a record: `log._tweasel`, metaVersion 1.0. */
export interface HarTweasel {
  /** `allowlist`: only the traffic of the apps in `chosen` was recorded; `denylist`: that of all but them. */
  readonly mode: "all-apps" | "allowlist" | "denylist" | null;
  readonly chosen: readonly string[];
  /** `android` or `ios`, as written. */
  readonly platform: string | null;
  readonly model: string | null;
  readonly osVersion: string | null;
  readonly apps: readonly {
    readonly id: string;
    readonly name: string | null;
    readonly version: string | null;
  }[];
}

/** Reads the block; null where there is none. Written by github.com/tweaselORG/cyanoacrylate. */
export function readTweasel(block: JsonObject | null): HarTweasel | null {
  if (!block) return null;
  const options = objectIn(block, "options");
  const device = objectIn(block, "device");
  const mode = textIn(options, "mode");
  const model = [textIn(device, "manufacturer"), textIn(device, "model") ?? textIn(device, "modelCodeName")];
  return {
    mode: mode === "all-apps" || mode === "allowlist" || mode === "denylist" ? mode : null,
    chosen: listIn(options, "apps").filter((id): id is string => typeof id === "string"),
    platform: textIn(device, "platform"),
    model: model.filter((part) => part !== null && part !== "").join(" ") || null,
    osVersion: textIn(device, "osVersion"),
    apps: listIn(block, "apps").flatMap((app) => {
      const id = textIn(app, "id");
      return id === null ? [] : { id, name: textIn(app, "name"), version: textIn(app, "version") };
    }),
  };
}

import { FormatError } from "../core/errors.ts";
import { defineFact, reading } from "../core/fact.ts";
import { parseJsonTexts } from "../formats/json-list.ts";

/** Traces of root tools in the file system. */
export interface RootTraces {
  /** Files and folders of root tools that are there. */
  readonly found: readonly string[];
  /** Places that the phone does not let a computer look into, so nothing is known of them. */
  readonly hidden: readonly string[];
}

/** Programs that `which` looks for on the search path. */
const programs = [
  "su",
  "magisk",
  "magisk64",
  "magiskpolicy",
  "busybox",
  "supersu",
  "daemonsu",
  "ksud",
  "apd",
  "resetprop",
];

/** Where root tools keep files. `/data/adb` itself is on every phone. */
const places = [
  "/sbin/su",
  "/system/bin/su",
  "/system/xbin/su",
  "/system/sbin/su",
  "/vendor/bin/su",
  "/su/bin/su",
  "/data/local/su",
  "/data/local/bin/su",
  "/data/local/xbin/su",
  "/system/xbin/daemonsu",
  "/system/app/Superuser.apk",
  "/sbin/.magisk",
  "/debug_ramdisk/.magisk",
  "/data/adb/magisk",
  "/data/adb/ksu",
  "/data/adb/ap",
  "/data/adb/modules",
];

/** Files and folders that root tools leave, as far as a computer may look. */
export const rootTraces = defineFact({
  id: "root-traces",
  about: "Files of root tools",
  read: () => [["sh", "-c", `which -a ${programs.join(" ")}; ls -d ${places.join(" ")} 2>&1; echo end`]],
  parse: ([text = ""]) => parseTraces(text),
  otherwise: [
    reading({
      read: () => [{ run: ["androidqf", "root_binaries.json"], complete: /\]\s*$/ }],
      parse: ([text = ""]) => parseRootBinaries(text),
    }),
  ],
});

function parseTraces(text: string): RootTraces {
  const lines = text.trimEnd().split("\n");
  if (lines.pop() !== "end") throw new FormatError("root traces", "the answer breaks off before its end");
  const found: string[] = [];
  const hidden: string[] = [];
  for (const line of lines) {
    const complaint = /^ls: (?:cannot access )?'?(\/[^:']{1,200})'?: (.{1,100})$/.exec(line);
    if (complaint?.[2] === "Permission denied") hidden.push(complaint[1] as string);
    else if (complaint?.[2] === "No such file or directory" || complaint?.[2] === "Not a directory") continue;
    else if (/^\/\S{1,300}$/.test(line)) found.push(line);
    else throw new FormatError("root traces", `unexpected line "${line.slice(0, 60)}"`);
  }
  return { found: [...new Set(found)], hidden };
}

function parseRootBinaries(text: string): RootTraces {
  const found = parseJsonTexts(text, "root_binaries.json")
    .flatMap((row) => row.split("\n"))
    .map((row) => row.trim());
  return { found: [...new Set(found.filter((row) => row !== ""))], hidden: [] };
}

import type { PreinstalledPackage } from "../preinstalled-packages.ts";

const kinds = { use: "use of the phone", faults: "faults and logs", ads: "advertising", "-": null } as const;
const evidences = { doc: "documented", rep: "reported", name: "by-name" } as const;
const levels = ["removable", "with-care", "expert", "never"] as const;

const nothing = "Nothing that its owner uses is lost.";
const lists = "https://github.com/Universal-Debloater-Alliance/universal-android-debloater-next-generation";
const android = "https://android.googlesource.com/";

/**
 * Reads the lists that come with Candor: `# maker`, then a package a line,
 * `name | level | doc, rep or name | use, faults, ads or - | what it does | what is lost, or - | what needs it`.
 *
 * @throws TypeError for a line that is not so: a mistake in the list itself
 */
export function preinstalledRows(text: string): readonly PreinstalledPackage[] {
  let maker = "";
  return text
    .trim()
    .split("\n")
    .flatMap((line) => {
      if (!line.startsWith("# ")) return [row(line, maker)];
      maker = line.slice(2);
      return [];
    });
}

function row(line: string, maker: string): PreinstalledPackage {
  const [name = "", level = "", evidence = "", collects = "", does = "", cost = "", neededBy = ""] = line.split(" | ");
  const removal = levels.find((each) => each === level);
  const proven = evidences[evidence as keyof typeof evidences];
  const kind = kinds[collects as keyof typeof kinds];
  if (removal === undefined || proven === undefined || kind === undefined || cost === "" || maker === "")
    throw new TypeError(`not a line of the list: ${line}`);
  return {
    name,
    maker,
    does,
    cost: cost === "-" ? nothing : cost,
    collects: kind,
    removal,
    evidence: proven,
    source: sourceOf(name, maker, proven),
    neededBy: neededBy === "" ? [] : neededBy.split(" "),
  };
}

/** Parts of Android in Google's build, whose sources are Android's. */
const modules =
  /^com\.google\.android\.(?:adservices|bluetooth|captiveportal|cellbroadcast|documentsui|ext\.|federatedcompute|healthconnect|hotspot2|modulemetadata|networkstack|ondevicepersonalization|packageinstaller|permissioncontroller|photopicker|providers|rkpdapp|safetycenter|sdksandbox|tag$|wifi)/;

/** Where it can be looked up: Android's sources, the app's page in the store, or the lists of those who removed it. */
function sourceOf(name: string, maker: string, evidence: PreinstalledPackage["evidence"]): string {
  if (evidence !== "documented") return lists;
  const part = maker.startsWith("Android") || modules.test(name);
  return part ? android : `https://play.google.com/store/apps/details?id=${name}`;
}

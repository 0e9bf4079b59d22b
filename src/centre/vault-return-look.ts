import { batches } from "./phone-apks.ts";
import { listening } from "./phone-hashes.ts";
import { onLink, type PhoneLink } from "./phone-link.ts";
import type { ReturnedFile, ReturnPlan } from "./vault-return.ts";

/** What has the name of a file that is to be put on the phone: nothing of it is ever replaced. */
export interface TakenName {
  readonly file: ReturnedFile;
  /** `alike`: of the same size, so that it may be the same; compared to the last byte when it is its turn. */
  readonly found: "alike" | "other" | "unknown";
}

const patienceMs = 30_000;

/** One line for each name, in their order: the size of a file, or what is there. */
const lookScript =
  'for f; do if [ -f "$f" ]; then stat -L -c %s "$f" 2>/dev/null || echo no; elif [ -e "$f" ]; then echo other; else echo none; fi; done; echo end';

/** Looks which names of a plan are taken on the phone. Changes nothing. @throws DeviceError where the phone does not come back */
export async function takenNames(
  link: PhoneLink,
  { files }: Pick<ReturnPlan, "files">,
  { signal, onLooked }: { readonly signal: AbortSignal | undefined; readonly onLooked: (files: number) => void },
): Promise<readonly TakenName[]> {
  const byPath = new Map(files.map((file) => [file.to, file]));
  const taken: TakenName[] = [];
  let looked = 0;
  for (const batch of batches([...byPath.keys()])) {
    onLooked(looked);
    const lines = await linesOf(link, batch, signal);
    for (const [i, path] of batch.entries()) {
      const file = byPath.get(path);
      const found = file && foundAs(lines?.[i], file);
      if (file && found) taken.push({ file, found });
    }
    looked += batch.length;
  }
  return taken;
}

/** Null for a name that is free. */
function foundAs(line: string | undefined, { bytes }: ReturnedFile): TakenName["found"] | null {
  if (line === "none") return null;
  if (line === "other") return "other";
  if (line === undefined || !/^\d{1,19}$/.test(line)) return "unknown";
  return Number(line) === bytes ? "alike" : "other";
}

/** As many lines as names; undefined where nobody knows which is whose. */
async function linesOf(
  link: PhoneLink,
  paths: readonly string[],
  signal: AbortSignal | undefined,
): Promise<readonly string[] | undefined> {
  const limits = { timeoutMs: patienceMs, maxBytes: 1024 * 1024, signal };
  return await onLink(link, async (source) => {
    const { stdout } = await listening(source, () => source.run(["sh", "-c", lookScript, "sh", ...paths], limits));
    const lines = new TextDecoder().decode(stdout).split("\n");
    return lines.length === paths.length + 2 && lines[paths.length] === "end" ? lines : undefined;
  });
}

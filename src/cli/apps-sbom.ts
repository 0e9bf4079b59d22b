import { join } from "node:path";
import { billsOf } from "../centre/bill-of-materials.ts";
import type { AppFileRecord } from "../centre/scan-apps.ts";
import { writeFileAtomic } from "../centre/write-file.ts";
import { writeCycloneDx } from "../report/cyclonedx.ts";
import type { Context } from "./context.ts";

/** What `--sbom` stands for when bills go to standard output, in place of everything else. */
export const toStandardOutput = "-";

/** Writes the bill of materials of each app of a file into a folder; gives how many. A bill that is there already is replaced. */
export async function saveBills(record: AppFileRecord, folder: string, now: number): Promise<number> {
  const bills = billsOf(record.apps, now);
  for (const bill of bills) {
    const { name, sha256 } = bill.subject;
    // Names come from the app: they must not lead out of the folder, nor look like an option.
    const plain = name
      .replace(/[^A-Za-z0-9._]/g, "_")
      .replace(/^\.+/, "_")
      .slice(0, 120);
    await writeFileAtomic(join(folder, `${plain}-${sha256?.slice(0, 12) ?? "unknown"}.cdx.json`), writeCycloneDx(bill));
  }
  return bills.length;
}

/** Prints the bills of materials of the apps of a file, each on a line of its own; gives whether more can be taken at once. */
export function printBills({ process: { stdout } }: Context, record: AppFileRecord, now: number): boolean {
  let ready = true;
  for (const bill of billsOf(record.apps, now)) ready = stdout.write(writeCycloneDx(bill, 0));
  return ready;
}

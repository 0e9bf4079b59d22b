import type { ExaminationSummary } from "../centre/examinations.ts";
import type { PhoneList } from "../centre/phone-list.ts";
import { ask } from "./api.ts";

/**
 * How a phone can be reached now, by the serial number that it reports: as it is connected, as it was when it was examined, or as the only phone
 * there is. The server turns another phone away. Null where there is none.
 *
 * @throws ApiError
 */
export async function reachPhone(serial: string): Promise<string | null> {
  const { attached } = await ask<PhoneList>("/phones");
  const ready = attached.filter(({ state }) => state === "device");
  const same = ready.find((phone) => phone.serial === serial);
  if (same) return same.ref;
  const { examinations } = await ask<{ readonly examinations: readonly ExaminationSummary[] }>("/examinations");
  const before = examinations.find((each) => each.serial === serial && each.phone !== null)?.phone ?? null;
  if (before !== null && !before.startsWith("serial:")) return before;
  if (ready.some(({ ref }) => ref === before)) return before;
  return ready.length === 1 ? (ready[0]?.ref ?? null) : null;
}

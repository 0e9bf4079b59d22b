import type { SnapshotCard } from "../../../centre/vault-page.ts";
import { formatBytes, formatTime, t } from "../../i18n.ts";

/** When a snapshot was made. */
export const snapshotTime = ({ time }: SnapshotCard): string => (time === null ? t("vault.noTime") : formatTime(time));

/** Where a snapshot is from. */
export const snapshotFrom = ({ tags, hostname }: SnapshotCard): string =>
  t(tags.includes("phone") ? "vault.fromPhone" : "vault.fromComputer", { name: hostname.replace(/^phone-/, "") });

/** Where it is from, and how much is in it. */
export function snapshotSaid(of: SnapshotCard): string {
  const folders = of.paths.map((path) => path.replace(/^phone:[^/]*\//, "")).join(", ");
  const size = of.files === null ? "" : t("vault.snapshotFiles", { count: of.files, size: formatBytes(of.bytes ?? 0) });
  return [snapshotFrom(of), folders, size].filter((each) => each !== "").join(" · ");
}

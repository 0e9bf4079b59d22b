import { type MessageKey, t } from "../../i18n.ts";

const kinds: Readonly<Record<string, MessageKey>> = {
  serial: "evidence.kind.serial",
  imei: "evidence.kind.imei",
  "hardware-address": "evidence.kind.hardware-address",
  id: "evidence.kind.id",
  name: "evidence.kind.name",
  network: "evidence.kind.network",
  email: "evidence.kind.email",
  telephone: "evidence.kind.telephone",
  source: "evidence.kind.source",
};

/** How many values of each kind are replaced, in words. */
export const replacedWords = (replaced: Readonly<Record<string, number>>): string =>
  Object.entries(replaced)
    .map(([kind, count]) => t((Object.hasOwn(kinds, kind) && kinds[kind]) || "evidence.kind.other", { count }))
    .join(" · ");

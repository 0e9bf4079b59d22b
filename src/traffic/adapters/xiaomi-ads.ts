import { defineAdapter } from "../adapter.ts";

/** Parameters by which Xiaomi's advertising names a phone, in a query, a form or JSON. */
const parameters = [
  ["gaid", "advertisingId", "gaid", "Google's advertising id", /^(?!0{8})[0-9a-f-]{32,36}$/i],
  ["oaid", "advertisingId", "oaid", "the OAID", /^(?!0{16})[0-9a-f-]{16,64}$/i],
  ["imei", "deviceId", "imei", "the IMEI, or a digest of it", /^[0-9a-f]{14,64}$/i],
  ["mac", "deviceId", "mac", "the MAC address, or a digest of it", /^[0-9a-f:]{12,64}$/i],
  ["androidId", "developerScopedId", "androidId", "the Android ID, or a digest of it", /^[0-9a-f]{14,64}$/i],
  ["r", "deviceInfo", "country", "the region that the phone is set to", /^[A-Z]{2}$/],
] as const;

export default defineAdapter({
  id: "xiaomi-ads",
  name: "Xiaomi's advertising (MSA)",
  company: "Xiaomi",
  hosts: [
    "api.ad.xiaomi.com",
    "api.ad.intl.xiaomi.com",
    "sdkconfig.ad.xiaomi.com",
    "sdkconfig.ad.intl.xiaomi.com",
    "diagnosis.ad.xiaomi.com",
    "log.ad.xiaomi.com",
    "m.track.ad.xiaomi.com",
    "globalapi.ad.xiaomi.com",
  ],
  paths: [],
  decode: [
    { from: "body", steps: ["gzip", "json"], to: "object" },
    { from: "body", steps: ["gzip", "form"], to: "form" },
  ],
  fields: ["query", "object", "form"].flatMap((part) =>
    parameters.map(([name, kind, property, what, shape]) => ({
      at: `${part}.${name}`,
      kind,
      property,
      because: `the parameter ${name} is ${what}.`,
      confidence: "likely" as const,
      shape,
    })),
  ),
  references: [
    "Published analysis of MIUI Global 8.5 (Redmi 4A), 2017-11-18",
    "NCSC Lithuania, 2021-08-23 (Mi 10T, MIUI Global 12.0.10), on globalapi.ad.xiaomi.com",
  ],
});

import { defineAdapter } from "../adapter.ts";

export default defineAdapter({
  id: "xiaomi-browser-report",
  name: "Sensors Analytics of Xiaomi's browsers",
  company: "Xiaomi",
  hosts: ["sa.api.intl.miui.com"],
  paths: ["/sa"],
  decode: [
    { from: "body", steps: ["gzip", "form"], to: "form" },
    { from: "form.data_list", steps: ["base64", "gzip", "json"], to: "reported" },
    { from: "form.data", steps: ["base64", "gzip", "json"], to: "single" },
    { from: "reported", steps: ["links"], to: "links" },
    { from: "single", steps: ["links"], to: "singleLinks" },
  ],
  fields: [
    ...["links", "singleLinks"].map((at) => ({
      at,
      kind: "viewedPage" as const,
      property: "viewedPage",
      because: "the report holds addresses of pages that were opened.",
      confidence: "certain" as const,
      shape: /^https?:\/\/[^/\s]{1,253}/,
    })),
    ...["reported.events.*", "reported.*", "reported.*.properties", "single.properties"].flatMap((at) => [
      {
        at: `${at}.uuid`,
        kind: "otherIdentifier" as const,
        property: "uuid",
        because: "events hold an id that was reported to stay the same in effect.",
        confidence: "likely" as const,
      },
      {
        at: `${at}.miui_region`,
        kind: "deviceInfo" as const,
        property: "country",
        because: "events hold the region that the phone is set to.",
        confidence: "likely" as const,
      },
    ]),
    {
      at: "query.r",
      kind: "deviceInfo",
      property: "country",
      because: "the address that is asked holds the region that the phone is set to.",
      confidence: "likely",
      shape: /^[A-Z]{2}$/,
    },
  ],
  references: [
    "Forbes, 2020-04-30 (Redmi Note 8, Mi 10, K20, Mi Mix 3): pages, searches and downloads, in incognito mode as well",
    "Published analysis of the code of Mint Browser 3.4.0, 2020-05-04",
  ],
});

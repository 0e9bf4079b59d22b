import { defineCheck } from "../core/check.ts";
import { properties } from "../facts/properties.ts";
import { secureSettings } from "../facts/secure-settings.ts";
import { type UserSwitch, userSwitch } from "./wording/user-switch.ts";
import { hyperOs, notXiaomi, stockAndroid } from "./wording/xiaomi.ts";

const asked: UserSwitch = {
  key: "zman_share_hide_location",
  unset: "unread",
  bad: "off",
  switch: "photo-location",
  steps: [
    "When you share a photo from Xiaomi's gallery, open the options of the share screen and let the location be removed.",
  ],
};

/** Whether shared photos tell where they were taken. */
export default defineCheck({
  id: "share-hides-location",
  category: "collection",
  severity: "low",
  question: "Is the place removed from photos that are shared?",
  title: { pass: "The place is removed from shared photos", fail: "Shared photos tell where they were taken" },
  why: "A photo holds the place to a few metres. Shared, it tells strangers where you live, or where you are now.",
  advice: "Let the system remove the place when you share.",
  references: [
    "https://www.techadvisor.co.uk/news/mobile-phone/miui-12-3788168/",
    "https://developer.android.com/training/data-storage/shared/media#media-location-permission",
  ],
  messages: {
    set: "The place is not removed from photos that {user} shares.",
    unset: "The place is not removed from photos that {user} shares.",
  },
  needs: { secureSettings, properties },
  run: ({ secureSettings: all, properties }) => {
    const notApplicable = notXiaomi(properties);
    return notApplicable === undefined ? userSwitch(asked, all) : { notApplicable };
  },
  examples: {
    pass: [
      {
        name: "removed",
        given: { secureSettings: [{ user: 0, settings: { zman_share_hide_location: "1" } }], properties: hyperOs },
      },
    ],
    fail: [
      {
        name: "kept",
        given: { secureSettings: [{ user: 0, settings: { zman_share_hide_location: "0" } }], properties: hyperOs },
        findings: 1,
      },
    ],
    unknown: [{ name: "never set", given: { secureSettings: [{ user: 0, settings: {} }], properties: hyperOs } }],
    notApplicable: [
      { name: "no Xiaomi system", given: { secureSettings: [{ user: 0, settings: {} }], properties: stockAndroid } },
    ],
  },
});

import { defineCheck } from "../core/check.ts";
import { properties } from "../facts/properties.ts";
import { secureSettings } from "../facts/secure-settings.ts";
import { type UserSwitch, userSwitch } from "./wording/user-switch.ts";
import { hyperOs, notXiaomi, stockAndroid, xiaomiSwitches } from "./wording/xiaomi.ts";

const asked: UserSwitch = {
  key: "http_invoke_app",
  unset: "on",
  bad: "on",
  switch: "web-link-apps",
  screen: "default-apps",
  steps: ["Open Settings and search for “web link” and switch the invocation of apps off."],
};

/** Whether links on web pages may start apps, and instant apps, by themselves. */
export default defineCheck({
  id: "web-link-invocation",
  category: "collection",
  severity: "info",
  question: "May links on web pages start apps by themselves?",
  title: { pass: "Web pages do not start apps", fail: "Web pages may start apps" },
  why: "With this switch on, Xiaomi's system lets links on web pages start apps. Pages use such links to bring you into shops and apps that know who you are.",
  advice: "Switch it off if you want links to stay in the browser.",
  references: [xiaomiSwitches],
  messages: {
    set: "Web link invocation is on for {user}.",
    unset: "The switch was never set by {user}, and the system takes that for on.",
  },
  needs: { secureSettings, properties },
  run: ({ secureSettings: all, properties }) => {
    const notApplicable = notXiaomi(properties);
    return notApplicable === undefined ? userSwitch(asked, all) : { notApplicable };
  },
  examples: {
    pass: [
      {
        name: "off",
        given: { secureSettings: [{ user: 0, settings: { http_invoke_app: "0" } }], properties: hyperOs },
      },
    ],
    fail: [
      { name: "never set", given: { secureSettings: [{ user: 0, settings: {} }], properties: hyperOs }, findings: 1 },
    ],
    notApplicable: [
      { name: "no Xiaomi system", given: { secureSettings: [{ user: 0, settings: {} }], properties: stockAndroid } },
    ],
  },
});

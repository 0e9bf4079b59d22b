import { defineCheck } from "../core/check.ts";
import { devicePolicy } from "../facts/device-policy.ts";
import { globalSettings } from "../facts/global-settings.ts";
import { settingEvidence, settingValue } from "./wording/setting-value.ts";

const offline = "finddevice_offlinefind_enabled";

/** Whether a lost phone can be found, locked and wiped. */
export default defineCheck({
  id: "find-my-device",
  category: "device",
  severity: "low",
  question: "Can a lost phone be locked and wiped from afar?",
  title: { pass: "Google's Find Hub may lock and wipe the phone", fail: "Finding a lost phone is limited" },
  why: "A stolen phone that can be locked and wiped from afar gives away less. The same power lets whoever holds the account see where the phone is.",
  advice: "Switch it on in an account that only you can open, with two-step sign-in.",
  references: ["https://support.google.com/android/answer/3265955", "https://developer.android.com/work/device-admin"],
  messages: { offline: "Xiaomi's search for a phone that is offline is off." },
  needs: { devicePolicy },
  wants: { globalSettings },
  run: ({ devicePolicy: { admins } }, { globalSettings: settings }) => {
    const value = settings ? settingValue(settings, offline) : undefined;
    const google = admins.some((admin) => admin.package === "com.google.android.gms" && /mdm/i.test(admin.component));
    // Newer versions find phones without being a device administrator, so its absence is no answer.
    const unread = google
      ? []
      : [
          "Google's Find Hub is no device administrator here; newer versions do without, so this does not tell whether it is on.",
        ];
    if (value !== "0") return { unread };
    return {
      unread,
      findings: [
        {
          subject: { kind: "setting", name: offline },
          message: "offline",
          severity: "info",
          evidence: settingEvidence(globalSettings, offline, value),
          remedy: {
            kind: "steps",
            steps: ["Open Settings > Mi Account > Find device, and switch on what you want."],
            screen: "xiaomi-account",
          },
        },
      ],
    };
  },
  examples: {
    pass: [{ name: "Google's administrator is active", given: { devicePolicy: policy("com.google.android.gms") } }],
    fail: [
      {
        name: "Xiaomi's offline search is off",
        given: { devicePolicy: policy("com.google.android.gms") },
        wanted: { globalSettings: { [offline]: "0" } },
        findings: 1,
      },
    ],
    unknown: [{ name: "no administrator", given: { devicePolicy: policy("com.example.mail") } }],
  },
});

function policy(name: string) {
  const component = `${name}/${name}.mdm.receivers.MdmDeviceAdminReceiver`;
  const admin = { user: 0, component, package: name, uid: null, testOnly: null, policies: [] };
  return { admins: [admin], deviceOwner: null, profileOwners: [], encryptionStatus: null };
}

import { defineCheck } from "../core/check.ts";
import { packageDetails } from "../facts/package-details.ts";
import { bringBack, byHand } from "./wording/remedies.ts";

/** Apps that bring updates, and what they bring. */
const updaters: Readonly<Record<string, "system" | "parts">> = {
  "com.android.updater": "system",
  "com.wssyncmldm": "system",
  "com.oppo.ota": "system",
  "com.oplus.ota": "system",
  "com.huawei.android.hwouc": "system",
  "com.motorola.ccc.ota": "system",
  "com.bbk.updater": "system",
  "com.google.android.gms": "parts",
  "com.android.vending": "parts",
};

/** PackageManager.COMPONENT_ENABLED_STATE_DISABLED and _DISABLED_USER. */
const disabledStates: readonly number[] = [2, 3];

export default defineCheck({
  id: "updater-disabled",
  category: "updates",
  severity: "medium",
  question: "Are the apps that bring updates switched on?",
  title: {
    pass: "The apps that bring updates are switched on",
    fail: "An app that brings updates is switched off or removed",
  },
  why: "Without its updater the phone gets no more security fixes. Tools that remove pre-installed apps take it out easily, and spyware likes it gone.",
  advice: "Switch the app on again in Settings > Apps, unless you update the phone by hand.",
  references: [
    "https://developer.android.com/reference/android/content/pm/PackageManager#COMPONENT_ENABLED_STATE_DISABLED",
    "https://support.google.com/android/answer/7680439",
  ],
  messages: {
    disabled: "{package}, which brings updates, is switched off.",
    removed: "{package}, which brings updates, is removed for the owner.",
  },
  needs: { packageDetails },
  run: ({ packageDetails: packages }) => {
    const present = packages.filter(({ name }) => Object.hasOwn(updaters, name));
    const judged = present.flatMap(({ name, users }) => {
      const owner = users.find(({ user }) => user === 0);
      return owner ? [{ name, owner }] : [];
    });
    if (judged.length === 0) return { unread: ["None of the updaters known here is among the phone's packages."] };
    return judged.flatMap(({ name, owner }) => {
      const fault = !owner.installed ? "removed" : disabledStates.includes(owner.enabled) ? "disabled" : undefined;
      if (!fault) return [];
      const value = `installed=${owner.installed} enabled=${owner.enabled}`;
      return [
        {
          subject: { kind: "app" as const, package: name, user: 0 },
          message: fault,
          params: { package: name },
          severity: updaters[name] === "system" ? ("medium" as const) : ("low" as const),
          evidence: [{ kind: "value" as const, fact: packageDetails, name: `${name}, user 0`, value }],
          remedy: bringBack(name, [0], byHand("app", "Open Settings > Apps, choose the app, and touch “Enable”.")),
        },
      ];
    });
  },
  examples: {
    pass: [{ name: "on", given: { packageDetails: [details("com.android.updater", true, 0)] } }],
    fail: [
      { name: "switched off", given: { packageDetails: [details("com.android.updater", true, 3)] }, findings: 1 },
      { name: "removed", given: { packageDetails: [details("com.wssyncmldm", false, 0)] }, findings: 1 },
    ],
    unknown: [{ name: "no known updater", given: { packageDetails: [details("com.example", true, 0)] } }],
  },
});

function details(name: string, installed: boolean, enabled: number) {
  return {
    name,
    path: null,
    appId: 1000,
    versionName: null,
    versionCode: null,
    minSdk: null,
    targetSdk: null,
    flags: ["SYSTEM"],
    privateFlags: [],
    firstInstallTime: null,
    lastUpdateTime: null,
    installSource: { installing: null, initiating: null, originating: null, source: null },
    signatureHashes: [],
    requestedPermissions: [],
    installPermissions: [],
    users: [
      {
        user: 0,
        installed,
        hidden: false,
        suspended: false,
        enabled,
        firstInstallTime: null,
        lastDisabledCaller: null,
        permissions: [],
      },
    ],
  };
}

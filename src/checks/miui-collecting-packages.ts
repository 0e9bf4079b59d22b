import { defineCheck, type Remedy } from "../core/check.ts";
import { type PackageDetails, type PackageUserState, packageDetails } from "../facts/package-details.ts";
import { packages } from "../facts/packages.ts";
import { properties } from "../facts/properties.ts";
import { hyperOs, notXiaomi, stockAndroid, xiaomiSources } from "./wording/xiaomi.ts";

/** Parts of MIUI and HyperOS whose purpose is to collect, report or advertise: package and what it does. */
const collectors: Readonly<Record<string, string>> = {
  "com.miui.analytics": "the collector of usage events of Xiaomi's apps (OneTrack)",
  "com.xiaomi.security.onetrack": "the collector of usage events of the security app",
  "com.miui.msa.global": "MIUI System Ads, the advertising service",
  "com.miui.systemAdSolution": "the advertising service of phones for China",
  "com.miui.daemon": "the quality service MQS, which records faults and use",
  "com.miui.misightservice": "a recorder of faults and performance",
  "com.miui.bugreport": "the collector of error reports and logs",
  "com.miui.klo.bugreport": "a collector of error reports and logs",
  "com.miui.uireporter": "a reporter of what is done on the screen",
  "com.bsp.catchlog": "a collector of logs",
};

const forOwner: PackageUserState = {
  user: 0,
  installed: true,
  hidden: false,
  suspended: false,
  enabled: 0,
  firstInstallTime: null,
  lastDisabledCaller: null,
  permissions: [],
};

const bare: PackageDetails = {
  name: "com.miui.analytics",
  path: null,
  appId: 10_100,
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
  users: [],
};

/** Packages of Xiaomi's whose purpose is to collect. */
export default defineCheck({
  id: "miui-collecting-packages",
  category: "collection",
  severity: "low",
  question: "Are parts of Xiaomi's system active that collect and report?",
  title: {
    pass: "None of Xiaomi's known collecting parts is active",
    fail: "Parts of Xiaomi's system collect and report",
  },
  why: "These parts come with the phone, have no icon, and gather events, faults or advertising profiles. On a phone with the system for China, a study saw Settings, Phone, Messages and Camera report each opening to Xiaomi, whatever had been chosen.",
  advice:
    "Switch off the programmes named in this section first. Most of these packages can be removed for a user over ADB and be brought back; the pre-installed apps section tells what each removal costs.",
  references: [
    ...xiaomiSources,
    "https://github.com/Universal-Debloater-Alliance/universal-android-debloater-next-generation",
  ],
  messages: {
    active: "{app} is installed: {what}.",
    maybe: "{app} is on the phone: {what}. Whether it is switched off was not told.",
  },
  needs: { packages, properties },
  wants: { packageDetails },
  run: ({ packages: apps, properties }, { packageDetails: details }) => {
    const notApplicable = notXiaomi(properties);
    if (notApplicable !== undefined) return { notApplicable };
    return apps.flatMap(({ name }) => {
      const what = Object.hasOwn(collectors, name) ? collectors[name] : undefined;
      if (what === undefined) return [];
      const users = details?.find((app) => app.name === name)?.users;
      // Enabled states 2 and 3 are "disabled" and "disabled by the user".
      const active = users?.filter(({ installed, enabled }) => installed && enabled !== 2 && enabled !== 3);
      if (active !== undefined && active.length === 0) return [];
      const shown = active === undefined ? "installed" : `active for user ${active.map(({ user }) => user).join(", ")}`;
      return [
        {
          subject: { kind: "app" as const, package: name },
          message: active === undefined ? ("maybe" as const) : ("active" as const),
          params: { app: name, what },
          remedy: putAway(
            name,
            active?.map(({ user }) => user),
          ),
          evidence: [
            active === undefined
              ? { kind: "value" as const, fact: packages, name, value: shown }
              : { kind: "value" as const, fact: packageDetails, name, value: shown },
          ],
        },
      ];
    });
  },
  examples: {
    pass: [
      { name: "none of them", given: { properties: hyperOs, packages: [installed("com.android.settings")] } },
      {
        name: "there, but disabled by the user",
        given: { properties: hyperOs, packages: [installed("com.miui.analytics")] },
        wanted: { packageDetails: [{ ...bare, users: [{ ...forOwner, enabled: 3 }] }] },
      },
    ],
    fail: [
      {
        name: "two of them",
        given: {
          properties: hyperOs,
          packages: [installed("com.miui.analytics"), installed("com.miui.msa.global"), installed("constructor")],
        },
        findings: 2,
      },
      {
        name: "active",
        given: { properties: hyperOs, packages: [installed("com.miui.analytics")] },
        wanted: { packageDetails: [{ ...bare, users: [forOwner] }] },
        findings: 1,
      },
    ],
    notApplicable: [{ name: "another system", given: { properties: stockAndroid, packages: [] } }],
  },
});

/** Nothing is removed where that was not asked for: where a phone refuses to disable an app of the system, the next way is offered. */
function putAway(name: string, users: readonly number[] = []): Remedy {
  const [first, ...others] = users;
  const byHand = {
    steps: [
      "Open Settings > Apps, choose the app, and disable it where the phone offers that.",
      "MSA has a switch of its own: Settings > Passwords & security > Authorisation & revocation.",
    ],
    screen: "app",
  };
  if (first === undefined) return { kind: "steps", ...byHand };
  const call = (user: number) => ({ action: "disable-package", params: { user, package: name } });
  const also = others.map(call);
  return { kind: "action", ...call(first), ...(also.length > 0 && { also }), byHand };
}

function installed(name: string) {
  return { name, path: null, system: true, updated: false, appId: null };
}

import { defineCheck, type Finding } from "../core/check.ts";
import { packageDetails } from "../facts/package-details.ts";
import { packages } from "../facts/packages.ts";
import { type PolicyOwnerApp, policyOwners } from "../facts/policy-owners.ts";
import { gradeApp, type KnownApps } from "./wording/app-grade.ts";

const kinds = {
  device: "device owner",
  profile: "profile owner",
  "device-or-profile": "device owner or profile owner",
} as const;

/** The app that owns the phone, or the first user's profile. */
export default defineCheck({
  id: "device-owner",
  category: "special-access",
  severity: "high",
  question: "Does an app own this phone or a profile on it?",
  title: { pass: "No app owns the phone or a profile", fail: "An app owns the phone or a profile" },
  why: "An owner can install and remove apps unseen, forbid settings, set certificates and passwords, and erase everything. It is meant for phones that belong to an employer.",
  advice:
    "If the phone is yours and you did not set this up, ask who did. Some tools for experts make themselves owner, too.",
  references: [
    "https://developer.android.com/reference/android/app/admin/DevicePolicyManager",
    "AOSP: frameworks/base/services/devicepolicy/java/com/android/server/devicepolicy/OwnersData.java",
  ],
  messages: {
    owner: "{app} is {kind} for user {user}: it can rule over this user's apps, settings and data.",
    nameless: "An app with the uid {uid} is {kind} for user {user}; the phone did not name it.",
  },
  needs: { policyOwners },
  wants: { packages, packageDetails },
  run: ({ policyOwners }, apps) => policyOwners.map((owner) => finding(owner, apps)),
  examples: {
    pass: [{ name: "nobody", given: { policyOwners: [] } }],
    fail: [
      {
        name: "a profile owner of the first user",
        given: {
          policyOwners: [{ kind: "device-or-profile", user: 0, packages: ["com.example.owner"], uid: 10_294 }],
        },
        findings: 1,
      },
      {
        name: "an owner known by its uid alone",
        given: { policyOwners: [{ kind: "device-or-profile", user: 0, packages: [], uid: 10_294 }] },
        findings: 1,
      },
      {
        name: "a work profile",
        given: { policyOwners: [{ kind: "profile", user: 10, packages: ["com.example.work"], uid: null }] },
        findings: 1,
      },
    ],
  },
});

function finding(owner: PolicyOwnerApp, apps: KnownApps): Finding<"owner" | "nameless"> {
  const name = owner.packages[0];
  const user = owner.user ?? "current";
  const grade = gradeApp(name ?? "", { store: "high", other: "high" }, apps);
  // A profile of its own (10 and up) fences the owner in: that is how employers' apps are meant to be.
  const severity =
    typeof owner.user === "number" && owner.user >= 10 ? "low" : grade.origin === "system" ? "medium" : "high";
  return {
    subject: name === undefined ? { kind: "user", user } : { kind: "app", package: name, user },
    message: name === undefined ? "nameless" : "owner",
    params: { app: owner.packages.join(" or "), kind: kinds[owner.kind], user, uid: owner.uid ?? "unknown" },
    severity,
    evidence: [
      { kind: "value", fact: policyOwners, name: "kind", value: kinds[owner.kind] },
      { kind: "list", fact: policyOwners, name: "packages", items: owner.packages },
      ...(owner.uid === null
        ? []
        : [{ kind: "value", fact: policyOwners, name: "uid", value: String(owner.uid) } as const]),
      ...(name === undefined ? [] : grade.evidence),
    ],
    remedy: {
      kind: "steps",
      steps: [
        "Open the owner's app and look for a way to give up ownership; an owner cannot be uninstalled before.",
        "If the phone is an employer's, ask there. Otherwise a factory reset removes the owner, and all data with it.",
      ],
    },
  };
}

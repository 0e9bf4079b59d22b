import { defineCheck } from "../core/check.ts";
import { reported } from "../core/errors.ts";
import { takenAt } from "../core/needs.ts";
import { type PackageDetails, packageDetails } from "../facts/package-details.ts";
import { daysBetween, spokenAge } from "./wording/age.ts";
import { byHand } from "./wording/remedies.ts";

const services = "com.google.android.gms";
const week = 7 * 24 * 60 * 60 * 1000;
const allowed = 184;

export default defineCheck({
  id: "play-services-age",
  category: "updates",
  severity: "low",
  question: "Are the Google Play services recent?",
  title: { pass: "The Google Play services are from the last six months", fail: "The Google Play services are old" },
  why: "They renew themselves every few weeks and bring Play Protect, find-my-device and fixes. Old ones are a sign that updates do not reach the phone.",
  advice: "Open the Play Store, update everything, and restart the phone.",
  references: [
    "https://support.google.com/product-documentation/answer/14343500",
    "https://developers.google.com/android/guides/overview",
  ],
  messages: { old: "The Google Play services are version {version}, made {age} before this examination." },
  remedy: byHand(
    "play-store-page",
    "Open the Play Store, look for Google Play services, and update it.",
    "Restart the phone.",
  ),
  needs: { packageDetails, takenAt },
  run: ({ packageDetails: packages, takenAt: now }) => {
    const details = packages.find(({ name }) => name === services);
    if (!details) return { notApplicable: "The phone has no Google Play services." };
    const version = reported(details.versionName, "the version of the Google Play services");
    // Since 2020 the version begins with the year and the week in which it was made.
    const [, year, number] = /^(2\d)\.(\d{2})\./.exec(version) ?? [];
    if (year === undefined || number === undefined || Number(number) < 1 || Number(number) > 53)
      return {
        unread: [`The version "${version.slice(0, 40)}" of the Google Play services does not tell when it was made.`],
      };
    const days = daysBetween(Date.UTC(2000 + Number(year), 0, 1) + Number(number) * week, now);
    if (days <= allowed) return [];
    return [
      {
        subject: { kind: "app", package: services },
        message: "old",
        severity: days > 540 ? "medium" : "low",
        confidence: "likely",
        params: { version: version.slice(0, 40), age: spokenAge(days) },
        evidence: [{ kind: "value", fact: packageDetails, name: services, value: version }],
      },
    ];
  },
  examples: {
    pass: [
      {
        name: "of this spring",
        given: { packageDetails: [details("26.15.31 (190400-1)")], takenAt: Date.UTC(2026, 4, 4) },
      },
    ],
    fail: [
      {
        name: "two years old",
        given: { packageDetails: [details("24.12.14 (190400-1)")], takenAt: Date.UTC(2026, 4, 4) },
        findings: 1,
      },
    ],
    unknown: [
      {
        name: "a version of the old kind",
        given: { packageDetails: [details("17.7.85")], takenAt: Date.UTC(2026, 4, 4) },
      },
      { name: "no version", given: { packageDetails: [details(null)], takenAt: Date.UTC(2026, 4, 4) } },
    ],
    notApplicable: [{ name: "without Google", given: { packageDetails: [], takenAt: Date.UTC(2026, 4, 4) } }],
  },
});

function details(versionName: string | null): PackageDetails {
  return {
    name: services,
    path: null,
    appId: 10000,
    versionName,
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
}

import { defineCheck } from "../core/check.ts";
import { type AppInspection, appInspections } from "../facts/app-inspections.ts";
import { packageDetails } from "../facts/package-details.ts";
import { exampleApp, exampleImageApp, exampleInspections } from "./wording/app-examples.ts";
import { findingsOn, fromOutsideStores, isOfTheImage, unreadOf } from "./wording/inspected-apps.ts";
import { uninstallByHand } from "./wording/remedies.ts";

const tampering = ["AndroidManifest.xml: it is packed by the unknown method 9999."];

export default defineCheck({
  id: "misleading-apps",
  category: "apps",
  severity: "high",
  question: "Is the file of an installed app made to mislead whoever looks into it?",
  title: {
    pass: "Nothing in the files of the installed apps is made to mislead whoever looks into them",
    fail: "The file of an installed app differs from what its format asks, in ways that mislead who looks into it",
  },
  why: "Android reads such files in its own way and installs them, while scanners fail on them or see something else. Malware is packed like that to get past them; a clumsy tool can also be the cause.",
  advice: "Remove an app from outside of a store that is made like that, unless you know its maker.",
  references: [
    "https://unit42.paloaltonetworks.com/apk-badpack-malware-tampered-headers/",
    "AOSP: system/libziparchive/zip_archive.cc",
    "AOSP: frameworks/base/libs/androidfw/ResourceTypes.cpp",
  ],
  messages: {
    outside: "{app} was installed from outside of a store, and its file is made to mislead: {detail}",
    outsideTogether:
      "{count} apps were installed from outside of a store, and their files are made to mislead: {apps}.",
    store: "The file of {app} differs from what its format asks: {detail}",
    storeTogether: "The files of {count} apps differ from what their formats ask: {apps}.",
  },
  remedy: uninstallByHand,
  needs: { appInspections },
  wants: { packageDetails },
  run: ({ appInspections: all }, { packageDetails: details }) => {
    const odd = all.apps.filter((app) => app.tampering.length > 0);
    const outside = (app: AppInspection) => fromOutsideStores(app, all, details);
    const shared = {
      name: "differences",
      items: (app: AppInspection) => app.tampering.slice(0, 20),
      params: (app: AppInspection) => ({ detail: app.tampering[0] ?? "" }),
    };
    return {
      findings: [
        ...findingsOn(odd.filter(outside), {
          ...shared,
          one: "outside",
          many: "outsideTogether",
          few: 10,
          severity: "high",
          confidence: "likely",
        }),
        ...findingsOn(
          odd.filter((app) => !outside(app)),
          { ...shared, one: "store", many: "storeTogether", few: 3, severity: "low", confidence: "possible" },
        ),
      ],
      unread: unreadOf(
        "The files of",
        all.apps.filter((app) => app.depth === "none" || (app.depth === "signer" && !isOfTheImage(app))),
        "could not be looked into",
      ),
    };
  },
  examples: {
    pass: [
      {
        name: "files as they should be",
        given: exampleInspections(exampleApp("com.example.shop"), exampleImageApp("com.android.settings")),
      },
    ],
    fail: [
      {
        name: "a manifest that scanners cannot unpack, from a file and from a store",
        given: exampleInspections(
          exampleApp("com.example.a", { installer: null, tampering }),
          exampleApp("com.example.b", { tampering }),
        ),
        findings: 2,
      },
    ],
    unknown: [
      {
        name: "a file that could not be looked into",
        given: exampleInspections(exampleApp("com.example.shop", { depth: "none" })),
      },
    ],
  },
});

import { defineCheck } from "../core/check.ts";
import { packageDetails } from "../facts/package-details.ts";
import { packages } from "../facts/packages.ts";
import { preinstalledPackages } from "../feeds/preinstalled-packages.ts";
import { exampleInstalled } from "./wording/example-packages.ts";
import { originUnread, presentPackages } from "./wording/preinstalled.ts";
import { exampleList } from "./wording/preinstalled-examples.ts";

const services = ["com.facebook.system", "com.facebook.appmanager", "com.facebook.services"];
const list = exampleList("com.facebook.appmanager", { maker: "Facebook" });

export default defineCheck({
  id: "facebook-services-preinstalled",
  category: "pre-installed",
  severity: "low",
  question: "Are Facebook's services pre-installed?",
  title: {
    pass: "Facebook's services are not among the pre-installed apps",
    fail: "Facebook's services are pre-installed",
  },
  why: "These parts have no icon, may install and update Facebook's apps past the store, and stay when the Facebook app itself is removed. Nobody who does not use Facebook needs them.",
  advice: "Remove them for your user. Facebook's apps go on working and are updated by the Play Store.",
  references: [
    "https://arxiv.org/abs/1905.02713",
    "https://github.com/Universal-Debloater-Alliance/universal-android-debloater-next-generation",
  ],
  messages: { present: "{app} is pre-installed. It {does}." },
  needs: { packages, preinstalledPackages },
  wants: { packageDetails },
  run: ({ packages: installed, preinstalledPackages: known }, { packageDetails: details }) => ({
    findings: presentPackages(known.packages, installed, details)
      .filter(({ listed }) => services.includes(listed.name))
      .map(({ listed, evidence, remedy }) => ({
        subject: { kind: "app", package: listed.name } as const,
        message: "present" as const,
        params: { app: listed.name, does: listed.does },
        evidence,
        remedy,
      })),
    unread: originUnread(installed),
  }),
  examples: {
    pass: [
      {
        name: "only the Facebook app, which the owner added",
        given: { packages: [exampleInstalled("com.facebook.katana")], preinstalledPackages: list },
      },
    ],
    fail: [
      {
        name: "the app manager",
        given: { packages: [exampleInstalled("com.facebook.appmanager", true)], preinstalledPackages: list },
        findings: 1,
      },
    ],
    unknown: [
      {
        name: "not told what came with the phone",
        given: { packages: [exampleInstalled("com.facebook.appmanager", null)], preinstalledPackages: list },
      },
    ],
  },
});

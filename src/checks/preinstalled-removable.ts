import { defineCheck } from "../core/check.ts";
import { packageDetails } from "../facts/package-details.ts";
import { packages } from "../facts/packages.ts";
import { preinstalledPackages } from "../feeds/preinstalled-packages.ts";
import { exampleInstalled } from "./wording/example-packages.ts";
import { originUnread, presentPackages } from "./wording/preinstalled.ts";
import { exampleList } from "./wording/preinstalled-examples.ts";

const name = "com.example.weather";
/** What other checks of this category and of data collection tell about already. */
const toldElsewhere = /^com\.(?:facebook\.(?:system|appmanager|services)|miui\.(?:msa\.global|systemAdSolution))$/;

export default defineCheck({
  id: "preinstalled-removable",
  category: "pre-installed",
  severity: "info",
  question: "Are apps pre-installed that can be removed?",
  title: {
    pass: "None of the pre-installed apps is on Candor's list of removable ones",
    fail: "Pre-installed apps can be removed",
  },
  why: "Every app that nobody uses holds permissions, may have faults and may talk to its maker. A part that came with the phone can be removed for a user and brought back; its file stays on the system partition.",
  advice: "Nothing has to be done. Remove what you do not use, a few at a time, and restart the phone in between.",
  references: ["https://arxiv.org/abs/1905.02713", "https://developer.android.com/tools/adb#pm"],
  messages: {
    removable: "{app} ({maker}) {does}. Without it: {cost}",
    advertising: "{app} ({maker}) {does}, with advertising. Without it: {cost}",
  },
  needs: { packages, preinstalledPackages },
  wants: { packageDetails },
  run: ({ packages: installed, preinstalledPackages: known }, { packageDetails: details }) => ({
    findings: presentPackages(known.packages, installed, details)
      .filter(({ listed }) => listed.removal === "removable" && !toldElsewhere.test(listed.name))
      .filter(
        ({ listed }) => listed.collects === null || (listed.maker === "Xiaomi" && listed.collects === "advertising"),
      )
      .map(({ listed, evidence, remedy }) => ({
        subject: { kind: "app", package: listed.name } as const,
        message: listed.collects === null ? ("removable" as const) : ("advertising" as const),
        params: { app: listed.name, maker: listed.maker, does: listed.does, cost: listed.cost },
        evidence,
        remedy,
      })),
    unread: originUnread(installed),
  }),
  examples: {
    pass: [
      {
        name: "a part that must stay",
        given: {
          packages: [exampleInstalled(name, true)],
          preinstalledPackages: exampleList(name, { removal: "never" }),
        },
      },
      {
        name: "the owner added it",
        given: { packages: [exampleInstalled(name, false)], preinstalledPackages: exampleList(name) },
      },
    ],
    fail: [
      {
        name: "a weather app",
        given: { packages: [exampleInstalled(name, true)], preinstalledPackages: exampleList(name) },
        findings: 1,
      },
    ],
    unknown: [
      {
        name: "not told what came with the phone",
        given: { packages: [exampleInstalled(name, null)], preinstalledPackages: exampleList(name) },
      },
    ],
  },
});

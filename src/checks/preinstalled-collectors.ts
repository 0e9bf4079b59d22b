import { defineCheck } from "../core/check.ts";
import { packageDetails } from "../facts/package-details.ts";
import { packages } from "../facts/packages.ts";
import { preinstalledPackages } from "../feeds/preinstalled-packages.ts";
import { exampleInstalled, exampleSystemPackage, exampleUser } from "./wording/example-packages.ts";
import { originUnread, presentPackages } from "./wording/preinstalled.ts";
import { exampleList } from "./wording/preinstalled-examples.ts";

const name = "com.example.statistics";
const list = exampleList(name, { does: "counts how apps are used", collects: "use of the phone" });

export default defineCheck({
  id: "preinstalled-collectors",
  category: "pre-installed",
  severity: "low",
  question: "Are data collectors or advertising of other companies pre-installed?",
  title: {
    pass: "None of the listed data collectors is pre-installed (Xiaomi's and Facebook's are asked about apart)",
    fail: "Apps that gather data or show advertising are pre-installed",
  },
  why: "Makers and carriers put such parts on phones by agreement with other companies. They work from the first day, without being opened. Xiaomi's own parts are asked about under data collection.",
  advice: "Decide whether you want them; most can be removed for your user without harm, and come back with a reset.",
  references: ["https://arxiv.org/abs/1905.02713", "https://www.scss.tcd.ie/doug.leith/Android_privacy_report.pdf"],
  messages: { present: "{app} ({maker}) {does}. Without it: {cost}" },
  needs: { packages, preinstalledPackages },
  wants: { packageDetails },
  run: ({ packages: installed, preinstalledPackages: known }, { packageDetails: details }) => ({
    findings: presentPackages(known.packages, installed, details)
      .filter(
        ({ listed }) =>
          listed.collects !== null &&
          listed.maker !== "Xiaomi" &&
          listed.removal !== "expert" &&
          listed.removal !== "never",
      )
      .map(({ listed, evidence, remedy }) => ({
        subject: { kind: "app", package: listed.name } as const,
        message: "present" as const,
        params: { app: listed.name, maker: listed.maker, does: listed.does, cost: listed.cost },
        evidence,
        remedy,
      })),
    unread: originUnread(installed),
  }),
  examples: {
    pass: [
      {
        name: "not on the phone",
        given: { packages: [exampleInstalled("com.android.settings", true)], preinstalledPackages: list },
      },
      {
        name: "switched off",
        given: { packages: [exampleInstalled(name, true)], preinstalledPackages: list },
        wanted: { packageDetails: [exampleSystemPackage(name, { users: [exampleUser([], { enabled: 3 })] })] },
      },
    ],
    fail: [
      {
        name: "it came with the phone",
        given: { packages: [exampleInstalled(name, true)], preinstalledPackages: list },
        findings: 1,
      },
    ],
    unknown: [
      {
        name: "not told what came with the phone",
        given: { packages: [exampleInstalled(name, null)], preinstalledPackages: list },
      },
    ],
  },
});

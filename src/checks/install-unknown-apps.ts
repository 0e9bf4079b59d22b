import { defineCheck } from "../core/check.ts";
import { takenAt } from "../core/needs.ts";
import { appOps } from "../facts/app-ops.ts";
import { packageDetails } from "../facts/package-details.ts";
import { packages } from "../facts/packages.ts";
import { installerKind } from "./wording/installers.ts";
import { type OpQuestion, opAnswer } from "./wording/op-answer.ts";
import { opExamples } from "./wording/op-examples.ts";

const asked: OpQuestion = {
  ops: ["REQUEST_INSTALL_PACKAGES"],
  weights: { store: "low", other: "medium" },
  system: "info",
  usual: (name) => ["store", "package-installer"].includes(installerKind(name) ?? ""),
  steps: [
    "Open Settings > Apps > Special app access > Install unknown apps (on Xiaomi, search the settings for “special”).",
    "Switch off every app that you do not install from.",
  ],
  screen: "unknown-apps",
};

/** Apps that may install other apps. */
export default defineCheck({
  id: "install-unknown-apps",
  category: "special-access",
  severity: "medium",
  question: "May apps other than the phone's own stores install apps?",
  title: {
    pass: "No app may install others, besides stores and installers that came with the phone",
    fail: "An app may install other apps",
  },
  why: "Such an app can offer the installation of any APK file, past the checks of an app store. It is the usual way in for harmful apps.",
  advice: "Keep this for at most the one app you install from, and switch it off after use.",
  references: [
    "https://developer.android.com/reference/android/Manifest.permission#REQUEST_INSTALL_PACKAGES",
    "AOSP: frameworks/base/core/java/android/app/AppOpsManager.java",
  ],
  messages: { holds: "{app} may install other apps." },
  needs: { appOps, packages },
  wants: { packageDetails, takenAt },
  run: (given, wanted) => opAnswer(asked, given, wanted),
  examples: opExamples("REQUEST_INSTALL_PACKAGES", "ignore"),
});

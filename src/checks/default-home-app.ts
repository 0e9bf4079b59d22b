import { defineCheck } from "../core/check.ts";
import { packageDetails } from "../facts/package-details.ts";
import { packages } from "../facts/packages.ts";
import { roles } from "../facts/roles.ts";
import { type RoleQuestion, roleAnswer, roleExamples } from "./wording/role-answer.ts";

const asked: RoleQuestion = {
  roles: ["android.app.role.HOME"],
  weights: { store: "info", other: "low" },
};

/** Home screen: an added app in this role. */
export default defineCheck({
  id: "default-home-app",
  category: "special-access",
  severity: "low",
  question: "Did the home screen come with the phone?",
  title: { pass: "The home screen came with the phone", fail: "An added app is the home screen" },
  why: "The home screen app sees which apps are opened, can hide apps from view, and is always running.",
  advice: "Fine if you chose it. If not, choose the phone's own.",
  references: [
    "https://developer.android.com/reference/android/app/role/RoleManager",
    "AOSP: packages/modules/Permission/framework-s/java/android/app/role/RoleManager.java",
  ],
  messages: { holds: "{app} is the home screen." },
  needs: { roles },
  wants: { packages, packageDetails },
  run: ({ roles }, apps) => roleAnswer(asked, roles, apps),
  examples: roleExamples("android.app.role.HOME"),
});

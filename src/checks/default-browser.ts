import { defineCheck } from "../core/check.ts";
import { packageDetails } from "../facts/package-details.ts";
import { packages } from "../facts/packages.ts";
import { roles } from "../facts/roles.ts";
import { type RoleQuestion, roleAnswer, roleExamples } from "./wording/role-answer.ts";

const asked: RoleQuestion = {
  roles: ["android.app.role.BROWSER"],
  weights: { store: "info", other: "low" },
};

/** Default browser: an added app in this role. */
export default defineCheck({
  id: "default-browser",
  category: "special-access",
  severity: "low",
  question: "Did the default browser come with the phone?",
  title: { pass: "The default browser came with the phone", fail: "An added app is the default browser" },
  why: "Every link that is opened goes through the default browser, and it may keep or pass on the addresses.",
  advice: "Fine if you chose it. If not, choose another.",
  references: [
    "https://developer.android.com/reference/android/app/role/RoleManager",
    "AOSP: packages/modules/Permission/framework-s/java/android/app/role/RoleManager.java",
  ],
  messages: { holds: "{app} is the default browser." },
  needs: { roles },
  wants: { packages, packageDetails },
  run: ({ roles }, apps) => roleAnswer(asked, roles, apps),
  examples: roleExamples("android.app.role.BROWSER"),
});

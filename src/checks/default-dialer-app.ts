import { defineCheck } from "../core/check.ts";
import { packageDetails } from "../facts/package-details.ts";
import { packages } from "../facts/packages.ts";
import { roles } from "../facts/roles.ts";
import { type RoleQuestion, roleAnswer, roleExamples } from "./wording/role-answer.ts";

const asked: RoleQuestion = {
  roles: ["android.app.role.DIALER"],
  weights: { store: "low", other: "medium" },
};

/** Default app for calls: an added app in this role. */
export default defineCheck({
  id: "default-dialer-app",
  category: "special-access",
  severity: "medium",
  question: "Did the app for phone calls come with the phone?",
  title: { pass: "The app for phone calls came with the phone", fail: "An added app handles phone calls" },
  why: "The default phone app sees every call and number, can answer, end and redirect calls, and reads the call log.",
  advice: "Fine if you chose it. If not, choose the phone's own app.",
  references: [
    "https://developer.android.com/reference/android/app/role/RoleManager",
    "AOSP: packages/modules/Permission/framework-s/java/android/app/role/RoleManager.java",
  ],
  messages: { holds: "{app} handles phone calls." },
  needs: { roles },
  wants: { packages, packageDetails },
  run: ({ roles }, apps) => roleAnswer(asked, roles, apps),
  examples: roleExamples("android.app.role.DIALER"),
});

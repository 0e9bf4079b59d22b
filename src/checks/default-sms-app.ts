import { defineCheck } from "../core/check.ts";
import { packageDetails } from "../facts/package-details.ts";
import { packages } from "../facts/packages.ts";
import { roles } from "../facts/roles.ts";
import { type RoleQuestion, roleAnswer, roleExamples } from "./wording/role-answer.ts";

const asked: RoleQuestion = {
  roles: ["android.app.role.SMS"],
  weights: { store: "low", other: "medium" },
};

/** Default app for messages: an added app in this role. */
export default defineCheck({
  id: "default-sms-app",
  category: "special-access",
  severity: "medium",
  question: "Did the app for text messages come with the phone?",
  title: { pass: "The app for text messages came with the phone", fail: "An added app handles text messages" },
  why: "The default app for messages reads, sends and deletes every SMS, and with them the one-time codes of banks and accounts.",
  advice: "Fine if you chose it. If not, choose the phone's own app.",
  references: [
    "https://developer.android.com/reference/android/app/role/RoleManager",
    "AOSP: packages/modules/Permission/framework-s/java/android/app/role/RoleManager.java",
  ],
  messages: { holds: "{app} handles text messages." },
  needs: { roles },
  wants: { packages, packageDetails },
  run: ({ roles }, apps) => roleAnswer(asked, roles, apps),
  examples: roleExamples("android.app.role.SMS"),
});

import { defineCheck } from "../core/check.ts";
import { packageDetails } from "../facts/package-details.ts";
import { packages } from "../facts/packages.ts";
import { roles } from "../facts/roles.ts";
import { type RoleQuestion, roleAnswer, roleExamples } from "./wording/role-answer.ts";

const asked: RoleQuestion = {
  roles: ["android.app.role.CALL_SCREENING", "android.app.role.CALL_REDIRECTION"],
  weights: { store: "low", other: "medium" },
};

/** Call screening and redirection: an added app in this role. */
export default defineCheck({
  id: "call-screening-app",
  category: "special-access",
  severity: "medium",
  question: "Does an added app screen or redirect calls?",
  title: { pass: "No added app screens or redirects calls", fail: "An added app screens or redirects calls" },
  why: "Such an app learns who calls and is called, can refuse calls unseen, and can send them to another number.",
  advice: "Fine for an app against unwanted calls that you chose; these often upload numbers. Otherwise take it away.",
  references: [
    "https://developer.android.com/reference/android/app/role/RoleManager",
    "AOSP: packages/modules/Permission/framework-s/java/android/app/role/RoleManager.java",
  ],
  messages: { holds: "{app} screens or redirects calls." },
  needs: { roles },
  wants: { packages, packageDetails },
  run: ({ roles }, apps) => roleAnswer(asked, roles, apps),
  examples: roleExamples("android.app.role.CALL_SCREENING"),
});

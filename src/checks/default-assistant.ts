import { defineCheck } from "../core/check.ts";
import { packageDetails } from "../facts/package-details.ts";
import { packages } from "../facts/packages.ts";
import { roles } from "../facts/roles.ts";
import { type RoleQuestion, roleAnswer, roleExamples } from "./wording/role-answer.ts";

const asked: RoleQuestion = {
  roles: ["android.app.role.ASSISTANT"],
  weights: { store: "low", other: "medium" },
};

/** Default assistant: an added app in this role. */
export default defineCheck({
  id: "default-assistant",
  category: "special-access",
  severity: "medium",
  question: "Did the assistant come with the phone?",
  title: { pass: "The assistant came with the phone, or there is none", fail: "An added app is the assistant" },
  why: "The assistant may read what is on the screen when it is called, and can be called by a long press or by voice.",
  advice: "Fine if you chose it. If not, choose another or none.",
  references: [
    "https://developer.android.com/reference/android/app/role/RoleManager",
    "AOSP: packages/modules/Permission/framework-s/java/android/app/role/RoleManager.java",
  ],
  messages: { holds: "{app} is the assistant." },
  needs: { roles },
  wants: { packages, packageDetails },
  run: ({ roles }, apps) => roleAnswer(asked, roles, apps),
  examples: roleExamples("android.app.role.ASSISTANT"),
});

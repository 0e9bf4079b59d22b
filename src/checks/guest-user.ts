import { defineCheck } from "../core/check.ts";
import { userKinds } from "../facts/user-kinds.ts";
import { type UserQuestion, userAnswer, userExamples } from "./wording/user-answer.ts";

const asked: UserQuestion = {
  kinds: ["guest"],
  steps: ["Open Settings > System > Users and remove the guest."],
  screen: "users",
};

/** A guest user. */
export default defineCheck({
  id: "guest-user",
  category: "users",
  severity: "low",
  question: "Is there a guest user?",
  title: { pass: "There is no guest user", fail: "There is a guest user" },
  why: "A guest can use the phone without the owner's PIN, but not the owner's data.",
  advice: "Remove the guest when the visit is over.",
  references: ["https://source.android.com/docs/devices/admin/multi-user"],
  messages: { user: "User {user} ({name}) is a guest." },
  needs: { userKinds },
  run: (given) => userAnswer(asked, given.userKinds),
  examples: userExamples("guest"),
});

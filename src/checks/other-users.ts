import { defineCheck } from "../core/check.ts";
import { userKinds } from "../facts/user-kinds.ts";
import { type UserQuestion, userAnswer, userExamples } from "./wording/user-answer.ts";

const asked: UserQuestion = {
  kinds: ["person", "restricted", "other", "profile"],
  steps: [
    "Open Settings > System > Users (Multiple users).",
    "Remove the users that you do not know: their data goes with them.",
  ],
  screen: "users",
};

/** Users besides the owner. */
export default defineCheck({
  id: "other-users",
  category: "users",
  severity: "low",
  question: "Is there another ordinary user on the phone?",
  title: { pass: "There is no other ordinary user on the phone", fail: "There is another ordinary user on the phone" },
  why: "Another user has apps and data of their own, which are not seen from this one.",
  advice: "Remove users that you do not know.",
  references: ["https://source.android.com/docs/devices/admin/multi-user"],
  messages: { user: "User {user} ({name}) is on the phone besides the owner." },
  needs: { userKinds },
  run: (given) => userAnswer(asked, given.userKinds),
  examples: userExamples("person"),
});

import { defineCheck } from "../core/check.ts";
import { userKinds } from "../facts/user-kinds.ts";
import { type UserQuestion, userAnswer, userExamples } from "./wording/user-answer.ts";

const asked: UserQuestion = {
  kinds: ["work-profile"],
  steps: [
    "Open Settings > Passwords & accounts > Work.",
    "Remove the work profile if nobody manages the phone for you.",
  ],
  screen: "work-profile",
};

/** Work profiles. */
export default defineCheck({
  id: "work-profile",
  category: "users",
  severity: "low",
  question: "Is there a work profile?",
  title: { pass: "There is no work profile", fail: "There is a work profile" },
  why: "Whoever manages a work profile rules over the apps and data in it, and may see which apps are there.",
  advice: "Fine if an employer set it up with you. Otherwise find out which app made it.",
  references: ["https://developer.android.com/work/managed-profiles"],
  messages: { user: "User {user} ({name}) is a work profile." },
  needs: { userKinds },
  run: (given) => userAnswer(asked, given.userKinds),
  examples: userExamples("work-profile"),
});

import { defineCheck } from "../core/check.ts";
import { userKinds } from "../facts/user-kinds.ts";
import { type UserQuestion, userAnswer, userExamples } from "./wording/user-answer.ts";

const asked: UserQuestion = {
  kinds: ["second-space"],
  steps: ["Open Settings > Special features > Second space."],
  screen: "users",
};

/** Xiaomi's second space. */
export default defineCheck({
  id: "second-space",
  category: "users",
  severity: "low",
  question: "Is there a second space (Xiaomi)?",
  title: { pass: "There is no second space", fail: "There is a second space" },
  why: "The second space is a phone within the phone, with its own apps and data, behind another PIN. What is in it is not seen from the first.",
  advice: "Fine if you made it. If not, somebody else uses this phone.",
  references: [
    "https://source.android.com/docs/devices/admin/multi-user",
    "https://github.com/Szaki/XiaomiADBFastbootTools/issues/308",
  ],
  messages: { user: "User {user} ({name}) is a second space." },
  needs: { userKinds },
  run: (given) => userAnswer(asked, given.userKinds),
  examples: userExamples("second-space"),
});

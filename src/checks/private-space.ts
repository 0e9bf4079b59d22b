import { defineCheck } from "../core/check.ts";
import { userKinds } from "../facts/user-kinds.ts";
import { type UserQuestion, userAnswer, userExamples } from "./wording/user-answer.ts";

const asked: UserQuestion = {
  kinds: ["private-space", "secure-folder"],
  steps: ["Open Settings > Security & privacy > Private space (on Samsung: Secure Folder)."],
  screen: "security",
};

/** A private space. */
export default defineCheck({
  id: "private-space",
  category: "users",
  severity: "info",
  question: "Is there a private space or secure folder?",
  title: { pass: "There is no private space", fail: "There is a private space" },
  why: "A private space hides apps and their data behind a lock of its own. This examination sees little of what is in it.",
  advice: "Fine if you made it. If not, somebody else uses this phone.",
  references: ["https://source.android.com/docs/security/features/private-space"],
  messages: { user: "User {user} ({name}) is a private space or secure folder." },
  needs: { userKinds },
  run: (given) => userAnswer(asked, given.userKinds),
  examples: userExamples("private-space"),
});

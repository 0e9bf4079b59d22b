import type { Answer, Example, OwnHands } from "../../core/check.ts";
import { type UserKind, type UserKindName, userKinds } from "../../facts/user-kinds.ts";
import { byHand } from "./remedies.ts";

/** Which kinds of users are asked for, and what to do about one. */
export interface UserQuestion extends OwnHands {
  readonly kinds: readonly UserKindName[];
}

/** One finding (message `user`, params `user` and `name`) for each user of these kinds. */
export function userAnswer(question: UserQuestion, users: readonly UserKind[]): Answer<"user"> {
  const untold = question.kinds.includes("profile") ? [] : users.filter(({ kind }) => kind === "profile");
  return {
    findings: users
      .filter(({ kind }) => question.kinds.includes(kind))
      .map(({ user, name, kind }) => ({
        subject: { kind: "user", user, name },
        message: "user",
        params: { user, name },
        evidence: [{ kind: "value", fact: userKinds, name: `kind of user ${user}`, value: kind }],
        remedy: byHand(question.screen, ...question.steps),
      })),
    unread: untold.map(({ user }) => `User ${user} is a profile of a kind that the phone did not tell.`),
  };
}

type UserExample = Example<{ readonly userKinds: readonly UserKind[] }, Record<never, never>>;

/** Examples of a check that asks for one kind of user. */
export function userExamples(kind: UserKindName): {
  readonly pass: readonly [UserExample];
  readonly fail: readonly [UserExample];
} {
  const owner = { user: 0, name: "Owner", kind: "owner" } as const;
  return {
    pass: [{ name: "the owner alone", given: { userKinds: [owner] } }],
    fail: [{ name: "one of this kind", given: { userKinds: [owner, { user: 11, name: "Two", kind }] }, findings: 1 }],
  };
}

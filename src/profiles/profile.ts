import type { Profile } from "../core/assessment.ts";

/** Defines a profile: a published selection of controls. */
export function defineProfile(profile: Profile): Profile {
  return profile;
}

/** Limits that hold for every profile. */
export const commonLimits = [
  "It rests on what the phone says of itself over ADB, without root: a changed system can say what it likes unless hardware vouches for it.",
  "It is one look at one time. What happened before and what happens afterwards is not in it.",
  "What neither a check nor a person's answer could decide is not determinable, and never counted as satisfied.",
] as const;

import type { AppAnswer, AskedApp } from "./answer-parts.ts";
import { codeAnswers } from "./answers-code.ts";
import { manifestAnswers } from "./answers-manifest.ts";
import { networkAnswers } from "./answers-network.ts";
import { signatureAnswers } from "./answers-signature.ts";

import { isUnread } from "./app-record.ts";

export type { AppAnswer, AskedApp } from "./answer-parts.ts";

/** What the files of an app answer to the questions that controls for apps ask, by the ids of `appQuestions`. Pure. */
export function appAnswers(asked: AskedApp): readonly AppAnswer[] {
  const app = { ...asked, missing: [...asked.missing, ...absentParts(asked)] };
  return [...manifestAnswers(app), ...networkAnswers(app), ...codeAnswers(app), ...signatureAnswers(app)];
}

/** Parts that an app must have, by what its other parts say, and that are not there. */
function absentParts({ records }: AskedApp): readonly string[] {
  const read = records.flatMap(({ identity }) => (isUnread(identity) ? [] : [identity]));
  if (read.length === 0 || read.length < records.length) return [];
  const bases = read.filter(({ split }) => split === null);
  if (bases.length === 0) return ["The base of the app is not among its files."];
  return read.length === bases.length && bases.some(({ splitRequired }) => splitRequired)
    ? ["The app is not whole without further files, which are not there."]
    : [];
}

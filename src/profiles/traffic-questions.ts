/**
 * Questions that records of traffic answer. They are no checks, since nothing on the phone answers them; where no records are given, controls
 * that ask them are not determinable.
 */
export const trafficQuestions: Readonly<Record<string, string>> = {
  "traffic:encrypted": "Was everything encrypted that the records of traffic show?",
  "traffic:consent": "Did nothing go to a tracker before a choice was made, or after it was refused?",
  "traffic:maker-encrypted": "Was everything encrypted that the records of traffic show to the phone's maker?",
  "traffic:maker-region":
    "Did every server of the phone's maker that the records of traffic show stand inside the region?",
  "traffic:maker-consent":
    "Did nothing go to the maker's own trackers before a choice was made, or after it was refused?",
  "traffic:region": "Did every server stand where the law of the region gives assurance?",
};

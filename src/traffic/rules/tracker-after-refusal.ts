import { defineRule } from "../rule.ts";
import { trackerHits } from "../rule-words.ts";

export default defineRule({
  id: "tracker-after-refusal",
  severity: "medium",
  strength: "contact",
  title: "Trackers were in contact after consent was refused",
  messages: {
    contacted: "{app} contacted {recipients} after consent was refused. What was sent is not to be seen in the record.",
    nothing:
      "{app} contacted {recipients} after consent was refused. In what was sent, no personal data was recognised.",
    sent: "{app} sent {data} to {recipients} after consent was refused.",
  },
  law: "tracker-after-refusal",
  caution: "What was refused is known from the mark that you set, not from the record.",
  references: [
    "https://eur-lex.europa.eu/eli/reg/2016/679/oj",
    "https://eur-lex.europa.eu/eli/dir/2002/58/oj",
    "EDPB Guidelines 2/2023 on the technical scope of Art. 5(3) of the ePrivacy Directive, version 2.0",
  ],
  run: (view) => trackerHits(view, "after-refusal"),
});

import { defineRule } from "../rule.ts";
import { trackerHits } from "../rule-words.ts";

export default defineRule({
  id: "tracker-before-consent",
  severity: "medium",
  strength: "contact",
  title: "Trackers were in contact before any choice was made",
  messages: {
    contacted:
      "{app} contacted {recipients} before any choice was made. What was sent is not to be seen in the record.",
    nothing:
      "{app} contacted {recipients} before any choice was made. In what was sent, no personal data was recognised.",
    sent: "{app} sent {data} to {recipients} before any choice was made.",
  },
  law: "tracker-before-consent",
  caution:
    "Consent is not needed for what is strictly necessary for a service that was asked for; whether this was is for the recipient to show.",
  references: [
    "https://eur-lex.europa.eu/eli/reg/2016/679/oj",
    "https://eur-lex.europa.eu/eli/dir/2002/58/oj",
    "EDPB Guidelines 2/2023 on the technical scope of Art. 5(3) of the ePrivacy Directive, version 2.0",
  ],
  run: (view) => trackerHits(view, "before-choice"),
});

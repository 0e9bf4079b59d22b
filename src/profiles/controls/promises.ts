import { defineFamily } from "../control.ts";
import { bsi, etsi, gdpr } from "../documents.ts";

/** What can only be read in documents and registers, not on the phone. */
export const promises = defineFamily({
  id: "promises",
  prefix: "PRO",
  title: "Promises of the maker",
  controls: [
    {
      number: 1,
      title: "A certificate for this model and version is in the register of the body that gave it",
      why: "A certificate is for one model and one version, and ends.",
      severity: "low",
      question:
        "Did you find this model and version in the public register of a certification body, and is the entry still valid?",
      references: [etsi("part 1"), bsi("certification")],
    },
    {
      number: 2,
      title: "The maker names the countries in which it stores data of owners of this region",
      why: "A promise of regional storage needs a place.",
      severity: "low",
      question: "Does the maker's privacy notice name the countries in which data of your region is stored?",
      references: [gdpr("Article 13"), gdpr("Article 44")],
    },
    {
      number: 3,
      title: "A request for one's data was answered completely and in time",
      why: "What a maker holds, only the maker can tell, and must.",
      severity: "low",
      question: "Did you ask the maker for your data, and was the answer complete and within a month?",
      references: [gdpr("Article 15"), gdpr("Article 12")],
    },
    {
      number: 4,
      title: "The maker publishes how holes can be reported, and what was mended",
      why: "Transparency can be checked.",
      severity: "low",
      question: "Does the maker publish an address for reports of vulnerabilities and bulletins of its fixes?",
      references: [bsi("handling of vulnerabilities"), etsi("part 1, trusted updates")],
    },
  ],
});

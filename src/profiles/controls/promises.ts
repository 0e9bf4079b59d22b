import { defineFamily, passes } from "../control.ts";
import { bsi, cdd, etsi, gdpr, masvs } from "../documents.ts";

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
    {
      number: 5,
      title: "Permissions of the apps that came with the phone can be withdrawn",
      why: "A permission that cannot be taken back was not asked for.",
      severity: "low",
      question:
        "Could you withdraw each permission of the maker's own apps that you did not want, without losing the phone's own functions?",
      references: [cdd("9.1"), bsi("system apps")],
    },
    {
      number: 6,
      title: "In the records of traffic, everything that went to the maker was encrypted",
      why: "What is sent openly can be read and changed on the way.",
      severity: "medium",
      asks: passes("traffic:maker-encrypted"),
      references: [gdpr("Article 32"), masvs("NETWORK-1")],
    },
    {
      number: 7,
      title: "In the records of traffic, the maker's servers stood inside the region",
      why: "Where a server stands is the first thing that a promise of regional storage can be held against.",
      severity: "medium",
      asks: passes("traffic:maker-region"),
      references: [gdpr("Article 44")],
    },
    {
      number: 8,
      title: "In the records of traffic, nothing went to the maker's own trackers without a choice",
      why: "Consent that is asked for afterwards is none.",
      severity: "medium",
      asks: passes("traffic:maker-consent"),
      references: [gdpr("Article 7")],
    },
    {
      number: 9,
      title: "The features for privacy that the maker names are on this model and work",
      why: "A feature of another model, or one that cannot be found, protects nobody.",
      severity: "low",
      question: "Did you find and try on this phone each feature for privacy that the maker names for this model?",
      references: [bsi("system apps"), masvs("PRIVACY-4")],
    },
  ],
});

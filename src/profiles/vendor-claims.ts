import type { Claim } from "../core/assessment.ts";
import { commonLimits, defineProfile } from "./profile.ts";

const claims: readonly Claim[] = [
  {
    id: "encryption-at-rest",
    promise: "What is stored on the phone is encrypted.",
    about:
      "What the phone says of its encryption. Whether keys lie in hardware is only shown by an attestation or the maker's documents.",
    controls: ["ENC-01", "ENC-02", "ENC-03", "ENC-04", "ENC-05"],
  },
  {
    id: "encryption-in-transit",
    promise: "What the phone sends is encrypted.",
    about:
      "Rules that apps state, and records of traffic where they were given. Without records, what is really sent was not seen.",
    controls: ["NET-12", "NET-17"],
  },
  {
    id: "regional-storage",
    promise: "Data of owners of a region is stored in that region.",
    about:
      "Where servers stood that the phone spoke to, by records of traffic, and what the maker states. What a server passes on cannot be seen from the phone.",
    controls: ["PRV-11", "PRV-16", "PRO-02"],
  },
  {
    id: "permissions",
    promise: "The owner decides what apps may do.",
    about:
      "Whether permissions and special powers can be taken back, and none was fixed or given past Android's own barriers.",
    controls: ["PRM-13", "APP-13", "DEV-09", "ACC-08", "ACC-09"],
  },
  {
    id: "updates",
    promise: "The phone gets security fixes in time and for years.",
    about:
      "The levels that the phone reports, and the end date that the maker publishes. Levels are the maker's statement.",
    controls: ["UPD-01", "UPD-02", "UPD-03", "UPD-06", "UPD-08", "UPD-09", "UPD-10", "UPD-11", "UPD-14"],
  },
  {
    id: "verified-start",
    promise: "The phone starts only its maker's system.",
    about: "What the phone reports of its start; only an attestation by hardware proves it.",
    controls: ["BOOT-01", "BOOT-02", "BOOT-03", "BOOT-06", "BOOT-08", "BOOT-11", "BOOT-12"],
  },
  {
    id: "privacy-features",
    promise: "Features of the phone protect the owner's privacy.",
    about: "Whether those that can be read are in use as the phone is now: one that is off protects nobody.",
    controls: ["PRV-10", "LOCK-05", "NET-01", "DEV-18", "DEV-19"],
  },
  {
    id: "consent",
    promise: "Data is collected only with consent, which can be refused and taken back.",
    about:
      "Switches that are on, records of traffic before a choice, and what the owner saw while setting the phone up. Whether somebody once agreed cannot be read.",
    controls: ["PRV-01", "PRV-03", "PRV-07", "PRV-09", "PRV-15", "PRV-18"],
  },
  {
    id: "removable-apps",
    promise: "Apps that came with the phone can be removed.",
    about: "What Candor's list names as collecting or removable and is still there, and what the owner could remove.",
    controls: ["PRE-01", "PRE-02", "PRE-04"],
  },
  {
    id: "transparency",
    promise: "The maker tells what it collects, what it mends, and what it holds about an owner.",
    about: "Documents and answers of the maker: nothing of it is on the phone.",
    controls: ["PRV-17", "PRO-03", "PRO-04"],
  },
  {
    id: "certification",
    promise: "The phone is certified.",
    about: "A register of the body that gave the certificate, for this model and version. Candor certifies nothing.",
    controls: ["PRO-01"],
  },
];

/** What makers of phones promise, held against what can be seen. */
export const vendorClaims = defineProfile({
  id: "vendor-claims",
  title: "Claims of the maker",
  version: 1,
  audience:
    "Owners, testers of products, and authorities who want to know which promises of a phone's maker can be verified.",
  scope: "Each promise with the controls that would show it: verified, contradicted, or not determinable.",
  limits: [
    ...commonLimits,
    "“Verified” means that all controls named for a promise were satisfied, and no more than that. “Contradicted” means that one was not, on this phone as it is set now: the owner may have set it so.",
  ],
  required: [...new Set(claims.flatMap(({ controls }) => controls))],
  advised: [],
  claims,
});

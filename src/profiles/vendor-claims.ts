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
      "Records of traffic, where they were given, and in them what went to companies of the maker's name. Without records, what is sent was not seen.",
    controls: ["PRO-06"],
  },
  {
    id: "regional-storage",
    promise: "Data of owners of a region is stored in that region.",
    about:
      "Where the maker's servers stood, by records of traffic, and what the maker states. What a server passes on cannot be seen from the phone.",
    controls: ["PRO-07", "PRO-02"],
  },
  {
    id: "permissions",
    promise: "The owner decides what apps may do.",
    about:
      "Whether a manager fixed permissions, and whether those of the maker's own apps can be withdrawn. What an owner allowed says nothing of the promise.",
    controls: ["PRM-13", "PRO-05"],
  },
  {
    id: "updates",
    promise: "The phone gets security fixes in time and for years.",
    about:
      "The levels that the phone reports, and the end date that the maker publishes. Levels are the maker's statement. Where a newer system waits to be installed, the delay is the owner's.",
    controls: ["UPD-01", "UPD-02", "UPD-03", "UPD-06", "UPD-08", "UPD-09", "UPD-10", "UPD-11", "UPD-14"],
    ownersPart: ["UPD-13", "UPD-07"],
  },
  {
    id: "verified-start",
    promise: "The phone starts only its maker's system.",
    about: "What the phone reports of its start; only an attestation by hardware (candor attest) proves it.",
    controls: ["BOOT-01", "BOOT-02", "BOOT-03", "BOOT-06", "BOOT-08", "BOOT-11", "BOOT-12"],
    ownersPart: ["BOOT-02"],
  },
  {
    id: "privacy-features",
    promise: "Features of the phone protect the owner's privacy.",
    about:
      "What the owner tried. Which features are in use is the owner's choice, and stands beside the promises: shared places, notifications, private DNS.",
    controls: ["PRO-09"],
  },
  {
    id: "consent",
    promise: "Data is collected only with consent, which can be refused and taken back.",
    about:
      "Records of traffic around a choice, and what the owner saw while setting the phone up. A switch that is on does not tell whether somebody agreed to it.",
    controls: ["PRO-08", "PRV-18"],
  },
  {
    id: "removable-apps",
    promise: "Apps that came with the phone can be removed.",
    about: "What the owner could remove. That an app is still there does not tell that it cannot be removed.",
    controls: ["PRE-04"],
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
  version: 2,
  audience:
    "Owners, testers of products, and authorities who want to know which promises of a phone's maker can be verified.",
  scope: "Each promise with the controls that would show it: verified, contradicted, or not determinable.",
  limits: [
    ...commonLimits,
    "“Verified” means that all controls named for a promise were satisfied, and no more than that. “Contradicted” means that one was not, on this phone as it is set now: the owner may have set it so.",
  ],
  required: [...new Set(claims.flatMap(({ controls }) => controls))],
  advised: [
    "APP-13",
    "DEV-09",
    "LOCK-05",
    "NET-01",
    "NET-12",
    "NET-17",
    "PRE-01",
    "PRE-02",
    "PRE-03",
    "PRV-01",
    "PRV-03",
    "PRV-04",
    "PRV-06",
    "PRV-07",
    "PRV-09",
    "PRV-10",
    "PRV-11",
    "PRV-15",
    "PRV-16",
    "UPD-07",
    "UPD-13",
  ],
  claims,
});

import { defineFamily, passes } from "../control.ts";
import { aer, bsi, cdd, cis, etsi, nist } from "../documents.ts";

/** What somebody gets who takes the storage out of the phone. */
export const encryption = defineFamily({
  id: "encryption",
  prefix: "ENC",
  title: "Encryption of what is stored",
  controls: [
    {
      number: 1,
      title: "What is stored on the phone is encrypted",
      why: "Without it, whoever finds or takes the phone reads everything on it.",
      severity: "critical",
      asks: passes("encryption-state"),
      references: [
        cis("1.9 (v1.0.0)"),
        cdd("9.9"),
        aer("encryption"),
        bsi("encryption of the storage"),
        etsi("part 1, cryptographic support"),
        nist("countermeasures: encryption of stored data"),
      ],
    },
    {
      number: 2,
      title: "Files are encrypted one by one, with keys per user",
      why: "Only then is what belongs to a locked user closed while the phone runs.",
      severity: "medium",
      asks: passes("encryption-type"),
      references: [cdd("9.9.3"), etsi("part 1, cryptographic support")],
    },
    {
      number: 3,
      title: "The key needs the PIN, pattern or password",
      why: "A key that opens without the owner protects a stolen phone from nobody.",
      severity: "high",
      asks: passes("encryption-default-key"),
      references: [cdd("9.9"), etsi("part 1, cryptographic support")],
    },
    {
      number: 4,
      title: "Details about files are encrypted too",
      why: "Names, sizes and times of files tell much about a person.",
      severity: "low",
      asks: passes("encryption-metadata"),
      references: [cdd("9.9.3")],
    },
    {
      number: 5,
      title: "Keys are kept by hardware that the system cannot read",
      why: "Keys in software can be copied by whoever takes over the system.",
      severity: "medium",
      question:
        "Does the maker's documentation for this model, or an attestation that you verified, say that keys are kept in hardware?",
      references: [
        cdd("9.11"),
        aer("hardware-backed keystore"),
        nist("countermeasures: hardware-backed processing and storage"),
      ],
    },
    {
      number: 6,
      title: "There is no unencrypted memory card",
      why: "A card can be read in any other device.",
      severity: "medium",
      question: "Is there no memory card in the phone, or was it formatted as encrypted internal storage?",
      references: [cdd("9.9"), nist("threats: loss and theft of the device"), bsi("encryption of the storage")],
    },
  ],
});

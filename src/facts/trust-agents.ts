import { defineFact } from "../core/fact.ts";
import { parseTrust, type UserTrust } from "../formats/trust.ts";

/** Services that may keep the phone unlocked, per user. */
export const trustAgents = defineFact({
  id: "trust-agents",
  about: "Services that may keep the phone unlocked, per user",
  read: () => [["dumpsys", "trust"]],
  parse: ([text = ""]): readonly UserTrust[] => parseTrust(text),
});

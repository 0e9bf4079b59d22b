import { defineFact } from "../core/fact.ts";
import { parseDevicePolicyDump } from "../formats/device-policy-dump.ts";

/** Device administrators, the owners of the phone and its profiles, and the state of encryption, as the policy service tells them. */
export const devicePolicy = defineFact({
  id: "device-policy",
  about: "Device administrators, device and profile owners, encryption status",
  read: () => [["dumpsys", "device_policy"]],
  parse: ([text = ""]) => parseDevicePolicyDump(text),
});

import { defineFact } from "../core/fact.ts";
import { parseDataSaver, parseNetPolicyList } from "../formats/net-policy-list.ts";

/** Who may use metered networks (mobile data) while it is not on the screen. Uids: user × 100000 + appId. */
export interface BackgroundData {
  /** Data saver: nobody may, but those in `allowed`. */
  readonly saver: boolean;
  readonly denied: readonly number[];
  readonly allowed: readonly number[];
}

/** Apps without mobile data in the background. */
export const backgroundData = defineFact({
  id: "background-data",
  about: "Apps that may not use mobile data in the background, and data saver",
  read: () => [
    ["cmd", "netpolicy", "get", "restrict-background"],
    ["cmd", "netpolicy", "list", "restrict-background-blacklist"],
    ["cmd", "netpolicy", "list", "restrict-background-whitelist"],
  ],
  parse: ([saver = "", denied = "", allowed = ""]): BackgroundData => ({
    saver: parseDataSaver(saver),
    denied: parseNetPolicyList(denied),
    allowed: parseNetPolicyList(allowed),
  }),
});

import { defineCheck } from "../core/check.ts";
import { takenAt } from "../core/needs.ts";
import { appOps } from "../facts/app-ops.ts";
import { packageDetails } from "../facts/package-details.ts";
import { packages } from "../facts/packages.ts";
import { type OpQuestion, opAnswer } from "./wording/op-answer.ts";
import { opExamples } from "./wording/op-examples.ts";

const asked: OpQuestion = {
  ops: ["ACTIVATE_VPN", "ESTABLISH_VPN_SERVICE"],
  weights: { store: "low", other: "medium" },
  steps: ["Open Settings > Network > VPN.", "Touch the wheel beside each VPN that you do not use, and forget it."],
  screen: "vpn",
};

/** Added apps that may put themselves between the phone and the network. */
export default defineCheck({
  id: "vpn-apps",
  category: "network",
  severity: "medium",
  question: "May an added app act as a VPN?",
  title: { pass: "No added app may act as a VPN", fail: "An added app may act as a VPN" },
  why: "Once allowed, such an app can start without asking, sees which servers are contacted, and can send the traffic anywhere.",
  advice: "Forget the VPNs that you do not use; keep those whose maker you trust.",
  references: [
    "https://developer.android.com/reference/android/net/VpnService",
    "https://dl.acm.org/doi/10.1145/2987443.2987471",
  ],
  messages: { holds: "{app} may act as a VPN." },
  needs: { appOps, packages },
  wants: { packageDetails, takenAt },
  run: (given, wanted) => opAnswer(asked, given, wanted),
  examples: opExamples("ACTIVATE_VPN"),
});

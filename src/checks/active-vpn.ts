import { defineCheck } from "../core/check.ts";
import { activeVpns } from "../facts/active-vpns.ts";
import { appOps } from "../facts/app-ops.ts";
import { packages } from "../facts/packages.ts";
import { byHand } from "./wording/remedies.ts";

/** VPNs that carry traffic now. */
export default defineCheck({
  id: "active-vpn",
  category: "network",
  severity: "low",
  question: "Did traffic go through a VPN when the phone was examined?",
  title: { pass: "No VPN was connected", fail: "A VPN was connected" },
  why: "The app behind a VPN sees when the phone talks to which server, and can change what is not encrypted. Filters and firewalls work this way too, without sending anything away.",
  advice: "Know which app it is and who runs it. If you did not start it, disconnect it and remove the app.",
  references: [
    "https://developer.android.com/develop/connectivity/vpn",
    "AOSP: packages/modules/Connectivity/service/src/com/android/server/ConnectivityService.java (dumpNetworks)",
  ],
  messages: {
    known: "{app} carried the traffic through a VPN.",
    unknown: "An app that the phone does not name carried the traffic through a VPN.",
  },
  remedy: byHand(
    "vpn",
    "Open Settings > Network > VPN and see which VPN is connected.",
    "If you did not start it, disconnect and forget it, and uninstall its app.",
  ),
  needs: { activeVpns },
  wants: { packages, appOps },
  run: ({ activeVpns: vpns }, { packages: apps, appOps: ops }) =>
    vpns.map(({ interface: name, session, ownerUid, dns }) => {
      const byId = apps?.find(({ appId }) => appId !== null && ownerUid !== null && appId === ownerUid % 100_000)?.name;
      const app = byId ?? ops?.packages.find(({ uid }) => uid === ownerUid)?.package;
      const told = { interface: name, session, "owner's uid": ownerUid, "DNS servers": dns.join(", ") || null };
      return {
        subject: app === undefined ? { kind: "device" } : { kind: "app", package: app },
        message: app === undefined ? "unknown" : "known",
        params: { app: app ?? "" },
        evidence: Object.entries(told).flatMap(([key, value]) =>
          value === null ? [] : [{ kind: "value" as const, fact: activeVpns, name: key, value: String(value) }],
        ),
      };
    }),
  examples: {
    pass: [{ name: "none connected", given: { activeVpns: [] } }],
    fail: [
      {
        name: "a named app",
        given: { activeVpns: [{ interface: "tun1", session: "Home", ownerUid: 10_307, dns: ["10.0.0.1"] }] },
        wanted: { packages: [{ name: "org.example.vpn", path: null, system: false, updated: false, appId: 10_307 }] },
        findings: 1,
      },
      {
        name: "an old phone that does not name the app",
        given: { activeVpns: [{ interface: "tun0", session: null, ownerUid: null, dns: [] }] },
        findings: 1,
      },
    ],
  },
});

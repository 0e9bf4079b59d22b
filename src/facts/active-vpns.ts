import { FormatError } from "../core/errors.ts";
import { defineFact } from "../core/fact.ts";

/** A virtual private network that carries traffic at the time of the snapshot. */
export interface ActiveVpn {
  /** The network interface, for example tun0; null where not printed. */
  readonly interface: string | null;
  /** The name that the app gave to the connection; null where not printed (before Android 12). Not trusted. */
  readonly session: string | null;
  /** The app behind it, as user × 100000 + appId; null where not printed (before Android 11). */
  readonly ownerUid: number | null;
  /** Addresses of the servers that answer its DNS questions. */
  readonly dns: readonly string[];
}

/** VPNs that are connected; an empty list when the networks were listed and none is a VPN. */
export const activeVpns = defineFact({
  id: "active-vpns",
  about: "VPNs that are connected",
  read: () => [["dumpsys", "connectivity"]],
  parse: ([text = ""]) => parseActiveVpns(text),
});

/**
 * The VPNs among `Current Networks:`. Layouts of Android 7 to 14: one line `  NetworkAgentInfo{… nc{[ Transports: A|B …` a network.
 * AOSP: packages/modules/Connectivity, ConnectivityService.dumpNetworks, NetworkCapabilities.toString.
 */
function parseActiveVpns(text: string): readonly ActiveVpn[] {
  const lines = text.split("\n");
  const start = lines.findIndex((line) => line.trimEnd() === "Current Networks:");
  if (start === -1) throw new FormatError("dumpsys connectivity", "no list of current networks");
  const length = lines.slice(start + 1).findIndex((line) => /^\S/.test(line));
  if (length === -1) throw new FormatError("dumpsys connectivity", "the list of current networks has no end");
  const agents = lines.slice(start + 1, start + 1 + length).filter((line) => /^ {1,4}NetworkAgentInfo/.test(line));
  return agents.flatMap((agent) => {
    const transports = /\bnc\{\[? ?Transports: ([A-Z_|]+)/.exec(agent)?.[1];
    if (transports === undefined) throw new FormatError("dumpsys connectivity", "a network without transports");
    return transports.split("|").includes("VPN") ? [vpn(agent)] : [];
  });
}

function vpn(agent: string): ActiveVpn {
  const owner = /\bOwnerUid: (\d+)/.exec(agent)?.[1];
  const dns = /\bDnsAddresses: \[([^\]]*)\]/.exec(agent)?.[1] ?? "";
  return {
    interface: /\bInterfaceName: ([\w.-]+)/.exec(agent)?.[1] ?? null,
    session: /VpnTransportInfo\{type=\d+, sessionId=([^,]{1,100}),/.exec(agent)?.[1] ?? null,
    ownerUid: owner === undefined ? null : Number(owner),
    dns: dns.split(",").flatMap((part) => part.trim().replace(/^\//, "") || []),
  };
}

import type { Dump } from "../../state/phone-state.ts";

/** `dumpsys connectivity trafficcontroller`, from Android 13 on (AOSP: com.android.server.BpfNetMaps.dump). */
export const trafficRulesDump: Dump = function* ({ networkLimits, users }) {
  const { chain, cut } = networkLimits;
  yield* ["TrafficController", "", "BPF map content:"];
  yield `  current ownerMatch configuration: ${chain ? "2048 OEM_DENY_3_MATCH" : "0 NO_MATCH"}`;
  yield* ["  current statsMap configuration: 0 SELECT_MAP_A", "", "  sCookieTagMap:", "  sUidOwnerMap:"];
  yield "    1000 LOCKDOWN_VPN_MATCH";
  for (const { id } of users) {
    for (const appId of [...cut].sort((a, b) => a - b)) yield `    ${id * 100_000 + appId} OEM_DENY_3_MATCH`;
  }
  yield* ["  sUidPermissionMap:", "    1000 PERMISSION_INTERNET PERMISSION_UPDATE_DEVICE_STATS"];
};

import type { Dump } from "../state/phone-state.ts";
import { bytesOfRound, packetsBetween, roundMs } from "./exchanges.ts";

/** Seconds that the phone sums up in one bucket. */
const bucket = 7200;

/** `dumpsys netstats detail` of Android 13 and later (AOSP: com.android.server.net.NetworkStatsService.dump), with what crossed Wi-Fi. */
export const netStatsDump: Dump = function* (state) {
  const wifi =
    'ident=[{type=1, ratType=COMBINED, wifiNetworkKey="home"wpa2-psk, metered=false, defaultNetwork=true, oemManaged=OEM_NONE, subId=-1}]';
  yield* ["Active interfaces:", `  iface=wlan0 ${wifi}`, "Active UID interfaces:", `  iface=wlan0 ${wifi}`];
  yield* ["UID stats:", "  Pending bytes: 0", "  Complete history:"];
  const now = state.now();
  const rounds = Math.floor((now - state.bootedAt) / roundMs);
  const sums = new Map<number, { sent: number; received: number }>();
  for (const [uid, { sent, received }] of bytesOfRound(state))
    sums.set(uid, { sent: sent * rounds, received: received * rounds });
  for (const { uid, out, bytes } of packetsBetween(state, state.bootedAt + rounds * roundMs, now)) {
    const sum = sums.get(uid) ?? { sent: 0, received: 0 };
    if (out) sum.sent += bytes.length;
    else sum.received += bytes.length;
    sums.set(uid, sum);
  }
  const start = Math.floor(now / 1000 / bucket) * bucket;
  for (const [uid, { sent, received }] of sums) {
    yield `  ${wifi} uid=${uid} set=DEFAULT tag=0x0`;
    yield `    NetworkStatsHistory: bucketDuration=${bucket}`;
    yield `      st=${start} rb=${received} rp=${Math.ceil(received / 600)} tb=${sent} tp=${Math.ceil(sent / 200)} op=0`;
  }
  yield* ["UID tag stats:", "  Pending bytes: 0"];
};

import { dashedTime, duration } from "../../state/clock.ts";
import { type Dump, type NetworkState, type PhoneState, sdkOf, zoneOf } from "../../state/phone-state.ts";
import { trafficRulesDump } from "./traffic-rules.ts";

/** `dumpsys webviewupdate`; empty up to Android 7 (AOSP: com.android.server.webkit.WebViewUpdateServiceImpl.dumpState). */
export const webviewDump: Dump = function* (state) {
  const sdk = sdkOf(state);
  if (sdk < 26) return;
  const { current, version, versionCode, targetSdk, minimumSdk, minimumVersionCode, missing } = state.webview;
  yield "Current WebView Update Service state";
  if (sdk < 31) yield "  Fallback logic enabled: false";
  if (sdk < 35) yield "  Multiprocess enabled: true";
  yield `  Current WebView package (name, version): (${current}, ${version})`;
  if (sdk >= 29) yield `  Minimum targetSdkVersion: ${minimumSdk}`;
  yield `  Minimum WebView version code: ${minimumVersionCode}`;
  yield* ["  Number of relros started: 2", "  Number of relros finished: 2", "  WebView package dirty: false"];
  yield "  Any WebView package installed: true";
  yield `  Preferred WebView package (name, version): (${current}, ${version})`;
  yield "  WebView packages:";
  yield `    Valid package ${current} (versionName: ${version}, versionCode: ${versionCode}, targetSdkVersion: ${targetSdk}) is  installed/enabled for all users`;
  yield* missing.map((name) => `    ${name} is NOT installed.`);
};

/** `dumpsys mount` (AOSP: com.android.server.StorageManagerService.dump). */
export const mountDump: Dump = function* (state) {
  yield* ["Disks:", "", "Volumes:", `  VolumeInfo{${sdkOf(state) >= 30 ? "emulated;0" : "emulated"}}:`];
  yield* [
    "    type=EMULATED diskId=null partGuid= mountFlags=PRIMARY|VISIBLE mountUserId=0 state=MOUNTED ",
    "    fsType=null fsUuid=null fsLabel=null ",
  ];
  yield* ["    path=/storage/emulated internalPath=/data/media ", "", "Records:", "", "Primary storage UUID: null", ""];
  yield* [
    `${sdkOf(state) >= 35 ? "CE" : "Local"} unlocked users: [${state.unlockedUsers.join(", ")}]`,
    `System unlocked users: [${state.unlockedUsers.join(", ")}]`,
    "",
  ];
};

/** `dumpsys batterystats --daily`, and the head of the full dump. */
export const batteryStatsDump: Dump = function* (state) {
  const zone = zoneOf(state);
  const [today] = state.daily;
  yield "Daily stats:";
  yield `  Current start time: ${dashedTime(today?.from ?? state.bootedAt, zone)}`;
  yield `  Next min deadline: ${dashedTime(state.now() + 43_200_000, zone)}`;
  yield `  Next max deadline: ${dashedTime(state.now() + 50_400_000, zone)}`;
  for (const day of state.daily) {
    if (day.to !== null) yield `  Daily from ${dashedTime(day.from, zone)} to ${dashedTime(day.to, zone)}:`;
    if (day.changes.length > 0) yield "    Package changes:";
    yield* day.changes.map((change) => `      Update ${change.package} vers=${change.version}`);
  }
};

/** `dumpsys backup` (AOSP: com.android.server.backup.UserBackupManagerService.dump). */
export const backupDump: Dump = function* (state) {
  const { enabled, transports } = state.backup;
  const ready = sdkOf(state) >= 29 ? "setup complete" : "provisioned";
  yield `Backup Manager is ${enabled ? "enabled" : "disabled"} / ${ready} / not pending init`;
  yield* [
    "Auto-restore is enabled",
    "No backups running",
    `Last backup pass started: 0 (now = ${state.now()})`,
    `  next scheduled: ${state.now() + 3_600_000}`,
  ];
  yield* [
    "Transport whitelist:",
    ...transports.map((transport) => `    ${transport.component}`),
    "Available transports:",
  ];
  for (const transport of transports) {
    yield `  ${transport.selected ? "* " : "  "}${transport.component}`;
    yield* [`       destination: ${transport.destination}`, "       intent: null"];
  }
  yield* [
    "Transport clients created: 1",
    "Current transport clients: 0",
    "Pending init: 0",
    "Ancestral: 0",
    "Current:   0",
  ];
};

/** `dumpsys deviceidle`: whom the idling phone spares. */
export const deviceIdleDump: Dump = function* (state) {
  const { system, exceptIdle, user } = state.idleExempt;
  const appIds = (names: Iterable<string>): readonly string[] =>
    [...new Set([...names].map((name) => state.packages.get(name)?.appId ?? 0))]
      .filter((id) => id > 0)
      .sort((a, b) => a - b)
      .map((id) => `    ${id}`);
  yield* [
    "  Settings:",
    "    light_after_inactive_to=+4m0s0ms",
    "    inactive_to=+30m0s0ms",
    "    wait_for_unlock=true",
    "  Idling history:",
  ];
  yield `         normal: ${duration(state.bootedAt - state.now())} (unlocked)`;
  yield* ["  Whitelist (except idle) system apps:", ...[...exceptIdle].map((name) => `    ${name}`)];
  yield* ["  Whitelist system apps:", ...[...system].map((name) => `    ${name}`)];
  if (user.size > 0) yield* ["  Whitelist user apps:", ...[...user].map((name) => `    ${name}`)];
  yield* ["  Whitelist (except idle) all app ids:", ...appIds([...exceptIdle, ...user])];
  if (user.size > 0) yield* ["  Whitelist user app ids:", ...appIds(user)];
  yield* ["  Whitelist all app ids:", ...appIds([...system, ...user])];
  yield* ["  mLightEnabled=true  mDeepEnabled=true", "  mForceIdle=false", "  mState=ACTIVE mLightState=ACTIVE"];
};

/** `dumpsys connectivity`: the networks that are up. */
export const connectivityDump: Dump = function* (state, args) {
  if (args.includes("trafficcontroller")) {
    if (sdkOf(state) >= 33) yield* trafficRulesDump(state, args);
    return;
  }
  const first = state.networks.find((network) => network.kind !== "VPN");
  yield* ["NetworkProviders for:", "  4: VpnNetworkProvider:0", "  7: WifiNetworkFactory", ""];
  yield* [`Active default network: ${first?.id ?? "none"}`, "", "Current Networks:"];
  for (const network of state.networks) yield `  ${agent(state, network)}`;
  yield* ["", "Restrict background: false", "", "Status for known UIDs:", "  ", "Network Requests:", ""];
};

function agent(state: PhoneState, network: NetworkState): string {
  const vpn = network.kind === "VPN";
  const capabilities = vpn
    ? "NOT_METERED&INTERNET&NOT_RESTRICTED&TRUSTED&VALIDATED"
    : "NOT_METERED&INTERNET&NOT_RESTRICTED&TRUSTED&NOT_VPN&VALIDATED";
  const owner = network.ownerUid === null ? "" : ` OwnerUid: ${network.ownerUid} AdminUids: [${network.ownerUid}]`;
  const info = vpn
    ? ` TransportInfo: <VpnTransportInfo{type=1, sessionId=${network.session ?? "null"}, bypassable=false longLivedTcpConnectionsExpensive=false}>`
    : "";
  const since = Math.max(0, network.createdAt - state.bootedAt);
  return `NetworkAgentInfo{network{${network.id}}  handle{${network.id * 4_294_967_296 + 200_000_013}}  ni{${network.kind} CONNECTED extra: } created=${new Date(network.createdAt).toISOString()} Score(Policies : EVER_EVALUATED&IS_UNMETERED${vpn ? "&IS_VPN" : ""}&EVER_VALIDATED&IS_VALIDATED ; KeepConnected : 0)  created ${since} firstValidated ${since + 92} lastValidated ${since + 92}  lp{{InterfaceName: ${network.interfaceName} LinkAddresses: [ ${network.addresses.join(",")} ] DnsAddresses: [ ${network.dns.map((ip) => `/${ip}`).join(",")} ] Domains:  MTU: 1500 Routes: [ 0.0.0.0/0 -> 0.0.0.0 ${network.interfaceName} mtu 0 ]}}  nc{[ Transports: ${vpn ? "WIFI|VPN" : network.kind} Capabilities: ${capabilities}${info}${owner} UnderlyingNetworks: ${vpn ? "[100]" : "Null"}]}  factorySerialNumber=${vpn ? 4 : 7}}`;
}

/** `dumpsys settings`: every table with the package that set each value (AOSP: SettingsState.dumpHistoricalOperations, dump). */
export const settingsDump: Dump = function* (state) {
  const table = function* (title: string, user: number, rows: ReadonlyMap<string, string>): Iterable<string> {
    yield `${title} SETTINGS (user ${user})`;
    let id = 1;
    for (const [name, value] of rows) {
      yield `_id:${id++} name:${name} pkg:android value:${value === "null" ? "{null}" : value} default:${value} defaultSystemSet:true`;
    }
    yield* ["", ""];
  };
  yield* table("GLOBAL", 0, state.settings.global);
  for (const user of state.users) {
    yield* table("SECURE", user.id, state.settings.secure.get(user.id) ?? new Map());
    yield* table("SYSTEM", user.id, state.settings.system.get(user.id) ?? new Map());
  }
};

/** `dumpsys battery`. */
export const batteryDump: Dump = function* () {
  yield* ["Current Battery Service state:", "  AC powered: false", "  USB powered: true", "  Wireless powered: false"];
  yield* [
    "  status: 2",
    "  health: 2",
    "  present: true",
    "  level: 78",
    "  scale: 100",
    "  voltage: 4213",
    "  temperature: 284",
  ];
};

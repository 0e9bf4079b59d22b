import { localTime } from "../../state/clock.ts";
import { hash, type IntentFilter, isSystem, type PackageState, type PackageUser } from "../../state/package-state.ts";
import { type Dump, type PhoneState, sdkOf, zoneOf } from "../../state/phone-state.ts";

/** `dumpsys package [packages | NAME]` (AOSP: com.android.server.pm.Settings.dumpPackagesLPr). */
export const packageDump: Dump = function* (state, args) {
  const topic = args.find((arg) => !arg.startsWith("-"));
  const only = topic === undefined || topic === "packages" ? undefined : state.packages.get(topic);
  if (topic !== undefined && topic !== "packages" && !only) {
    yield* ["Dexopt state:", `  Unable to find package: ${topic}`];
    return;
  }
  const chosen = only ? [only] : [...state.packages.values()];
  if (topic === undefined) yield* head(state);
  if (topic !== "packages") {
    yield* resolverTable("Activity", chosen, (pkg) => pkg.activities);
    yield* resolverTable("Receiver", chosen, (pkg) => pkg.receivers);
    yield* resolverTable("Service", chosen, (pkg) => pkg.services);
  }
  yield* ["", "Packages:"];
  for (const pkg of chosen) yield* onePackage(state, pkg, { requested: only !== undefined });
  const hidden = chosen.filter((pkg) => pkg.hiddenSystemPath !== null);
  if (hidden.length > 0) {
    yield* ["", "Hidden system packages:"];
    for (const pkg of hidden) {
      const factory = { ...pkg, path: pkg.hiddenSystemPath ?? pkg.path };
      yield* onePackage(state, factory, { requested: only !== undefined, hidden: true });
    }
  }
  const shared = [...new Set(chosen.map((pkg) => pkg.sharedUser).filter((name) => name !== null))];
  if (shared.length > 0) yield* ["", "Shared users:"];
  for (const name of shared) yield* sharedUser(state, name);
  yield* tail(only);
};

function* head(state: PhoneState): Iterable<string> {
  const sdk = sdkOf(state);
  const verifier = state.verifier === null ? undefined : state.packages.get(state.verifier);
  yield "Database versions:";
  for (const volume of ["Internal", "External"]) {
    yield `  ${volume}:`;
    yield `    sdkVersion=${sdk} databaseVersion=3 `;
    yield `    fingerprint=${state.properties.get("ro.build.fingerprint") ?? ""} `;
  }
  yield* ["", "Verifiers:", `  Required: ${state.verifier ?? "null"} (uid=${verifier?.appId ?? -1})`];
  yield* ["", "Features:", ...state.features.map((name) => `  ${name}`), ""];
}

function* resolverTable(
  title: string,
  packages: readonly PackageState[],
  filters: (pkg: PackageState) => readonly IntentFilter[],
): Iterable<string> {
  const byAction = new Map<string, IntentFilter[]>();
  for (const filter of packages.flatMap(filters)) {
    for (const action of filter.actions) byAction.set(action, [...(byAction.get(action) ?? []), filter]);
  }
  if (byAction.size === 0) return;
  yield `${title} Resolver Table:`;
  yield "  Non-Data Actions:";
  for (const [action, found] of byAction) {
    yield `      ${action}:`;
    for (const filter of found) {
      yield `        ${id(filter.component)} ${filter.component} filter ${id(filter.component + action)}`;
      yield* filter.actions.map((name) => `          Action: "${name}"`);
      yield* filter.categories.map((name) => `          Category: "${name}"`);
    }
  }
  yield "";
}

/** Seven hexadecimal digits, as object identities are printed. */
function id(text: string): string {
  return hash(text).slice(0, 7);
}

/** What an app requests is printed where one app is asked for, not in the dump of all. */
function* onePackage(
  state: PhoneState,
  pkg: PackageState,
  { requested, hidden = false }: { readonly requested: boolean; readonly hidden?: boolean },
): Iterable<string> {
  const sdk = sdkOf(state);
  const time = (at: number): string => localTime(at, zoneOf(state));
  yield `  Package [${pkg.name}] (${id(pkg.name)}):`;
  yield `    ${sdk >= 34 ? "appId" : "userId"}=${pkg.appId}`;
  if (pkg.sharedUser !== null)
    yield `    sharedUser=SharedUserSetting{${id(pkg.sharedUser)} ${pkg.sharedUser}/${pkg.appId}}`;
  yield `    pkg=Package{${id(`pkg ${pkg.name}`)} ${pkg.name}}`;
  yield `    codePath=${pkg.path}`;
  yield `    resourcePath=${pkg.path}`;
  yield `    legacyNativeLibraryDir=${pkg.path}/lib`;
  if (sdk >= 35) yield "    extractNativeLibs=false";
  yield `    primaryCpuAbi=${isSystem(pkg) ? "null" : "arm64-v8a"}`;
  yield "    secondaryCpuAbi=null";
  if (sdk >= 35) yield "    cpuAbiOverride=null";
  yield `    versionCode=${pkg.versionCode} minSdk=${pkg.minSdk} targetSdk=${pkg.targetSdk}`;
  if (sdk >= 35) yield "    minExtensionVersions=[]";
  yield `    versionName=${pkg.versionName}`;
  if (sdk >= 35) yield* ["    hiddenApiEnforcementPolicy=2", "    usesNonSdkApi=false"];
  yield* [`    splits=[${["base", ...(pkg.splits ?? [])].join(", ")}]`, `    apkSigningVersion=${pkg.signingVersion}`];
  if (sdk < 35) yield `    applicationInfo=ApplicationInfo{${id(`app ${pkg.name}`)} ${pkg.name}}`;
  if (sdk >= 30) yield `    flags=[ ${pkg.flags.join(" ")} ]`;
  if (sdk >= 30 && pkg.privateFlags.length > 0) yield `    privateFlags=[ ${pkg.privateFlags.join(" ")} ]`;
  if (sdk >= 30) yield "    forceQueryable=false";
  if (sdk >= 30 && sdk < 35) yield "    queriesPackages=[]";
  if (sdk < 35) yield `    dataDir=/data/user/0/${pkg.name}`;
  if (sdk >= 35) yield "    scannedAsStoppedSystemApp=false";
  yield "    supportsScreens=[small, medium, large, xlarge, resizeable, anyDensity]";
  yield `    timeStamp=${time(pkg.timeStamp)}`;
  if (sdk < 33) yield `    firstInstallTime=${time(pkg.firstInstallTime)}`;
  yield `    lastUpdateTime=${time(pkg.lastUpdateTime)}`;
  yield* installSource(state, pkg, sdk);
  yield `    signatures=PackageSignatures{${id(pkg.signature)} version:${pkg.signingVersion}, signatures:[${pkg.signature}], past signatures:[]}`;
  yield `    installPermissionsFixed=${sdk < 33 || isSystem(pkg)}`;
  yield `    pkgFlags=[ ${pkg.flags.join(" ")} ]`;
  if (sdk >= 35 && pkg.privateFlags.length > 0) yield `    privatePkgFlags=[ ${pkg.privateFlags.join(" ")} ]`;
  if (sdk >= 35) yield "    apexModuleName=null";
  if (requested && pkg.requested.length > 0)
    yield* ["    requested permissions:", ...pkg.requested.map((name) => `      ${name}`)];
  if (pkg.sharedUser === null && pkg.installPermissions.length > 0) {
    yield "    install permissions:";
    yield* pkg.installPermissions.map((name) => `      ${name}: granted=true`);
  }
  if (hidden) return;
  for (const [user, of] of pkg.users) yield* perUser(pkg, user, of, sdk, time);
}

function* installSource(state: PhoneState, pkg: PackageState, sdk: number): Iterable<string> {
  if (sdk >= 35) {
    yield `    installerPackageName=${pkg.installer}`;
    yield `    installerPackageUid=${pkg.installer === null ? -1 : (state.packages.get(pkg.installer)?.appId ?? -1)}`;
    yield `    initiatingPackageName=${pkg.initiating}`;
    yield `    originatingPackageName=${pkg.originating}`;
    if (!isSystem(pkg)) yield "    category=manifest: -1, override: -1, by user: -1";
  } else if (pkg.installer !== null) yield `    installerPackageName=${pkg.installer}`;
  if (sdk >= 33) yield `    packageSource=${pkg.packageSource}`;
  if (sdk >= 35) yield* ["    appMetadataFilePath=null", "    appMetadataSource=0"];
}

function* perUser(
  pkg: PackageState,
  user: number,
  of: PackageUser,
  sdk: number,
  time: (at: number) => string,
): Iterable<string> {
  yield `    User ${user}: ${userLine(of, sdk)}`;
  if (sdk >= 33) {
    if (of.suspendedBy !== null && sdk < 35) {
      yield* [
        "      Suspend params:",
        `        suspendingPackage=${of.suspendedBy} params=SuspendParams{dialogInfo=null}`,
      ];
    }
    yield `      installReason=${of.installReason}`;
    if (sdk >= 35) yield `      dataDir=${of.installed ? `/data/user/${user}/${pkg.name}` : "null"}`;
    yield `      firstInstallTime=${time(of.firstInstallTime)}`;
    if (sdk >= 34) yield "      uninstallReason=0";
  }
  if (of.lastDisabledCaller !== null) yield `      lastDisabledCaller: ${of.lastDisabledCaller}`;
  if (pkg.sharedUser === null) yield* permissions(pkg.installPermissions, of, "      ");
  if (of.disabledComponents.length > 0)
    yield* ["      disabledComponents:", ...of.disabledComponents.map((name) => `        ${name}`)];
  if (of.enabledComponents.length > 0)
    yield* ["      enabledComponents:", ...of.enabledComponents.map((name) => `        ${name}`)];
}

function userLine(of: PackageUser, sdk: number): string {
  const words = [
    `ceDataInode=${of.ceDataInode}`,
    ...(sdk >= 35 ? [`deDataInode=${of.ceDataInode === 0 ? 0 : of.ceDataInode + 1}`] : []),
    `installed=${of.installed}`,
    `hidden=${of.hidden}`,
    `suspended=${of.suspendedBy !== null}`,
    ...(sdk >= 30 ? ["distractionFlags=0"] : []),
    `stopped=${of.stopped}`,
    `notLaunched=${of.notLaunched}`,
    `enabled=${of.enabled}`,
    ...(sdk === 30 || sdk === 31 || sdk === 32 ? ["ofs=0"] : []),
    "instant=false",
    "virtual=false",
    ...(sdk >= 35 ? ["quarantined=false"] : []),
  ];
  return words.join(" ");
}

/** Groups that permissions bring (AOSP: data/etc/platform.xml). */
const groups = new Map([
  ["android.permission.BLUETOOTH", 3002],
  ["android.permission.INTERNET", 3003],
  ["android.permission.BLUETOOTH_ADMIN", 3001],
]);

function* permissions(installed: readonly string[], of: PackageUser, indent: string): Iterable<string> {
  yield `${indent}gids=[${installed.flatMap((name) => groups.get(name) ?? []).join(", ")}]`;
  yield `${indent}runtime permissions:`;
  for (const [name, grant] of of.permissions) {
    const flags = grant.flags.length > 0 ? `, flags=[ ${grant.flags.join("|")}]` : "";
    yield `${indent}  ${name}: granted=${grant.granted}${flags}`;
  }
}

function* sharedUser(state: PhoneState, name: string): Iterable<string> {
  const members = [...state.packages.values()].filter((pkg) => pkg.sharedUser === name);
  yield `  SharedUser [${name}] (${id(name)}):`;
  yield `    ${sdkOf(state) >= 34 ? "appId" : "userId"}=${members[0]?.appId ?? 0}`;
  yield "    Packages";
  yield* members.map((pkg) => `      PackageSetting{${id(`setting ${pkg.name}`)} ${pkg.name}/${pkg.appId}}`);
  yield "    install permissions:";
  yield* [...new Set(members.flatMap((pkg) => pkg.installPermissions))].map((each) => `      ${each}: granted=true`);
  for (const user of state.users) {
    const merged = members.flatMap((pkg) => [...(pkg.users.get(user.id)?.permissions ?? [])]);
    yield `    User ${user.id}: `;
    yield* ["      gids=[3003]", "      runtime permissions:"];
    for (const [permission, grant] of new Map(merged)) {
      const flags = grant.flags.length > 0 ? `, flags=[ ${grant.flags.join("|")}]` : "";
      yield `        ${permission}: granted=${grant.granted}${flags}`;
    }
  }
}

function* tail(only: PackageState | undefined): Iterable<string> {
  yield* ["", "Package Changes:", "  Sequence number=214", "  User 0:"];
  if (only) {
    yield* [
      "",
      "Dexopt state:",
      `  [${only.name}]`,
      `    path: ${only.apk}`,
      "      arm64: [status=speed-profile] [reason=install]",
    ];
  } else {
    yield* ["", "Frozen packages:", "  (none)", "", "Active install sessions:", "", "Historical install sessions:"];
    yield* ["", "Active APEX packages:", ""];
  }
}

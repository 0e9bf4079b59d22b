import { type DeviceAdmin, type Dump, sdkOf } from "../../state/phone-state.ts";

/** `dumpsys device_policy` (AOSP: com.android.server.devicepolicy). */
export const devicePolicyDump: Dump = function* (state) {
  const { admins, deviceOwner, profileOwners, encryptionStatus } = state.devicePolicy;
  yield "Current Device Policy Manager state:";
  if (sdkOf(state) >= 31) {
    yield* [
      "  Immutable state:",
      "    mHasFeature=true",
      "    mIsWatch=false",
      "    mIsAutomotive=false",
      "    mHasTelephonyFeature=true",
    ];
  }
  if (deviceOwner) {
    yield* ["  Device Owner: ", `    admin=ComponentInfo{${deviceOwner.component}}`, "    name="];
    yield* [`    package=${deviceOwner.component.split("/")[0]}`, `    User ID=${deviceOwner.user}`, ""];
  }
  for (const owner of profileOwners) {
    yield* [`  Profile Owner (User ${owner.user}): `, `    admin=ComponentInfo{${owner.component}}`, "    name="];
    yield* [`    package=${owner.component.split("/")[0]}`, ""];
  }
  yield "";
  for (const user of state.users) {
    yield `  Enabled Device Admins (User ${user.id}, provisioningState: 0):`;
    for (const admin of admins) if (admin.user === user.id) yield* oneAdmin(admin);
    yield* [" ", "    mPasswordOwner=-1", ""];
  }
  yield* ["  Constants:", "    DAS_DIED_SERVICE_RECONNECT_BACKOFF_SEC: 3600", ""];
  yield* [
    `  Encryption Status: ${encryptionStatus}`,
    "",
    "Device policy cache",
    "  Screen capture disabled: {0=false}",
  ];
};

function* oneAdmin(admin: DeviceAdmin): Iterable<string> {
  yield* [
    `    ${admin.component}:`,
    `      uid=${admin.uid}`,
    `      testOnlyAdmin=${admin.testOnly}`,
    "      policies:",
  ];
  yield* admin.policies.map((policy) => `        ${policy}`);
  yield* ["      passwordQuality=0x0", "      minimumPasswordLength=0", "      passwordHistoryLength=0"];
  yield* ["      maximumTimeToUnlock=0", "      maximumFailedPasswordsForWipe=0", "      encryptionRequested=false"];
  yield* ["      disableCamera=false", "      disableScreenCapture=false", "      requireAutoTime=false"];
  yield* ["      userRestrictions:", "        null", "      isParent=false"];
}

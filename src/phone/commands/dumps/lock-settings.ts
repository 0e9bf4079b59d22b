import { type Dump, type LockState, sdkOf } from "../../state/phone-state.ts";

/** `dumpsys lock_settings` in the layouts of Android 8 to 15 (AOSP: com.android.server.locksettings). */
export const lockSettingsDump: Dump = function* (state) {
  const sdk = sdkOf(state);
  if (sdk < 26) return;
  const none: LockState = { credential: "NONE", handle: 0n, sid: 0n, disabled: false };
  yield "Current lock settings service state:";
  if (sdk < 30) {
    yield "SP Enabled = false";
    for (const user of state.users) {
      const lock = state.locks.get(user.id) ?? none;
      yield* [`    User ${user.id}`, `        SP Handle = ${hex(lock.handle)}`, `        SID = ${hex(lock.sid)}`];
    }
    return;
  }
  yield* ["", "User State:"];
  for (const user of state.users) yield* oneUser(user.id, state.locks.get(user.id) ?? none, sdk);
  yield* [
    "",
    "Keys in namespace:",
    "",
    "Storage:",
    "  User 0:",
    "StrongAuth:",
    "  PrimaryAuthFlags state:",
    "RebootEscrow:",
  ];
};

function* oneUser(user: number, lock: LockState, sdk: number): Iterable<string> {
  yield `  User ${user}`;
  if (sdk >= 34) {
    yield `    LSKF-based SP protector ID: ${hex(lock.handle).padStart(16, "0")}`;
    yield "    LSKF last changed: Unknown (previous protector: 0000000000000000)";
    yield `    SID: ${hex(lock.sid).padStart(16, "0")}`;
  } else {
    yield* [`    SP Handle: ${hex(lock.handle)}`, "    Last changed: Unknown (0)", `    SID: ${hex(lock.sid)}`];
  }
  yield `    Quality: ${quality[lock.credential]}`;
  yield `    CredentialType: ${lock.credential}`;
  yield "    SeparateChallenge: false";
  yield `    Metrics: ${lock.credential === "NONE" ? "unknown" : "known"}`;
}

/** DevicePolicyManager.PASSWORD_QUALITY_*. */
const quality = { NONE: 0, PATTERN: 65_536, PIN: 131_072, PASSWORD: 262_144 } as const;

function hex(value: bigint): string {
  return BigInt.asUintN(64, value).toString(16);
}

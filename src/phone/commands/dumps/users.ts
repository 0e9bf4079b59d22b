import { duration } from "../../state/clock.ts";
import { type Dump, sdkOf } from "../../state/phone-state.ts";

/** `dumpsys user` (AOSP: com.android.server.pm.UserManagerService.dump). */
export const userDump: Dump = function* (state) {
  const sdk = sdkOf(state);
  const now = state.now();
  if (sdk >= 30) yield `Current user: ${state.currentUser}`;
  yield "Users:";
  for (const user of state.users) {
    const unlocked = state.unlockedUsers.includes(user.id);
    const owner = state.devicePolicy.profileOwners.some((each) => each.user === user.id);
    yield `  UserInfo{${user.id}:${user.name ?? "null"}:${user.flags.toString(16)}} serialNo=${user.id}${sdk >= 30 && user.id === 0 ? " isPrimary=true" : ""}${user.parent !== null ? ` parentId=${user.parent}` : ""}`;
    if (sdk >= 30) yield* [`    Type: ${user.type}`, `    Flags: ${user.flags}`];
    yield `    State: ${user.running ? (unlocked ? "RUNNING_UNLOCKED" : "RUNNING_LOCKED") : "-1"}`;
    yield `    Created: ${user.createdAt === null ? "<unknown>" : `${duration(now - user.createdAt)} ago`}`;
    yield `    Last logged in: ${duration(now - state.bootedAt)} ago`;
    yield `    Last logged in fingerprint: ${state.properties.get("ro.build.fingerprint") ?? ""}`;
    yield `    Start time: ${duration(now - state.bootedAt)} ago`;
    yield `    Unlock time: ${unlocked ? `${duration(now - state.bootedAt - 21_000)} ago` : "<unknown>"}`;
    yield `    Has profile owner: ${owner}`;
    yield* [
      "    Restrictions:",
      ...(user.restrictions.length > 0 ? user.restrictions.map((name) => `      ${name}`) : ["      none"]),
    ];
    yield* [
      "    Device policy restrictions:",
      "      none",
      "    Effective restrictions:",
      ...(user.restrictions.length > 0 ? user.restrictions.map((name) => `      ${name}`) : ["      none"]),
    ];
  }
  yield* ["", `  Device owner id:${state.devicePolicy.deviceOwner?.user ?? -10_000}`, ""];
  yield* [
    "  Guest restrictions:",
    "    no_sms",
    "    no_install_unknown_sources",
    "    no_config_wifi",
    "    no_outgoing_calls",
    "",
  ];
  yield* [
    `  Device managed: ${state.devicePolicy.deviceOwner !== null}`,
    `  Started users state: {${state.users
      .filter((user) => user.running)
      .map((user) => `${user.id}=3`)
      .join(", ")}}`,
  ];
  yield* ["", "  Max users: 4", "  Supports switchable users: true", "  All guests ephemeral: false"];
};

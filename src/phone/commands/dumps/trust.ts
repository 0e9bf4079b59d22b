import { type Dump, sdkOf } from "../../state/phone-state.ts";

const profile = 0x1000;

/** `dumpsys trust` (AOSP: com.android.server.trust.TrustManagerService.dump). */
export const trustDump: Dump = function* (state) {
  const sdk = sdkOf(state);
  yield "Trust manager state:";
  for (const user of state.users) {
    const head = ` User "${user.name ?? "Owner"}" (id=${user.id}, flags=0x${user.flags.toString(16)})`;
    if ((user.flags & profile) !== 0 || user.parent !== null) {
      yield* [`${head}(managed profile)`, "   disabled because switching to this user is not possible."];
      continue;
    }
    const agents = state.trustAgents.filter((agent) => agent.user === user.id);
    const trusted = agents.some((agent) => agent.trusted);
    const managed = agents.length > 0 ? 1 : 0;
    const strong = state.unlockedUsers.includes(user.id) ? "0x0" : "0x1";
    const trust = sdk >= 33 ? `trustState=${trusted ? "TRUSTED" : "UNTRUSTED"}` : `trusted=${trusted ? 1 : 0}`;
    const unlock = sdk >= 34 ? ", isActiveUnlockRunning=0" : "";
    yield `${head}${user.id === state.currentUser ? " (current)" : ""}: ${trust}, trustManaged=${managed}, deviceLocked=0${unlock}, strongAuthRequired=${strong}`;
    yield "   Enabled agents:";
    for (const agent of agents) {
      yield `    ${agent.component}`;
      yield `     bound=1, connected=1, managingTrust=${agent.trusted ? 1 : 0}, trusted=${agent.trusted ? 1 : 0}`;
    }
    yield* ["   Events:", ""];
  }
};

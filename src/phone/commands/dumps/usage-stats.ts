import { localTime } from "../../state/clock.ts";
import { uidOf } from "../../state/package-state.ts";
import { type Dump, type PhoneState, sdkOf, zoneOf } from "../../state/phone-state.ts";

const day = 86_400_000;

/** `dumpsys usagestats` (AOSP: com.android.server.usage.UsageStatsService.dump): apps as they were last seen in the foreground. */
export const usageStatsDump: Dump = function* (state) {
  const sdk = sdkOf(state);
  const time = (at: number) => localTime(at, zoneOf(state));
  const since = state.bootedAt - 330 * day;
  for (const user of state.users) {
    yield `user=${user.id} `;
    yield '  Last 24 hour events (timeRange="" )';
    for (const interval of ["daily", "weekly", "monthly", "yearly"]) {
      yield* [`  In-memory ${interval} stats`, '  timeRange="" ', "    packages"];
      for (const [name, at] of lastUses(state, user.id)) {
        const used = `"${time(at)}"`;
        if (sdk < 29) yield `      package=${name} totalTime="00:00" lastTime=${used} appLaunchCount=0 `;
        else {
          yield `      package=${name} totalTimeUsed="00:00" lastTimeUsed=${used} totalTimeVisible="00:00" lastTimeVisible=${used} totalTimeFS="00:00" lastTimeFS="${time(0)}" appLaunchCount=0 `;
        }
      }
      yield* ["    ", "    ChooserCounts", "    configurations", "    event aggregations"];
    }
    yield "  ";
    if (sdk < 29) continue;
    yield "  UsageStatsDatabase:";
    for (const interval of ["daily", "weekly", "monthly", "yearly"])
      yield* [`    ${interval} stats files: 1, sorted list of files:`, `      ${since}="${time(since)}" `];
    yield "  ";
  }
};

/** The last foreground use of each app, by its app-ops; 0 for one that had none. */
function lastUses(state: PhoneState, user: number): readonly (readonly [string, number])[] {
  return [...state.packages.values()].flatMap((pkg) => {
    if (pkg.users.get(user)?.installed !== true) return [];
    const ops = state.appOps.get(uidOf(pkg, user))?.packages.get(pkg.name);
    const events = [...(ops?.values() ?? [])].flatMap(({ accesses }) => accesses);
    const seen = events.filter((event) => event.state === "top").map(({ at }) => at);
    return [[pkg.name, Math.max(0, ...seen)] as const];
  });
}

import { localTime } from "../../state/clock.ts";
import { isInstalled } from "../../state/package-state.ts";
import { type Dump, zoneOf } from "../../state/phone-state.ts";

/** `dumpsys app_hibernation`, from Android 12 on; the stray quotes are the phone's (AOSP: apphibernation.UserLevelState.toString). */
export const hibernationDump: Dump = function* (state) {
  for (const { id } of state.users) {
    yield `User Level Hibernation States, user=${id}`;
    for (const pkg of [...state.packages.values()].filter((each) => isInstalled(each, id))) {
      const asleep = state.hibernating.get(id)?.has(pkg.name) === true;
      yield `  UserLevelState{packageName='${pkg.name}', hibernated=${asleep}', savedByte=0', lastUnhibernated=${localTime(state.bootedAt, zoneOf(state))}}`;
    }
    yield "";
  }
  yield "Global Level Hibernation States";
  for (const pkg of state.packages.values())
    yield `  GlobalLevelState{packageName='${pkg.name}', hibernated=false', savedByte=0', lastUnhibernated=1970-01-01 00:00:00}`;
};

import { type ActionCall, defineAction, type Step } from "../core/action.ts";
import { aPackage, aUser } from "../core/params.ts";
import {
  isHyperOs,
  isSystemPackage,
  lostRights,
  type PackageFacts,
  packageNeeds,
  packageOf,
  protectedBecause,
  sdkOf,
} from "./package-protection.ts";
import { enabledAgain, examplePackages, isAway, packageTopic, setByOthers, stateOf } from "./package-steps.ts";

/** Disables an app for one user: no process of it runs, its data stays. The first rung of putting an app away. */
export default defineAction({
  id: "disable-package",
  title: "Disable an app for one user",
  risk: "may-break-apps",
  params: { user: aUser, package: aPackage },
  needs: packageNeeds,
  about: ({ user, package: name }) => `Disable ${name} for user ${user}, with its data kept`,
  topic: packageTopic,
  state: (params, facts) => stateOf(packageOf(facts, params).state),
  plan: (params, facts) => {
    const { user, package: name } = params;
    const found = packageOf(facts, params);
    if (isAway(found.state)) return [];
    const kept = protectedBecause(params, facts);
    if (kept) return kept;
    const others = setByOthers(found.state);
    if (others) return others;
    if (isSystemPackage(found) && isHyperOs(facts))
      return { refused: "HyperOS lets no computer disable apps of the system.", next: next(params, facts) };
    const loses = lostRights(user, name, facts);
    const step: Step = {
      about: `Disable ${name}`,
      run: ["pm", "disable-user", "--user", String(user), name],
      says: "new state: disabled-user",
      undo: [enabledAgain(user, name, found.state.enabled)],
      ...(loses !== undefined && { loses }),
    };
    return [step];
  },
  done: (params, facts) => isAway(packageOf(facts, params).state),
  next: (params, facts) => next(params, facts),
  examples: (facts) => examplePackages(facts),
});

/** Uninstalling for the user keeps data; where not even that is let, or the app's file would be gone, suspending is left. */
function next(params: { readonly user: number; readonly package: string }, facts: PackageFacts): ActionCall {
  const removable = isSystemPackage(packageOf(facts, params)) && sdkOf(facts) >= 26 && sdkOf(facts) < 37;
  return { action: removable ? "uninstall-for-user" : "suspend-package", params };
}

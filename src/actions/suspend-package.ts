import { defineAction, type Step } from "../core/action.ts";
import { aPackage, aUser } from "../core/params.ts";
import { appOps } from "../facts/app-ops.ts";
import { opsOf, setOp } from "./package-ops.ts";
import { lostRights, packageNeeds, packageOf, protectedBecause, sdkOf } from "./package-protection.ts";
import { examplePackages, packageTopic, stateOf } from "./package-steps.ts";

const op = "RUN_ANY_IN_BACKGROUND";

/**
 * Suspends an app for one user, and lets it run in the background no more. The last rung, and a weak one: the app cannot be opened and shows no
 * notifications; what runs all the time goes on, and it keeps the network.
 */
export default defineAction({
  id: "suspend-package",
  title: "Suspend an app for one user (it cannot be opened, and may still run)",
  risk: "may-break-apps",
  params: { user: aUser, package: aPackage },
  needs: { ...packageNeeds, appOps },
  about: ({ user, package: name }) =>
    `Suspend ${name} for user ${user} (it stays, cannot be opened, and may still run)`,
  topic: packageTopic,
  state: (params, facts) => {
    const found = packageOf(facts, params);
    return { ...stateOf(found.state), background: background(opsOf(facts.appOps, found)) };
  },
  plan: (params, facts) => {
    const { user, package: name } = params;
    const found = packageOf(facts, params);
    if (!found.state.installed) return [];
    const kept = protectedBecause(params, facts);
    if (kept) return kept;
    if (sdkOf(facts) < 28) return { refused: "Before Android 9 a computer cannot suspend apps." };
    const mode = background(opsOf(facts.appOps, found));
    const steps: Step[] = [];
    if (mode !== "ignore")
      steps.push({
        about: `Let ${name} run in the background no more`,
        run: setOp(user, name, op, "ignore"),
        undo: [setOp(user, name, op, mode)],
      });
    const loses = lostRights(user, name, facts);
    if (!found.state.suspended)
      steps.push({
        about: `Suspend ${name}`,
        run: ["pm", "suspend", "--user", String(user), name],
        says: "new suspended state: true",
        undo: [["pm", "unsuspend", "--user", String(user), name]],
        ...(loses !== undefined && { loses }),
      });
    // What runs already goes on otherwise. It starts again by itself when it is wanted, so that there is nothing to take back.
    if (steps.length > 0)
      steps.push({ about: `Stop ${name}`, run: ["am", "force-stop", "--user", String(user), name], undo: [] });
    return steps;
  },
  done: (params, facts) => {
    const { state } = packageOf(facts, params);
    return !state.installed || state.suspended;
  },
  examples: (facts) => examplePackages(facts),
});

/** The mode of the op; where none is recorded, the one it then has. */
function background(ops: readonly { readonly op: string; readonly mode: string }[]): string {
  return ops.find((each) => each.op === op)?.mode ?? "allow";
}

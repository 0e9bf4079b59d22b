import { defineAction, type Step } from "../core/action.ts";
import { aPackage, aUser } from "../core/params.ts";
import { appOps } from "../facts/app-ops.ts";
import { packageDetails } from "../facts/package-details.ts";
import { properties } from "../facts/properties.ts";
import { opsOf, setOp } from "./package-ops.ts";
import { packageOf, sdkOf } from "./package-protection.ts";
import { enabledAgain, packageTopic, setByOthers, stateOf } from "./package-steps.ts";

const op = "RUN_ANY_IN_BACKGROUND";

/** Brings an app back for one user, by whatever it was put away: uninstalled, disabled, suspended. For those that no journal tells of. */
export default defineAction({
  id: "restore-package",
  title: "Bring an app back for one user",
  risk: "safe",
  params: { user: aUser, package: aPackage },
  needs: { packageDetails, properties, appOps },
  about: ({ user, package: name }) => `Bring ${name} back for user ${user}`,
  topic: packageTopic,
  state: (params, facts) => {
    const found = packageOf(facts, params);
    return { ...stateOf(found.state), background: backgroundIgnored(opsOf(facts.appOps, found)) };
  },
  plan: (params, facts) => {
    const { user, package: name } = params;
    const found = packageOf(facts, params);
    const { installed, enabled, suspended } = found.state;
    const of = ["--user", String(user), name];
    const off = installed ? setByOthers(found.state) : undefined;
    if (off) return off;
    const steps: Step[] = [];
    if (!installed) {
      if (sdkOf(facts) < 26) return { refused: "Before Android 8 a computer cannot bring back an app of the system." };
      steps.push({
        about: `Install ${name} again from the system partition`,
        run: ["cmd", "package", "install-existing", ...of],
        says: "installed for user",
        undo: [["pm", "uninstall", "-k", ...of]],
      });
    }
    // "Never set" is what an app is when it comes: some parts are off by default and switched on by the system when needed.
    if (enabled === 3)
      steps.push({
        about: `Enable ${name}`,
        run: ["pm", "default-state", ...of],
        says: "new state: default",
        undo: [enabledAgain(user, name, enabled)],
      });
    if (suspended)
      steps.push({
        about: `Suspend ${name} no more`,
        run: ["pm", "unsuspend", ...of],
        says: "new suspended state: false",
        undo: [["pm", "suspend", ...of]],
      });
    if (suspended && backgroundIgnored(opsOf(facts.appOps, found)))
      steps.push({
        about: `Let ${name} run in the background again`,
        run: setOp(user, name, op, "default"),
        undo: [setOp(user, name, op, "ignore")],
      });
    return steps;
  },
  done: (params, facts) => {
    const { installed, enabled, suspended } = packageOf(facts, params).state;
    return installed && enabled !== 2 && enabled !== 3 && !suspended;
  },
  examples: ({ packageDetails }) =>
    packageDetails.flatMap(({ name, users, flags }) =>
      users
        .filter(({ installed, enabled, suspended }) => !installed || enabled === 2 || enabled === 3 || suspended)
        .filter(({ installed }) => installed || flags.includes("SYSTEM"))
        .map(({ user }) => ({ user, package: name })),
    ),
});

function backgroundIgnored(ops: readonly { readonly op: string; readonly mode: string }[]): boolean {
  return ops.some((each) => each.op === op && each.mode === "ignore");
}

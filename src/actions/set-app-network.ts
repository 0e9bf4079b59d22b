import { defineAction, type Step } from "../core/action.ts";
import { reported } from "../core/errors.ts";
import { aPackage, aSwitch } from "../core/params.ts";
import { type AppNetwork, appNetwork } from "../facts/app-network.ts";
import { type PackageDetails, packageDetails } from "../facts/package-details.ts";

const chain = (on: boolean) => ["cmd", "connectivity", "set-chain3-enabled", String(on)];
const network = (name: string, on: boolean) => [
  "cmd",
  "connectivity",
  "set-package-networking-enabled",
  String(on),
  name,
];
const rules = "dumpsys connectivity trafficcontroller | grep -q";
/** Switches the rules off again where none is left: others may have been made since, and must go on to count. */
const chainOffWhereEmpty = [
  "sh",
  "-c",
  `if ${rules} UidOwnerMap:; then ${rules} '^ *[0-9].*OEM_DENY_3_MATCH' || cmd connectivity set-chain3-enabled false; fi`,
];

/**
 * Cuts an app off from every network, for all users, or lets it have them again. Android forgets it when the phone restarts.
 * AOSP: packages/modules/Connectivity/service/src/com/android/server/ConnectivityService.java (ShellCmd).
 */
export default defineAction({
  id: "set-app-network",
  title: "Cut an app off from every network until the phone restarts, or let it have them again",
  risk: "may-break-apps",
  params: { package: aPackage, on: aSwitch },
  needs: { appNetwork, packageDetails },
  about: ({ package: name, on }) =>
    on ? `Let ${name} use networks again` : `Cut ${name} off from every network, until the phone restarts`,
  state: ({ package: name }, { appNetwork }) => (isCut(name, appNetwork) ? "cut off" : "has networks"),
  plan: ({ package: name, on }, { appNetwork, packageDetails }) => {
    const app = packageDetails.find((each) => each.name === name);
    if (!app) return { refused: `${name} is not on this phone.` };
    if (appNetwork === null)
      return {
        refused: "Before Android 13 a computer cannot cut an app off from networks.",
        next: { action: "set-background-data", params: { user: 0, package: name, on: false } },
      };
    if (app.appId < 10_000) return { refused: "It is part of the system itself, which Android does not cut off." };
    if (isCut(name, appNetwork) === !on) return [];
    if (on) return [ruleStep(name, true, packageDetails, app)];
    const others = appNetwork.denied.filter((each) => each !== name);
    const also = others.length > 0 ? `, which also cuts off ${others.join(", ")} again` : "";
    const steps: Step[] = appNetwork.on
      ? []
      : [{ about: `Let rules of this kind count${also}`, run: chain(true), undo: [chainOffWhereEmpty] }];
    return appNetwork.denied.includes(name) ? steps : [...steps, ruleStep(name, false, packageDetails, app)];
  },
  done: ({ package: name, on }, { appNetwork }) => isCut(name, appNetwork) === !on,
  examples: ({ packageDetails }) =>
    packageDetails.filter(({ appId }) => appId >= 10_000).flatMap(({ name }) => [{ package: name, on: false }]),
});

function isCut(name: string, facts: AppNetwork | null): boolean {
  if (facts === null) return false;
  if (facts.asked !== null && !facts.asked.includes(name)) reported(undefined, `whether ${name} has networks`);
  return facts.on && facts.denied.includes(name);
}

function ruleStep(name: string, on: boolean, packages: readonly PackageDetails[], app: PackageDetails): Step {
  const others = packages.filter((each) => each.appId === app.appId && each.name !== name).map((each) => each.name);
  const also = others.length > 0 ? `; the same holds for ${others.join(", ")}` : "";
  return {
    about: `${on ? "Let" : "Deny"} ${name} ${on ? "use networks" : "every network"}${also}`,
    run: network(name, on),
    undo: [network(name, !on)],
    says: on ? "Enabled networking" : "Disabled networking",
  };
}

import { defineAction } from "../core/action.ts";
import { aPackage, aSwitch } from "../core/params.ts";
import { batteryExemptions } from "../facts/battery-exemptions.ts";
import { packageDetails } from "../facts/package-details.ts";

/** Lets battery saving act on an app, or leave it alone, for all users (AOSP: DeviceIdleController.Shell). */
export default defineAction({
  id: "set-battery-exemption",
  title: "Let battery saving act on an app, or leave it alone",
  risk: "may-break-apps",
  params: { package: aPackage, exempt: aSwitch },
  needs: { batteryExemptions, packageDetails },
  about: ({ package: name, exempt }) =>
    exempt
      ? `Let ${name} run at any time, past battery saving`
      : `Let battery saving act on ${name} (it may tell of news later)`,
  state: ({ package: name }, { batteryExemptions }) => batteryExemptions.user.includes(name),
  plan: ({ package: name, exempt }, { batteryExemptions, packageDetails }) => {
    const { user, system, systemExceptIdle } = batteryExemptions;
    if (user.includes(name) === exempt) {
      if (!exempt && [...system, ...systemExceptIdle].includes(name))
        return {
          refused: "The maker of the phone exempted this app; a computer cannot take that back for good.",
          next: {
            action: "set-app-op",
            params: { user: 0, package: name, op: "RUN_ANY_IN_BACKGROUND", mode: "ignore", level: "package" },
          },
        };
      return [];
    }
    if (exempt && !packageDetails.some((each) => each.name === name))
      return { refused: `${name} is not on this phone.` };
    const change = (sign: string) => ["cmd", "deviceidle", "whitelist", `${sign}${name}`];
    return [
      {
        about: exempt ? `Exempt ${name} from battery saving` : `End the exemption of ${name} from battery saving`,
        run: change(exempt ? "+" : "-"),
        undo: [change(exempt ? "-" : "+")],
        says: exempt ? "Added: " : "Removed: ",
      },
    ];
  },
  done: ({ package: name, exempt }, { batteryExemptions }) => batteryExemptions.user.includes(name) === exempt,
  examples: ({ batteryExemptions }) => {
    // An app that comes back comes last.
    const last = batteryExemptions.user.at(-1);
    return [
      ...(last === undefined ? [] : [{ package: last, exempt: false }]),
      { package: "com.android.vending", exempt: false },
      { package: "com.android.chrome", exempt: true },
    ];
  },
});

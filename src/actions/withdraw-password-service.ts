import { defineAction, type Step } from "../core/action.ts";
import { reported } from "../core/errors.ts";
import { aPackage, aUser } from "../core/params.ts";
import { properties } from "../facts/properties.ts";
import { secureSettings, type UserSettings } from "../facts/secure-settings.ts";
import { componentEntries } from "./component-entries.ts";
import { ofUser, settingSteps } from "./setting-steps.ts";

/** Where Android keeps who fills in forms, and who keeps passwords and passkeys (AOSP: android.provider.Settings.Secure). */
const keys = ["autofill_service", "credential_service", "credential_service_primary"] as const;

/** Lets an app fill in forms and passwords no more. */
export default defineAction({
  id: "withdraw-password-service",
  title: "Let an app fill in forms and passwords no more",
  risk: "may-break-apps",
  params: { user: aUser, package: aPackage },
  needs: { secureSettings, properties },
  about: ({ user, package: name }) => `Let ${name} fill in forms and passwords of user ${user} no more`,
  state: ({ user, package: name }, { secureSettings }) => {
    const settings = settingsOf(user, secureSettings);
    return keys.filter((key) => of(name, settings[key]).length > 0).map((key) => `${key}=${settings[key]}`);
  },
  plan: ({ user, package: name }, { secureSettings, properties }) => {
    const settings = settingsOf(user, secureSettings);
    const steps: Step[] = [];
    for (const key of keys) {
      const from = settings[key] ?? null;
      const gone = of(name, settings[key]);
      if (gone.length === 0) continue;
      const to = componentEntries(settings[key])
        .filter((entry) => !gone.includes(entry))
        .join(":");
      const planned = settingSteps({ space: "secure", user, key, from, to }, properties);
      if ("refused" in planned) return planned;
      steps.push(...planned);
    }
    return steps;
  },
  done: ({ user, package: name }, { secureSettings }) => {
    const settings = settingsOf(user, secureSettings);
    return keys.every((key) => of(name, settings[key]).length === 0);
  },
  examples: ({ secureSettings }) =>
    secureSettings.flatMap(({ user, settings }) =>
      user === "current"
        ? []
        : keys
            .flatMap((key) => componentEntries(settings[key]))
            .map((entry) => entry.split("/", 1)[0] ?? "")
            .filter((name) => aPackage.accepts(name))
            .map((name) => ({ user, package: name })),
    ),
});

function settingsOf(user: number, all: readonly UserSettings[]): Readonly<Record<string, string>> {
  return reported(ofUser(all, user), `settings of user ${user}`).settings;
}

function of(name: string, value: string | undefined): readonly string[] {
  return componentEntries(value).filter((entry) => entry.startsWith(`${name}/`));
}

import { defineAction } from "../core/action.ts";
import { reported } from "../core/errors.ts";
import { aComponent, aSwitch, aUser } from "../core/params.ts";
import { properties } from "../facts/properties.ts";
import { secureSettings, type UserSettings } from "../facts/secure-settings.ts";
import { componentEntries, spelt } from "./component-entries.ts";
import { ofUser, settingSteps } from "./setting-steps.ts";

const key = "enabled_accessibility_services";

/** Switches an accessibility service off or on: the list of those that are on is written without it, or with it at its end. */
export default defineAction({
  id: "set-accessibility-service",
  title: "Switch an accessibility service off or on",
  risk: "may-break-apps",
  params: { user: aUser, component: aComponent, on: aSwitch },
  needs: { secureSettings, properties },
  about: ({ user, component, on }) =>
    on
      ? `Let the accessibility service ${component} read the screen and act for user ${user}`
      : `Switch off the accessibility service ${component} of user ${user}`,
  state: ({ user, component }, { secureSettings }) => isOn(component, listOf(user, secureSettings)),
  plan: ({ user, component, on }, { secureSettings, properties }) => {
    const from = listOf(user, secureSettings);
    const entries = componentEntries(from);
    if (isOn(component, from) === on) return [];
    const others = entries.filter((entry) => spelt(entry) !== spelt(component));
    const to = (on ? [...others, component] : others).join(":");
    return settingSteps({ space: "secure", user, key, from: from ?? null, to }, properties);
  },
  done: ({ user, component, on }, { secureSettings }) => isOn(component, listOf(user, secureSettings)) === on,
  examples: ({ secureSettings }) =>
    secureSettings.flatMap(({ user, settings }) =>
      user === "current"
        ? []
        : [
            ...componentEntries(settings[key])
              .map(spelt)
              .filter((component) => aComponent.accepts(component))
              .map((component) => ({ user, component, on: false })),
            { user, component: "com.example.reader/com.example.reader.Service", on: true },
          ],
    ),
});

function listOf(user: number, all: readonly UserSettings[]): string | undefined {
  return reported(ofUser(all, user), `settings of user ${user}`).settings[key];
}

function isOn(component: string, list: string | undefined): boolean {
  return componentEntries(list).some((entry) => spelt(entry) === spelt(component));
}

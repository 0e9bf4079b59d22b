import { defineAction } from "../core/action.ts";
import { reported } from "../core/errors.ts";
import { aComponent, aSwitch, aUser } from "../core/params.ts";
import { properties } from "../facts/properties.ts";
import { secureSettings, type UserSettings } from "../facts/secure-settings.ts";
import { componentEntries, short, spelt } from "./component-entries.ts";
import { ofUser } from "./setting-steps.ts";
import { deniedToShell } from "./shell-powers.ts";

const key = "enabled_input_methods";

/** Switches a keyboard off or on; never the one in use, and never the last (AOSP: InputMethodManagerService.onShellCommand). */
export default defineAction({
  id: "set-keyboard",
  title: "Switch a keyboard off or on",
  risk: "safe",
  params: { user: aUser, component: aComponent, on: aSwitch },
  needs: { secureSettings, properties },
  about: ({ user, component, on }) => `Switch the keyboard ${component} of user ${user} ${on ? "on" : "off"}`,
  state: ({ user, component }, { secureSettings }) => {
    const { entries, selected } = keyboards(user, secureSettings);
    return { on: entries.some((entry) => spelt(entry) === spelt(component)), selected };
  },
  plan: ({ user, component, on }, { secureSettings, properties }) => {
    const { list, entries, selected } = keyboards(user, secureSettings);
    const entry = entries.find((each) => spelt(each) === spelt(component));
    if ((entry !== undefined) === on) return [];
    // The phone knows a keyboard by the name that stands in its list.
    const id = entry?.split(";", 1)[0] ?? short(component);
    const command = (verb: string) => ["ime", verb, "--user", String(user), id];
    if (on)
      return [
        { about: `Switch ${id} on`, run: command("enable"), undo: [command("disable")], says: "enabled for user" },
      ];
    if (entries.length < 2) return { refused: "It is the only keyboard that is switched on." };
    if (selected === spelt(component))
      return {
        refused: "It is the keyboard in use.",
        advice:
          "Choose another one first: tap the keyboard symbol beside or below the keyboard, or open Settings, Languages & input.",
      };
    const mayWrite = deniedToShell(properties) === undefined;
    return [
      {
        about: `Switch ${id} off`,
        run: command("disable"),
        says: "disabled for user",
        // Switching it on again alone would put it last and forget the languages chosen for it.
        undo: [
          command("enable"),
          ...(mayWrite ? [["settings", "put", "--user", String(user), "secure", key, list]] : []),
        ],
        ...(!mayWrite &&
          (entry !== entries.at(-1) || entry?.includes(";")) && {
            loses: "Which languages were chosen for it, and its place among the keyboards.",
          }),
      },
    ];
  },
  done: ({ user, component, on }, { secureSettings }) =>
    keyboards(user, secureSettings).entries.some((entry) => spelt(entry) === spelt(component)) === on,
  examples: ({ secureSettings }) =>
    secureSettings.flatMap(({ user, settings }) =>
      user === "current"
        ? []
        : componentEntries(settings[key])
            .map(spelt)
            .filter((component) => aComponent.accepts(component))
            .map((component) => ({ user, component, on: false })),
    ),
});

function keyboards(
  user: number,
  all: readonly UserSettings[],
): { readonly list: string; readonly entries: readonly string[]; readonly selected: string | null } {
  const { settings } = reported(ofUser(all, user), `settings of user ${user}`);
  const list = reported(settings[key], `the keyboards of user ${user}`);
  const selected = settings["default_input_method"];
  return { list, entries: componentEntries(list), selected: selected ? spelt(selected) : null };
}

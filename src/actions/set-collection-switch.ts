import { defineAction, type RefusedInAdvance } from "../core/action.ts";
import { FormatError, reported } from "../core/errors.ts";
import { aUser, oneOf, orNull } from "../core/params.ts";
import { globalSettings } from "../facts/global-settings.ts";
import { properties } from "../facts/properties.ts";
import { secureSettings, type UserSettings } from "../facts/secure-settings.ts";
import { type CollectionSwitch, collectionSwitches, type Flow, type SwitchSetting } from "./collection-switches.ts";
import { ofUser, settingSteps } from "./setting-steps.ts";
import { isXiaomi } from "./shell-powers.ts";

/** What switches are read from. */
export interface SwitchFacts {
  readonly secureSettings: readonly UserSettings[];
  readonly globalSettings: Readonly<Record<string, string>>;
  readonly properties: Readonly<Record<string, string>>;
}

/** A switch as it stands. */
export interface SwitchReading {
  /** As it is stored; null where it was never set. */
  readonly value: string | null;
  /** undefined where it is not known whether data flows. */
  readonly flow: Flow | undefined;
}

/** Switches one way of collecting of the system off or on, and leaves whatever else is kept in the same setting. */
export default defineAction({
  id: "set-collection-switch",
  title: "Switch a way of collecting data off or on",
  risk: "safe",
  // `user` is null for what counts for the whole phone.
  params: { switch: oneOf(...collectionSwitches.map(({ id }) => id)), user: orNull(aUser), to: oneOf("off", "on") },
  needs: { secureSettings, globalSettings, properties },
  about: ({ switch: id, user, to }) => {
    const { vendor, name } = asked({ switch: id, user });
    const of = user === null || user === 0 ? "" : ` for user ${user}`;
    return `Switch ${to}: ${vendor}, ${name}${of}`;
  },
  state: (params, facts) => known(asked(params), params.user, facts).value,
  plan: (params, facts) => {
    const { user, to } = params;
    const one = asked(params);
    const refused = cannot(one, facts);
    if (refused) return refused;
    const { setting, value, flow } = known(one, user, facts);
    if (flow === to) return [];
    if (setting.onlyWhereSet && value === null)
      return {
        refused: "This phone has not stored this switch, so nothing on it would read it.",
        advice: one.steps[0],
      };
    reported(flow, `what ${setting.key} stands at in a way that is known here`);
    const { space, key } = setting;
    const change = { space, user: space === "global" ? null : user, key, from: value, to: setting.value(to, value) };
    return settingSteps(change, facts.properties);
  },
  done: (params, facts) => known(asked(params), params.user, facts).flow === params.to,
  examples: ({ secureSettings }) => {
    const users = secureSettings.flatMap(({ user, refused }) => (user === "current" || refused ? [] : [user]));
    return collectionSwitches.flatMap(({ id, setting, byComputer }) => {
      if (!byComputer || setting === null) return [];
      const of = setting.space === "global" ? [null] : users;
      return of.flatMap((user) => (["off", "on"] as const).map((to) => ({ switch: id, user, to })));
    });
  },
});

/** How a switch stands for a user; null for one that stands nowhere on the phone. @throws NotReported for settings that were not told */
export function readSwitch(
  { setting }: CollectionSwitch,
  user: number | null,
  { secureSettings, globalSettings }: SwitchFacts,
): SwitchReading | null {
  if (setting === null) return null;
  const settings =
    setting.space === "global"
      ? globalSettings
      : reported(ofUser(secureSettings, user ?? 0), `settings of user ${user ?? 0}`).settings;
  const stored = settings[setting.key];
  // A setting that was taken out shows as "null" in some lists.
  const value = stored === undefined || stored === "null" ? null : stored;
  return { value, flow: setting.flow(value, settings) };
}

/** Why a computer cannot switch it on this phone; undefined where it can. */
export function cannot(
  { vendor, byComputer, steps }: CollectionSwitch,
  { properties }: Pick<SwitchFacts, "properties">,
): RefusedInAdvance | undefined {
  if (vendor === "Xiaomi" && !isXiaomi(properties)) return { refused: "Only phones of Xiaomi have this switch." };
  if (!byComputer) return { refused: "Only a person can switch this, on the phone.", advice: steps.join(" ") };
  return undefined;
}

/** @throws FormatError where the user does not go with the switch */
function asked({ switch: id, user }: { readonly switch: string; readonly user: number | null }): CollectionSwitch {
  const one: CollectionSwitch | undefined = collectionSwitches.find((each) => each.id === id);
  if (!one) throw new FormatError("parameters", `there is no switch ${JSON.stringify(id)}`);
  const whole = one.setting?.space !== "secure";
  if (whole !== (user === null))
    throw new FormatError("parameters", whole ? `${id} is one for the whole phone` : `${id} is one of each user`);
  return one;
}

/** The switch as it stands. @throws NotReported */
function known(
  one: CollectionSwitch,
  user: number | null,
  facts: SwitchFacts,
): SwitchReading & { readonly setting: SwitchSetting } {
  const reading = reported(readSwitch(one, user, facts), one.name);
  return { ...reading, setting: reported(one.setting, one.name) };
}

import type { Control, ControlFamily, Profile } from "../core/assessment.ts";

/** One control that a profile asks for. */
export interface SelectedControl {
  readonly control: Control;
  readonly family: ControlFamily;
  readonly level: "required" | "advised";
}

/**
 * The controls of a profile, in the order of the families; each once, as required where it is both.
 *
 * @throws Error where the profile names a control that there is not: a fault of Candor
 */
export function selectControls(profile: Profile, families: readonly ControlFamily[]): readonly SelectedControl[] {
  const known = new Set(families.flatMap(({ prefix, controls }) => [`${prefix}-*`, ...controls.map(({ id }) => id)]));
  for (const name of [...profile.required, ...profile.advised])
    if (!known.has(name)) throw new Error(`profile ${profile.id} names ${name}, which is no control`);
  const required = new Set(profile.required);
  const advised = new Set(profile.advised);
  return families.flatMap((family) =>
    family.controls.flatMap((control): readonly SelectedControl[] => {
      const named = (names: ReadonlySet<string>) => names.has(control.id) || names.has(`${family.prefix}-*`);
      if (named(required)) return [{ control, family, level: "required" }];
      return named(advised) ? [{ control, family, level: "advised" }] : [];
    }),
  );
}

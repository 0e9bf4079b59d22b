/** Checks that no control asks, and why. A test holds that every other check decides a control. */
export const unboundChecks: Readonly<Record<string, string>> = {};

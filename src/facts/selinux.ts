import { FormatError } from "../core/errors.ts";
import { defineFact } from "../core/fact.ts";

export type SelinuxMode = "enforcing" | "permissive" | "disabled";

/** Whether Android's own walls between apps and system (SELinux) stand. */
export const selinux = defineFact({
  id: "selinux",
  about: "Whether SELinux separates apps and system",
  read: () => [["getenforce"]],
  parse: ([text = ""]): SelinuxMode => {
    const mode = text.trim().toLowerCase();
    if (mode === "enforcing" || mode === "permissive" || mode === "disabled") return mode;
    throw new FormatError("getenforce", `unexpected answer "${mode.slice(0, 60)}"`);
  },
});

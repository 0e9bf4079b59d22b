import { reported } from "../../core/errors.ts";

/** The reason for `not-applicable` where a question is about Xiaomi's own system. */
export const notXiaomi = "This is not a phone by Xiaomi, Redmi or POCO.";

/**
 * Whether the phone runs Xiaomi's system or is made by Xiaomi, Redmi or POCO.
 *
 * @param properties system properties by name
 * @throws NotReported when neither the system nor the maker is told.
 */
export function isXiaomi(properties: Readonly<Record<string, string>>): boolean {
  if (properties["ro.mi.os.version.name"] || properties["ro.miui.ui.version.name"]) return true;
  const maker = reported(properties["ro.product.manufacturer"], "ro.product.manufacturer");
  return /^(?:xiaomi|redmi|poco)$/i.test(maker);
}

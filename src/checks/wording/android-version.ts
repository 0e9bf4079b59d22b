/**
 * Whether the phone's Android is older than an API level. False where the phone did not tell: what was read then speaks for itself.
 *
 * @param properties system properties by name; undefined where they could not be read
 */
export function olderThan(api: number, properties: Readonly<Record<string, string>> | undefined): boolean {
  const told = Number(properties?.["ro.build.version.sdk"] ?? Number.NaN);
  return told < api;
}

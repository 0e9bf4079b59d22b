import type { Tracker, TrackerPurpose } from "../trackers.ts";

/**
 * One line of the embedded list.
 *
 * @param country ISO 3166-1 alpha-2, or empty
 * @param classPrefixes with blanks between them
 * @param hosts with blanks between them; may be empty
 */
export function row(
  name: string,
  company: string,
  country: string,
  purposes: readonly TrackerPurpose[],
  classPrefixes: string,
  hosts = "",
): Tracker {
  return {
    name,
    company,
    ...(country === "" ? {} : { country }),
    purposes,
    classPrefixes: words(classPrefixes),
    hosts: words(hosts),
  };
}

function words(text: string): readonly string[] {
  return text === "" ? [] : text.split(" ");
}

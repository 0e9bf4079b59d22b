import type { Company, PlatformFunction, RecipientDomain } from "../recipients.ts";
import type { TrackerPurpose } from "../trackers.ts";

/** A company with its domains. */
export interface RecipientRow {
  readonly company: Company;
  readonly domains: readonly RecipientDomain[];
}

/** What is known of a company besides its name, its seat and where that is published. */
export interface RecipientDetails {
  readonly parent?: string;
  /** Name and country of its establishment in the EEA. */
  readonly establishment?: readonly [name: string, country: string];
  /** Its record at datarequests.org. */
  readonly contact?: string;
  /** Whether the seat was compared with that record, or with another published source. */
  readonly confirmed?: true;
}

/** Domains of one use, with blanks between them. */
export interface RecipientUse {
  readonly content?: string;
  readonly hosting?: string;
  readonly platform?: Partial<Record<PlatformFunction, string>>;
  readonly tracker?: Partial<Record<TrackerPurpose, string>>;
}

/**
 * One company of the embedded list.
 *
 * @param seat ISO 3166-1 alpha-2, or empty
 * @param source its own statement, or the record at datarequests.org
 */
export function row(
  id: string,
  name: string,
  seat: string,
  source: string,
  { parent, establishment, contact, confirmed }: RecipientDetails,
  { content = "", hosting = "", platform = {}, tracker = {} }: RecipientUse,
): RecipientRow {
  const domain = (kind: RecipientDomain["kind"]) => (text: string) => ({
    domain: text,
    company: id,
    kind,
    purposes: [],
    platform: null,
  });
  return {
    company: {
      id,
      name,
      seat: seat === "" ? null : seat,
      parent: parent ?? null,
      establishment: establishment ? { name: establishment[0], country: establishment[1] } : null,
      contact: contact ?? null,
      source,
      confirmed: confirmed ?? false,
    },
    domains: [
      ...words(content).map(domain("content")),
      ...words(hosting).map(domain("hosting")),
      ...(Object.keys(platform) as PlatformFunction[]).flatMap((use) =>
        words(platform[use]).map((host) => ({ ...domain("platform")(host), platform: use })),
      ),
      ...(Object.keys(tracker) as TrackerPurpose[]).flatMap((use) =>
        words(tracker[use]).map((host) => ({ ...domain("tracker")(host), purposes: [use] })),
      ),
    ],
  };
}

/** The page of a company at datarequests.org, whose data is published as CC0. */
export function record(slug: string): string {
  return `https://www.datarequests.org/company/${slug}`;
}

function words(text = ""): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== "");
}

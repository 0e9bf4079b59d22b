import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { DeviceError, FormatError } from "../core/errors.ts";
import { type Controller, readControllers } from "../feeds/controllers.ts";
import type { Company } from "../feeds/recipients.ts";
import type { EvidenceReport } from "./rights-evidence.ts";
import type { RightsLists } from "./rights-lists.ts";

/** Whom a letter is to, and how its connections are found in a report. */
export interface RightsRecipient {
  readonly name: string;
  readonly runs: readonly string[];
  /** Null where none is known: it is never guessed. */
  readonly address: string | null;
  readonly email: string | null;
  readonly form: string | null;
  /** Where to look for what is not known. */
  readonly domain: string | null;
  /** Whose holidays count: its establishment in the EEA, else its seat; ISO 3166-1 alpha-2. */
  readonly country: string | null;
  readonly controller: Controller | null;
  readonly isTheirs: (flow: EvidenceReport["flows"][number]) => boolean;
}

/** What was meant by a name, or the names that it may mean. */
export type FoundRecipient =
  | { readonly recipient: RightsRecipient }
  | { readonly several: readonly string[] }
  | { readonly none: true };

/**
 * Finds a recipient by the name or id of a company, by the name of its record at datarequests.org, or by one of its hosts. Companies of a
 * report that no list knows are found by their name there.
 */
export function findRecipient(asked: string, lists: RightsLists, report: EvidenceReport | null): FoundRecipient {
  const wanted = asked.trim().toLowerCase();
  const { companies } = lists.recipients;
  const company =
    companies.find(({ id, name }) => id === wanted || name.toLowerCase() === wanted) ??
    companies.find(({ contact }) => contact === wanted) ??
    ofHost(wanted, lists);
  if (company) return { recipient: ofCompany(company, lists) };
  const controller = lists.controllers.controllers.find(
    ({ slug, name }) => slug === wanted || name.toLowerCase() === wanted,
  );
  if (controller) return { recipient: ofController(controller) };
  const seen = report?.flows.find(({ recipient }) => recipient.company?.toLowerCase() === wanted)?.recipient;
  if (seen?.company) return { recipient: unlisted(seen.company, seen.domain) };
  const near = companies.filter(({ name }) => wanted.length >= 3 && name.toLowerCase().includes(wanted));
  const [only] = near;
  if (only && near.length === 1) return { recipient: ofCompany(only, lists) };
  return near.length > 0 ? { several: near.map(({ name }) => name) } : { none: true };
}

/** A recipient that the person gives: a record of datarequests.org in a file. @throws DeviceError `unreadable` */
export async function recipientInFile(path: string): Promise<RightsRecipient> {
  try {
    const [controller, ...more] = readControllers(basename(path), await readFile(path, "utf8"));
    if (!controller || more.length > 0) throw new FormatError(basename(path), "not the record of one organisation");
    return ofController(controller);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    throw new DeviceError(
      "unreadable",
      `${error.message}.`,
      "Save one from datarequests.org: https://www.datarequests.org/db/NAME.json",
    );
  }
}

/** A recipient of which no list knows more than a name. */
export function unlisted(name: string, domain: string | null): RightsRecipient {
  return {
    name,
    runs: [],
    address: null,
    email: null,
    form: null,
    domain,
    country: null,
    controller: null,
    isTheirs: ({ recipient }) => recipient.company === name || (domain !== null && recipient.domain === domain),
  };
}

function ofCompany(company: Company, lists: RightsLists): RightsRecipient {
  const { companies, domains } = lists.recipients;
  const parent = companies.find(({ id }) => id === company.parent);
  const contact = company.contact ?? parent?.contact ?? null;
  const controller = lists.controllers.controllers.find(({ slug }) => slug === contact) ?? null;
  // Others that the same record answers for are meant as well: a letter goes to whoever answers.
  const names = new Set(
    companies
      .filter(({ id, contact: own }) => id === company.id || (own !== null && own === contact))
      .map(({ name }) => name),
  );
  const own =
    domains.find((row) => row.company === company.id && row.kind === "content") ??
    domains.find((row) => row.company === company.id);
  const isTheirs: RightsRecipient["isTheirs"] = ({ recipient }) =>
    recipient.company !== null && names.has(recipient.company);
  const domain = own?.domain ?? null;
  const country = company.establishment?.country ?? parent?.establishment?.country ?? company.seat;
  if (controller) return { ...ofController(controller), isTheirs, domain: domain ?? hostOf(controller.web), country };
  return { ...unlisted(company.establishment?.name ?? company.name, domain), isTheirs, country };
}

function ofController(controller: Controller): RightsRecipient {
  const { name, runs, address, email, form, web } = controller;
  const domain = hostOf(web);
  return {
    name,
    runs,
    address,
    email,
    form,
    domain,
    country: null,
    controller,
    isTheirs: ({ recipient }) => recipient.company === name || (domain !== null && recipient.domain === domain),
  };
}

function hostOf(web: string | null): string | null {
  return web === null ? null : new URL(web).hostname.replace(/^www\./, "");
}

function ofHost(host: string, { recipients }: RightsLists): Company | undefined {
  if (!host.includes(".")) return undefined;
  const labels = host.split(".");
  for (let i = 0; i < labels.length - 1; i++) {
    const found = recipients.domains.find(({ domain }) => domain === labels.slice(i).join("."));
    if (found) return recipients.companies.find(({ id }) => id === found.company);
  }
  return undefined;
}

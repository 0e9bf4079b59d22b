import type { Flow, FlowApp } from "./flow.ts";
import type { FlowFindings } from "./flow-search.ts";
import { momentOf, type TrafficMark } from "./marks.ts";
import { type RecipientLists, recipientOf } from "./recipient.ts";
import { type PlaceTables, placeOf } from "./server-place.ts";
import type { ReportFlow, ReportPlace, ReportQuestion, ReportRecipient, StandingKind } from "./traffic-report.ts";

/** What a flow is joined with. */
export interface Joiner {
  readonly lists: { readonly recipients: RecipientLists; readonly places: PlaceTables };
  readonly found: ReadonlyMap<Flow, FlowFindings>;
  readonly marks: readonly TrafficMark[];
  readonly nothingChosen: boolean;
  readonly appOf: (flow: Flow) => { readonly app: FlowApp; readonly key: string } | null;
  readonly standingOf: (country: string) => StandingKind;
}

/** A flow with who is behind it, where it went, when by the choices that were marked, and what was seen in it. */
export function joinFlow(flow: Flow, id: number, joiner: Joiner): ReportFlow {
  const place = placed(flow.address, joiner);
  const found = joiner.found.get(flow);
  const { end, host, hostFrom, address, port, transport, protocol, encryption, hello, bytesSent, bytesReceived } = flow;
  return {
    id,
    ...common(flow, joiner),
    end,
    host,
    hostFrom,
    hostDoubt: flow.hostDoubt ?? null,
    address,
    port,
    transport,
    protocol,
    encryption,
    hello,
    bytesSent,
    bytesReceived,
    recipient: receiving(host ?? address, joiner),
    place,
    standing: place.country === null ? null : joiner.standingOf(place.country),
    data: (found?.hits ?? []).map(({ known: _, ...datum }) => datum),
    contentSeen: flow.requests.length > 0 || flow.payload !== null,
    notSearched: found?.notSearched ?? [],
    requests: flow.requests.map(({ method, path }) => ({ method, path: path.replace(/[?#].*$/s, "") })),
  };
}

/** A name that was asked for, with who is behind it. */
export function joinQuestion(flow: Flow, joiner: Joiner): ReportQuestion {
  return { ...common(flow, joiner), host: flow.host, recipient: receiving(flow.host, joiner) };
}

function common(flow: Flow, { appOf, marks, nothingChosen }: Joiner) {
  const app = appOf(flow);
  const { start, blocked, origin } = flow;
  const moment = momentOf(start, app?.app.package ?? null, marks, nothingChosen);
  return { app: app?.app ?? null, appKey: app?.key ?? null, start, blocked, moment, origin };
}

function receiving(host: string | null, { lists, standingOf }: Joiner): ReportRecipient {
  if (host === null)
    return { company: null, domain: null, kind: "unknown", purposes: [], platform: null, lists: [], jurisdictions: [] };
  const { company, domain, kind, purposes, platform, lists: ids, jurisdictions } = recipientOf(host, lists.recipients);
  return {
    company: company?.name ?? null,
    domain,
    kind,
    purposes,
    platform,
    lists: ids,
    jurisdictions: jurisdictions.map(({ country, because, company: who }) => ({
      country,
      because,
      company: who,
      standing: standingOf(country),
    })),
  };
}

function placed(address: string | null, { lists }: Joiner): ReportPlace {
  if (address === null)
    return {
      country: null,
      certainty: "none",
      said: [],
      hostedBy: null,
      reason: "no-address",
      why: "The record does not tell the address of the server.",
    };
  const { hostedBy, special: _, ...place } = placeOf(address, lists.places);
  return { ...place, hostedBy: hostedBy?.name ?? null };
}

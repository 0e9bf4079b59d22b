import type { Severity } from "../core/check.ts";
import type { AdequacyDecision } from "../feeds/adequacy-decisions.ts";
import type { LawRegion } from "../feeds/privacy-laws.ts";
import type { ClientHelloSeen, CountedTraffic, Flow, FlowApp, FlowOrigin, HostSource, Protocol } from "./flow.ts";
import type { TrafficMark } from "./marks.ts";
import type { FlowHit, PersonalKind } from "./personal-hit.ts";
import type { Recipient } from "./recipient.ts";
import type { ServerPlace } from "./server-place.ts";

/**
 * What records of traffic show, judged: `candor.traffic-report/1`. JSON-safe; it holds no bodies, no queries and no whole identifiers, only
 * what kind of datum was seen, where, and a redacted excerpt. Null always means "not known from these records".
 */
export interface TrafficReport {
  readonly schema: "candor.traffic-report/1";
  readonly region: { readonly id: LawRegion; readonly name: string };
  /** yyyy-mm-dd: the day whose law and lists were applied: that of the last flow, or the day that was given. */
  readonly lawOn: string;
  readonly period: { readonly from: number; readonly to: number } | null;
  readonly records: readonly ReportRecord[];
  readonly marks: readonly TrafficMark[];
  /** True where the person says that no choice was made before or during the records: all of them is before consent. */
  readonly nothingChosen: boolean;
  readonly flows: readonly ReportFlow[];
  /** Names that were asked for without a connection that the records show. */
  readonly questions: readonly ReportQuestion[];
  readonly apps: readonly AppTraffic[];
  readonly companies: readonly CompanyTraffic[];
  readonly countries: readonly CountryTraffic[];
  readonly law: readonly CountryLaw[];
  /** By the phone's own count; empty where none was read. */
  readonly counted: readonly CountedTraffic[];
  readonly findings: readonly TrafficFinding[];
  readonly unseen: Unseen;
  /** Lines that have to stand wherever this is shown: who the lists are from, and under which licence. */
  readonly attributions: readonly string[];
}

/** One file that was read. */
export interface ReportRecord {
  readonly file: string;
  readonly format: string;
  readonly bytes: number;
  /** In hexadecimal, so that anybody can tell that it is the same file. */
  readonly sha256: string | null;
  readonly device: { readonly model: string | null; readonly android: string | null } | null;
  readonly flows: number;
  readonly questions: number;
  readonly cannotTell: readonly string[];
  readonly unread: readonly { readonly reason: string; readonly count: number }[];
}

/** Who is behind a host, as far as lists tell; without the rows they were taken from. */
export interface ReportRecipient extends Pick<Recipient, "domain" | "kind" | "purposes" | "platform" | "lists"> {
  /** Null where no list has it. */
  readonly company: string | null;
  /** Countries whose law reaches the operator, the seat first; empty where none is known. */
  readonly jurisdictions: readonly {
    readonly country: string;
    readonly because: "seat" | "parent";
    readonly company: string;
    readonly standing: StandingKind;
  }[];
}

/** Where a server stands, as far as lists tell. */
export interface ReportPlace extends Omit<ServerPlace, "hostedBy" | "special"> {
  /** Whose network it is; null where not known. */
  readonly hostedBy: string | null;
}

/**
 * How a country stands to the law of the owner's region on the day: `inside` it, `adequate` by a decision, `adequate-in-part` where a
 * decision covers some recipients only, `allowed` where the law asks nothing by country, `none` without a decision.
 */
export type StandingKind = "inside" | "adequate" | "adequate-in-part" | "allowed" | "none" | "unknown";

/** One country that occurs, as place of a server or as seat of a company, with what the law of the region says of it. */
export interface CountryLaw {
  readonly country: string;
  readonly standing: StandingKind;
  /** The decision, or the one that ended or is to come where none holds on the day. */
  readonly decision: AdequacyDecision | null;
  /** The region's law that was applied; null where none is known for the day. */
  readonly law: string | null;
  /** Its rule in words, with the articles. */
  readonly rule: string | null;
  readonly source: string | null;
  /** What the table of law was last brought up to, yyyy-mm-dd. */
  readonly asOf: string;
  /** Why it is unknown. */
  readonly why: string | null;
}

/** A datum about the person or phone that was seen in what was sent; which of the owner's values it is stays out of the report. */
export type ReportDatum = Omit<FlowHit, "known">;

/** When a flow happened by the choices that were marked. */
export type Moment = "before-choice" | "after-consent" | "after-refusal";

/** One flow with all that is known of it. */
export interface ReportFlow {
  /** From 1, in order of time. */
  readonly id: number;
  readonly app: FlowApp | null;
  /** The key of its app in `apps`; null where the record does not tell the app. */
  readonly appKey: string | null;
  readonly start: number | null;
  readonly end: number | null;
  readonly host: string | null;
  readonly hostFrom: HostSource | null;
  /** Why the record itself doubts the host; null where it does not. */
  readonly hostDoubt: NonNullable<Flow["hostDoubt"]> | null;
  readonly address: string | null;
  readonly port: number | null;
  readonly transport: Flow["transport"];
  readonly protocol: Protocol | null;
  readonly encryption: Flow["encryption"];
  readonly hello: ClientHelloSeen | null;
  readonly bytesSent: number | null;
  readonly bytesReceived: number | null;
  readonly blocked: boolean;
  readonly recipient: ReportRecipient;
  readonly place: ReportPlace;
  /** Of the country of the server's place; null where no country is stated. */
  readonly standing: StandingKind | null;
  readonly moment: Moment | null;
  readonly data: readonly ReportDatum[];
  /** Whether anything of the content could be looked at: where not, that `data` is empty means nothing. */
  readonly contentSeen: boolean;
  /** What of the content could not be searched. */
  readonly notSearched: readonly string[];
  /** Method and path without the query. */
  readonly requests: readonly { readonly method: string; readonly path: string }[];
  readonly origin: FlowOrigin;
}

/** A name that was asked for. */
export interface ReportQuestion
  extends Pick<ReportFlow, "app" | "appKey" | "start" | "host" | "blocked" | "moment" | "origin"> {
  readonly recipient: ReportRecipient;
}

/** All flows of one app. */
export interface AppTraffic extends Totals {
  readonly key: string;
  readonly name: string;
  readonly package: string | null;
  readonly uid: number | null;
  readonly hosts: readonly string[];
  readonly companies: readonly string[];
  readonly trackers: readonly string[];
  readonly countries: readonly (string | null)[];
}

/** All flows to one company; a host whose company is not known stands for itself. */
export interface CompanyTraffic extends Totals {
  readonly name: string;
  /** False where `name` is only the domain, since no list knows the company. */
  readonly known: boolean;
  readonly jurisdictions: ReportRecipient["jurisdictions"];
  readonly kind: ReportRecipient["kind"];
  readonly purposes: ReportRecipient["purposes"];
  readonly hosts: readonly string[];
  readonly apps: readonly string[];
  readonly countries: readonly (string | null)[];
}

/** All flows to servers in one country; one entry with null holds those whose place is not known. */
export interface CountryTraffic extends Totals {
  readonly country: string | null;
  /** Null for places that are not known. */
  readonly standing: StandingKind | null;
  readonly hosts: readonly string[];
  readonly companies: readonly string[];
  readonly apps: readonly string[];
}

/** Sums over flows; bytes are null where no flow tells any. */
export interface Totals {
  readonly flows: number;
  /** Those among them that were not let through, by the record. */
  readonly blocked: number;
  readonly bytesSent: number | null;
  readonly bytesReceived: number | null;
  readonly encrypted: number;
  readonly clear: number;
  /** Flows of which the record does not tell whether they were encrypted. */
  readonly notTold: number;
  readonly beforeChoice: number;
  readonly afterRefusal: number;
  /** Kinds of data seen, sorted. */
  readonly data: readonly PersonalKind[];
  readonly first: number | null;
  readonly last: number | null;
}

/** How strong the evidence is: content was seen, a contact was seen, or it is a question to ask. */
export type Strength = "content" | "contact" | "question" | "information";

/** One matter that a rule found. */
export interface TrafficFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly strength: Strength;
  /** Key of the app, or null where it is about the record as a whole or the app is not known. */
  readonly app: string | null;
  readonly title: string;
  /** The sentence, filled; `messageKey` and `params` are what it was made of, for other languages. */
  readonly message: string;
  readonly messageKey: string;
  readonly params: Readonly<Record<string, string | number>>;
  /** Ids of the flows that show it. */
  readonly flows: readonly number[];
  /** Articles of law to look at, each with its law; not a judgement. */
  readonly articles: readonly string[];
  /** What articles do not say by themselves, and what would have to be known. */
  readonly caution: string | null;
  readonly references: readonly string[];
}

/** What these records do not show; counts of flows. */
export interface Unseen {
  readonly withoutName: number;
  readonly hiddenNames: number;
  readonly withoutApp: number;
  readonly withoutTime: number;
  readonly doubtfulHosts: number;
  readonly withoutPlace: number;
  readonly withoutCompany: number;
  readonly withoutContent: number;
}

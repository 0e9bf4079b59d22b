import type { Severity } from "../core/check.ts";
import type { LawRegion } from "../feeds/privacy-laws.ts";
import type { VendorEndpoints } from "../feeds/vendor-endpoints.ts";
import type { CountedTraffic } from "./flow.ts";
import type { AppTraffic, ReportFlow, Strength } from "./traffic-report.ts";

/** What a look into an app's files said that is held against its traffic. */
export interface DeclaredApp {
  readonly package: string;
  readonly label: string | null;
  /** Trackers whose code is in it, with the hosts that a list gives for them; null where the code was not looked at. */
  readonly trackers: readonly { readonly name: string; readonly hosts: readonly string[] }[] | null;
  /** Names of permissions that it has, for any user; null or left out where they were not read. */
  readonly allowed?: readonly string[] | null;
}

/** The text of a privacy notice, in which companies, hosts and countries are looked for. */
export interface PolicyText {
  /** Name of the file. */
  readonly name: string;
  readonly text: string;
  /** The package it is of; null where it was given for the record as a whole. */
  readonly app: string | null;
}

/** What rules judge: everything that is known of some records. */
export interface TrafficView {
  /** In order of time, without those that were not let through. */
  readonly flows: readonly ReportFlow[];
  readonly apps: readonly AppTraffic[];
  readonly counted: readonly CountedTraffic[];
  readonly declared: readonly DeclaredApp[];
  readonly policies: readonly PolicyText[];
  readonly region: { readonly id: LawRegion; readonly name: string };
  readonly period: { readonly from: number; readonly to: number } | null;
  readonly reported: VendorEndpoints;
  /** For people: the packages of a uid where they are known, else the number. */
  readonly nameOfUid: (uid: number) => string;
  /** Bytes of the first payload of flows that are no HTTP, as Latin-1 text, by id of the flow. */
  readonly payloads: ReadonlyMap<number, string>;
}

/** One matter that a rule found; `message` is a key of the rule's `messages`, `params` fill its holes. */
export interface RuleHit<M extends string = string> {
  /** Key of the app. */
  readonly app: string | null;
  readonly flows: readonly number[];
  readonly message: M;
  readonly params: Readonly<Record<string, string | number>>;
  /** Where it weighs other than the rule's own. */
  readonly severity?: Severity;
  readonly strength?: Strength;
}

/** One rule, as the engine and the registry hold it. */
export interface TrafficRule {
  readonly id: string;
  readonly severity: Severity;
  readonly strength: Strength;
  readonly title: string;
  readonly messages: Readonly<Record<string, string>>;
  /** The row of the dated table of law that names the articles to look at; null where no article is touched. */
  readonly law: string | null;
  /** What would have to be known besides, or what this does not say; null where nothing. */
  readonly caution: string | null;
  /** Sources: https addresses, official names of documents. At least one. */
  readonly references: readonly string[];
  readonly run: (view: TrafficView) => readonly RuleHit[];
}

interface RuleSpec<M extends string> {
  readonly id: string;
  readonly severity: Severity;
  readonly strength: Strength;
  /** What was seen, in a few words. */
  readonly title: string;
  /** The sentences, by key; they say what was seen and never more: "contacted" where no content was seen. */
  readonly messages: Readonly<Record<M, string>>;
  readonly law?: string;
  readonly caution?: string;
  readonly references: readonly [string, ...string[]];
  /** Pure. */
  readonly run: (view: TrafficView) => readonly RuleHit<NoInfer<M>>[];
}

/** Defines a rule: a plain object; each lies in a file of its own in `rules/`. */
export function defineRule<const M extends string>(spec: RuleSpec<M>): TrafficRule {
  return { ...spec, law: spec.law ?? null, caution: spec.caution ?? null };
}

import { FormatError } from "../core/errors.ts";
import { defineFeed } from "../core/feed.ts";
import { embeddedTrackers } from "./embedded/trackers.ts";

/** What a tracker is built for: each, in words that go on after "It". */
export const trackerPurposes = {
  analytics: "reports what is done in the app, and with which phone",
  advertising: "shows advertisements and reports who saw them",
  attribution: "reports which advertisement led to the installation, and what the person bought or did since",
  "crash-reports": "sends reports when the app fails, with the state of the phone",
  performance: "measures how fast the app and its connections are on this phone",
  push: "keeps a connection for messages, through a server that knows which phone has which apps",
  profiling: "gathers a profile of the person over time or from several sources",
  location: "follows where the phone is",
  identification: "recognises the phone or the person again, in other apps too",
  social: "ties the app to an account of a social network",
  "session-recording": "records screens, touches or whole sessions",
  "feature-flags": "decides from afar what this person sees, and reports the effect",
  surveys: "asks questions and sends the answers with data of the phone",
} as const;

/** One purpose, out of a closed set. */
export type TrackerPurpose = keyof typeof trackerPurposes;

/** One library that tells its maker about the person or the phone. */
export interface Tracker {
  readonly name: string;
  /** Who gets the data: the company behind it as far as known, or the project where there is no company. */
  readonly company: string;
  /** Where the company sits, ISO 3166-1 alpha-2; absent where it is not certain or there is no company. */
  readonly country?: string;
  /** Most important first; never empty. */
  readonly purposes: readonly TrackerPurpose[];
  /** Packages or classes that its classes' names begin with, `com.example.ads`: a whole part of the name, without a dot at the end. */
  readonly classPrefixes: readonly string[];
  /** Domains that it talks to, with all their subdomains, lower case. Only such as hardly anything else has. */
  readonly hosts: readonly string[];
}

export interface Trackers {
  readonly trackers: readonly Tracker[];
}

/**
 * Trackers known to Candor itself, so that the first scan without a network finds the common ones. Code of a tracker in an app is no proof
 * that it runs. Google's delivery of messages is not in the list: nearly every app has it, and the phone itself talks to it.
 */
export const trackers = defineFeed<Trackers>({
  id: "trackers",
  about: "Trackers in apps, who gets their data and what for, as written for Candor",
  publisher: "Candor",
  licence: "Apache-2.0",
  homepage: "https://arxiv.org/abs/1804.03603",
  files: {},
  parse: () => {
    throw new FormatError("trackers", "this list comes with Candor and is not published elsewhere");
  },
  count: (value) => value.trackers.length,
  embedded: embeddedTrackers,
});

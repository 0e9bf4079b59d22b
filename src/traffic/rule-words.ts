import { grouped } from "./grouped.ts";
import type { PersonalKind } from "./personal-hit.ts";
import type { RuleHit, TrafficView } from "./rule.ts";
import type { Moment, ReportDatum, ReportFlow } from "./traffic-report.ts";

/** Flows by the app that made them; those of unknown apps together, under null. */
export function byApp(flows: readonly ReportFlow[]): ReadonlyMap<string | null, readonly ReportFlow[]> {
  return grouped(flows, ({ appKey }) => appKey);
}

/** One hit for each app whose flows are meant, worded by `say`. */
export function hitsByApp<M extends string>(
  view: TrafficView,
  flows: readonly ReportFlow[],
  say: (app: string, flows: readonly ReportFlow[]) => Omit<RuleHit<M>, "app" | "flows">,
): readonly RuleHit<M>[] {
  return [...byApp(flows)].map(([key, own]) => ({
    app: key,
    flows: own.map(({ id }) => id),
    ...say(appName(view, key), own),
  }));
}

/** The name of an app for a sentence. */
export function appName({ apps }: TrafficView, key: string | null): string {
  return apps.find((app) => app.key === key)?.name ?? "The phone";
}

/** A few of them by name, then how many more there are. */
export function list(all: readonly string[], most = 5): string {
  const each = [...new Set(all)];
  const shown = each.slice(0, most).join(", ");
  return each.length > most ? `${shown} and ${each.length - most} more` : shown;
}

/** Host where known, else the address, else that neither is. */
export function serverName({ host, address }: ReportFlow): string {
  return host ?? address ?? "a server without a name";
}

/** Names of the companies, or of the servers where no list knows the company. */
export function recipients(flows: readonly ReportFlow[]): string {
  return list(flows.map((flow) => flow.recipient.company ?? serverName(flow)));
}

/** The name of a country in English, from its code. */
export function countryName(code: string): string {
  return countryNames.of(code) ?? code;
}

/** The region for the middle of a sentence. */
export function regionName({ region: { id, name } }: TrafficView): string {
  return id === "EU" ? "the European Union and the EEA" : id === "GB" ? "the United Kingdom" : name;
}

const countryNames = new Intl.DisplayNames("en", { type: "region" });

/** Names of the servers. */
export function servers(flows: readonly ReportFlow[]): string {
  return list(flows.map(serverName));
}

/** What the data that these flows carried is called in a sentence. */
export function dataWords(flows: readonly ReportFlow[], of?: (datum: ReportDatum) => boolean): string {
  const data = flows.flatMap((flow) => flow.data.filter((datum) => of?.(datum) ?? true));
  return list(data.map(dataWord), 8);
}

/** What a datum is called in a sentence: by its own name where it has one, else by its class. */
export function dataWord({ kind, property }: Pick<ReportDatum, "kind" | "property">): string {
  return propertyWords[property] ?? kindWords[kind];
}

/** Properties whose own name says more than their class. */
const propertyWords: Readonly<Record<string, string>> = Object.assign(Object.create(null), {
  imei: "IMEI",
  meid: "MEID",
  imsi: "IMSI",
  serial: "serial number",
  mac: "MAC address",
  oaid: "OAID",
  model: "model",
});

/** What the classes of personal data are called in a sentence. */
export const kindWords: Readonly<Record<PersonalKind, string>> = {
  advertisingId: "advertising ID",
  developerScopedId: "Android ID",
  deviceId: "identifier of the phone",
  installationId: "installation ID",
  userId: "user ID",
  otherIdentifier: "another identifier",
  pushToken: "push token",
  phoneNumber: "phone number",
  emailAddress: "e-mail address",
  contact: "contact",
  location: "location",
  installedApps: "list of installed apps",
  network: "name of the Wi-Fi",
  viewedPage: "page or screen that was viewed",
  appUsage: "which app was used when",
  health: "health",
  deviceInfo: "facts about the phone",
  other: "other data",
};

/** Kinds that single out a person or a phone. */
export function isIdentifier({ kind }: Pick<ReportDatum, "kind">): boolean {
  return identifiers.has(kind);
}

const identifiers: ReadonlySet<PersonalKind> = new Set<PersonalKind>([
  "advertisingId",
  "developerScopedId",
  "deviceId",
  "installationId",
  "userId",
  "otherIdentifier",
  "pushToken",
  "phoneNumber",
  "emailAddress",
]);

/** Of the hardware, for as long as the phone lives. What only its name calls an identifier of the device may be made anew at each install. */
export function isHardware({ kind, property }: Pick<ReportDatum, "kind" | "property">): boolean {
  return kind === "deviceId" && ["imei", "meid", "imsi", "serial", "mac"].includes(property);
}

/** Data that stay when the advertising ID is reset. */
export function isLasting(datum: Pick<ReportDatum, "kind" | "property">): boolean {
  return isHardware(datum) || datum.kind === "developerScopedId" || datum.kind === "phoneNumber";
}

/** What trackers got at a moment, for each app: apart what was sent, what was contacted only, and where nothing was recognised in what was sent. */
export function trackerHits(view: TrafficView, moment: Moment): readonly RuleHit<"contacted" | "nothing" | "sent">[] {
  const flows = view.flows.filter(
    // A name that the record itself doubts accuses nobody.
    ({ moment: own, recipient, hostDoubt }) => own === moment && recipient.kind === "tracker" && hostDoubt === null,
  );
  const silent = flows.filter(({ data }) => data.length === 0);
  const say = (message: "contacted" | "nothing", which: readonly ReportFlow[]) =>
    hitsByApp(view, which, (app, own) => ({ message, params: { app, recipients: recipients(own) } }));
  return [
    ...hitsByApp(
      view,
      flows.filter(({ data }) => data.length > 0),
      (app, own) => ({
        message: "sent" as const,
        strength: "content" as const,
        severity: "high" as const,
        params: { app, data: dataWords(own), recipients: recipients(own) },
      }),
    ),
    ...say(
      "contacted",
      silent.filter(({ contentSeen }) => !contentSeen),
    ),
    ...say(
      "nothing",
      silent.filter(({ contentSeen }) => contentSeen),
    ),
  ];
}

/** For an endpoint of which something was reported, where the record shows what was sent and it is not that. */
export const notRecognised =
  "{app} contacted {servers}. The record shows what was sent, and nothing of what was reported of this address was recognised in it.";

/** Contacts with an endpoint of which something was reported: apart where the record itself shows it, and where it shows something else. */
export function endpointHits(
  view: TrafficView,
  { host, shows }: { readonly host: RegExp; readonly shows: (flow: ReportFlow) => boolean },
): readonly RuleHit<"contacted" | "other" | "sent">[] {
  const flows = view.flows.filter((flow) => host.test(flow.host ?? ""));
  const messageOf = (flow: ReportFlow) => (shows(flow) ? "sent" : flow.contentSeen ? "other" : "contacted");
  return [...grouped(flows, messageOf)].flatMap(([message, own]) =>
    hitsByApp(view, own, (app, some) => ({
      message,
      params: { app, servers: servers(some) },
      ...(message === "sent" ? {} : ({ strength: "contact", severity: message === "other" ? "info" : "low" } as const)),
    })),
  );
}

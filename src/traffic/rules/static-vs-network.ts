import { type DeclaredApp, defineRule, type RuleHit, type TrafficView } from "../rule.ts";
import { list } from "../rule-words.ts";
import type { ReportFlow } from "../traffic-report.ts";

export default defineRule({
  id: "static-vs-network",
  severity: "info",
  strength: "information",
  title: "Trackers in the app's files and trackers in its traffic differ",
  messages: {
    silent:
      "In the files of {app} there is code of {trackers}; the record shows no contact with them. They may work at another time.",
    surprising:
      "{app} contacted {recipients}, and no code of theirs was recognised in its files. A web page inside the app, code that is loaded later or disguised code can do that.",
  },
  references: ["https://github.com/TrackerControl/tracker-control-android/issues/244"],
  run: (view) => view.declared.flatMap((declared) => compare(declared, view)),
});

function compare(declared: DeclaredApp, view: TrafficView): readonly RuleHit<"silent" | "surprising">[] {
  const { trackers } = declared;
  const app = view.apps.find((each) => each.package === declared.package);
  if (trackers === null || app === undefined) return [];
  const flows = view.flows.filter(({ appKey }) => appKey === app.key);
  const isOf = (flow: ReportFlow, { name, hosts }: (typeof trackers)[number]) =>
    hosts.some((host) => flow.host === host || flow.host?.endsWith(`.${host}`)) || sameName(flow, name);
  // Without hosts nobody knows what contact would look like.
  const silent = trackers.filter((each) => each.hosts.length > 0 && !flows.some((flow) => isOf(flow, each)));
  const surprising = flows.filter(
    (flow) => flow.recipient.kind === "tracker" && !trackers.some((each) => isOf(flow, each)),
  );
  const hit = { app: app.key };
  return [
    ...(silent.length === 0
      ? []
      : [{ ...hit, flows: [], message: "silent" as const, params: { app: app.name, trackers: names(silent) } }]),
    ...(surprising.length === 0
      ? []
      : [
          {
            ...hit,
            flows: surprising.map(({ id }) => id),
            message: "surprising" as const,
            params: {
              app: app.name,
              recipients: list(surprising.map(({ recipient, host }) => recipient.company ?? host ?? "")),
            },
          },
        ]),
  ];
}

const names = (trackers: readonly { readonly name: string }[]) => list(trackers.map(({ name }) => name));

/** "Google Firebase Analytics" is the code, "Google" the company that the host belongs to. */
function sameName({ recipient }: ReportFlow, tracker: string): boolean {
  const company = recipient.company?.toLowerCase().split(/[ ,.]/)[0] ?? "";
  return company.length > 2 && tracker.toLowerCase().includes(company);
}

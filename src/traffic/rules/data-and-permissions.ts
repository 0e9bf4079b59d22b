import type { PersonalKind } from "../personal-hit.ts";
import { defineRule, type RuleHit, type TrafficView } from "../rule.ts";
import { kindWords, list, recipients } from "../rule-words.ts";

export default defineRule({
  id: "data-and-permissions",
  severity: "medium",
  strength: "content",
  title: "Data was sent that a permission guards",
  messages: {
    without:
      "{app} sent {data} to {recipients}, and by the examination it has no permission to read that from the phone. It can have it from what was typed in, from the network address, from a time when it had the permission, or from another app.",
    allowed: "{app} sent {data} to {recipients}. It may read that by {permissions}, which you can take away.",
  },
  references: ["https://developer.android.com/guide/topics/permissions/overview"],
  run: (view) => view.declared.flatMap(({ package: name, allowed }) => (allowed ? judged(view, name, allowed) : [])),
});

/** Permissions, any of which lets an app read a kind of data from the phone. */
const guards: readonly (readonly [kind: PersonalKind, permissions: readonly string[]])[] = [
  ["location", ["ACCESS_FINE_LOCATION", "ACCESS_COARSE_LOCATION"]],
  ["contact", ["READ_CONTACTS"]],
  ["phoneNumber", ["READ_PHONE_NUMBERS", "READ_PHONE_STATE", "READ_SMS"]],
];

function judged(
  view: TrafficView,
  name: string,
  allowed: readonly string[],
): readonly RuleHit<"allowed" | "without">[] {
  const app = view.apps.find((each) => each.package === name);
  if (app === undefined) return [];
  return guards.flatMap(([kind, permissions]): readonly RuleHit<"allowed" | "without">[] => {
    const flows = view.flows.filter(
      ({ appKey, data }) => appKey === app.key && data.some((each) => each.kind === kind),
    );
    if (flows.length === 0) return [];
    const held = permissions.filter((each) => allowed.includes(`android.permission.${each}`));
    const params = { app: app.name, data: kindWords[kind], recipients: recipients(flows) };
    const hit = { app: app.key, flows: flows.map(({ id }) => id) };
    if (held.length === 0) return [{ ...hit, message: "without", params }];
    return [{ ...hit, message: "allowed", severity: "info", params: { ...params, permissions: list(held) } }];
  });
}

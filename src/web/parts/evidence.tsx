import { For, type JSX, Match, Switch } from "solid-js";
import type { Subject } from "../../core/check.ts";
import type { ReportEvidence } from "../../core/report.ts";
import { phraseSaid } from "../answers.ts";
import { formatTime, t } from "../i18n.ts";
import { SaidText } from "./said.tsx";

/** What was seen, of whichever kind, with the commands that read it. */
export function Evidence(props: { readonly evidence: readonly ReportEvidence[] }): JSX.Element {
  return (
    <dl class="evidence">
      <For each={props.evidence}>
        {(each) => (
          <>
            <dt>
              <SaidText said={phraseSaid(each.name)} />
            </dt>
            <dd>
              <Switch>
                <Match when={each.kind === "value" && each}>{(value) => <code>{value().value}</code>}</Match>
                <Match when={each.kind === "time" && each}>
                  {(time) => <time datetime={time().at}>{formatTime(time().at)}</time>}
                </Match>
                <Match when={each.kind === "list" && each}>
                  {(list) => (
                    <ul>
                      <For each={list().items}>
                        {(item) => (
                          <li>
                            <code>{item}</code>
                          </li>
                        )}
                      </For>
                    </ul>
                  )}
                </Match>
              </Switch>
              <span class="soft from">
                {t("findings.from")} <code>{each.from.join("; ")}</code>
              </span>
            </dd>
          </>
        )}
      </For>
    </dl>
  );
}

/** What a finding is about, in a few words; empty for the phone itself. */
export function subjectName(subject: Subject): string {
  if (subject.kind === "app") return subject.label ? `${subject.label} (${subject.package})` : subject.package;
  if (subject.kind === "setting") return subject.name;
  if (subject.kind === "file") return subject.path;
  if (subject.kind === "host") return subject.host;
  if (subject.kind === "user") return subject.name ?? String(subject.user);
  return "";
}

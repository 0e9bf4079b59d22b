import { For, type JSX, Show } from "solid-js";
import type { TrafficReport, Unseen as UnseenCounts } from "../../../traffic/traffic-report.ts";
import { formatBytes, t } from "../../i18n.ts";
import { Phrase } from "../said.tsx";

const kinds = [
  "withoutContent",
  "withoutName",
  "hiddenNames",
  "withoutApp",
  "withoutTime",
  "doubtfulHosts",
  "withoutPlace",
  "withoutCompany",
] as const satisfies readonly (keyof UnseenCounts)[];

/** What the records do not show, and which they are: as much a part of the answer as what they do. */
export function Unseen(props: { readonly report: TrafficReport }): JSX.Element {
  const some = () => kinds.filter((kind) => props.report.unseen[kind] > 0);
  return (
    <section class="card column edge unknown" aria-labelledby="traffic-unseen">
      <h2 id="traffic-unseen">{t("traffic.unseen")}</h2>
      <dl class="two-columns">
        <For each={some()}>
          {(kind) => (
            <div>
              <dt>{t(`traffic.unseen.${kind}`)}</dt>
              <dd>{t("traffic.unseenOf", { count: props.report.unseen[kind], all: props.report.flows.length })}</dd>
            </div>
          )}
        </For>
      </dl>
      <h3>{t("traffic.read")}</h3>
      <ul>
        <For each={props.report.records}>
          {({ file, format, bytes, sha256, unread }) => (
            <li>
              {file} · {format} · {formatBytes(bytes)}
              <Show when={sha256}>{(digest) => <code class="under">SHA-256 {digest()}</code>}</Show>
              <For each={unread}>
                {({ reason, count }) => (
                  <span class="under">
                    {count} × <Phrase of={reason} />
                  </span>
                )}
              </For>
            </li>
          )}
        </For>
      </ul>
    </section>
  );
}

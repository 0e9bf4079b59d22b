import { createMemo, type JSX, Show } from "solid-js";
import type { ReportLetter, ReportLetterWish } from "../../../centre/traffic-letter.ts";
import type { ReportFlow } from "../../../traffic/traffic-report.ts";
import { ask } from "../../api.ts";
import { t } from "../../i18n.ts";
import { Choose, LetterWriting } from "../rights/letter-writing.tsx";

/** A letter to a company that was seen, with what was recorded as evidence. */
export function LetterForm(props: { readonly id: string; readonly flows: readonly ReportFlow[] }): JSX.Element {
  const companies = createMemo(() => {
    const counts = new Map<string, number>();
    for (const { recipient, blocked } of props.flows)
      if (recipient.company !== null && !blocked)
        counts.set(recipient.company, (counts.get(recipient.company) ?? 0) + 1);
    return [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name);
  });
  return (
    <Show when={companies().length > 0}>
      <section class="card column no-print" aria-labelledby="traffic-letter">
        <h2 id="traffic-letter">{t("traffic.letter")}</h2>
        <p class="soft">{t("traffic.letterAbout")}</p>
        <LetterWriting
          filed={false}
          write={async (wish, text) => {
            const body: ReportLetterWish = { ...wish, company: text("company") };
            return await ask<ReportLetter>(`/traffic/reports/${props.id}/letter`, { body });
          }}
        >
          <Choose name="company" label={t("traffic.company")} of={companies()} say={(each) => each} />
        </LetterWriting>
      </section>
    </Show>
  );
}

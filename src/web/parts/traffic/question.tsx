import { createSignal, For, type JSX, Show } from "solid-js";
import type { DeskQuestion, DeskReport } from "../../../centre/traffic-desk.ts";
import type { LawRegion } from "../../../feeds/privacy-laws.ts";
import { lawRegions } from "../../../feeds/privacy-laws.ts";
import { t } from "../../i18n.ts";

const choices = ["unsaid", "none", "refused", "accepted"] as const;
type Choice = (typeof choices)[number];

/** The region and what was chosen when: what only the person knows, and what everything else is judged by. */
export function Question(props: {
  readonly of: DeskReport;
  readonly busy: boolean;
  readonly onJudge: (asked: DeskQuestion) => void;
}): JSX.Element {
  const { question, report } = props.of;
  const own = question?.marks.find(({ kind }) => kind !== "note");
  const before: Choice = report.nothingChosen ? "none" : own && own.kind !== "note" ? own.kind : "unsaid";
  const [region, setRegion] = createSignal<LawRegion>(report.region.id);
  const [choice, setChoice] = createSignal<Choice>(before);
  const [at, setAt] = createSignal(localTime(own?.at ?? report.period?.from ?? Date.now()));
  const hasTime = () => choice() === "refused" || choice() === "accepted";
  const judge = (event: SubmitEvent) => {
    event.preventDefault();
    if (!question) return;
    const kind = choice();
    const time = new Date(at()).getTime();
    const chosen =
      (kind === "refused" || kind === "accepted") && Number.isFinite(time)
        ? [{ at: time, kind, text: kind, app: null }]
        : [];
    props.onJudge({
      ...question,
      region: region(),
      nothingChosen: kind === "none",
      marks: [...question.marks.filter((mark) => mark.kind === "note"), ...chosen],
    });
  };
  return (
    <details class="card column no-print">
      <summary>
        {t("traffic.about")}
        <span class="traffic-now">
          {t(`traffic.region.${report.region.id}`)} · {t(`traffic.choice.${before}`)}
        </span>
      </summary>
      <p class="soft">{t("traffic.aboutWhy")}</p>
      <Show when={question} fallback={<p class="soft">{t("traffic.noAgain")}</p>}>
        <form class="traffic-question" onSubmit={judge}>
          <label>
            {t("traffic.region")}
            <select value={region()} onChange={({ currentTarget }) => setRegion(currentTarget.value as LawRegion)}>
              <For each={Object.keys(lawRegions) as LawRegion[]}>
                {(each) => <option value={each}>{t(`traffic.region.${each}`)}</option>}
              </For>
            </select>
          </label>
          <label>
            {t("traffic.choice")}
            <select value={choice()} onChange={({ currentTarget }) => setChoice(currentTarget.value as Choice)}>
              <For each={choices}>{(each) => <option value={each}>{t(`traffic.choice.${each}`)}</option>}</For>
            </select>
          </label>
          <Show when={hasTime()}>
            <label>
              {t("traffic.at")}
              <input
                type="datetime-local"
                step="1"
                required
                value={at()}
                onInput={({ currentTarget }) => setAt(currentTarget.value)}
              />
            </label>
          </Show>
          <button type="submit" class="button" disabled={props.busy}>
            {t("traffic.judge")}
          </button>
        </form>
      </Show>
    </details>
  );
}

/** As a field for a time of this computer's zone has it, to the second. */
function localTime(at: number): string {
  const offset = new Date(at).getTimezoneOffset() * 60_000;
  return new Date(at - offset).toISOString().slice(0, 19);
}

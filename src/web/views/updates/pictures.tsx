import { createMemo, For, type JSX, Show } from "solid-js";
import { formatNumber, language, t } from "../../i18n.ts";
import { Icon } from "../../parts/icon.tsx";
import { useWidth } from "../../parts/traffic/width.ts";
import { countsOf, type FixesShown, type GradeCounts, grades, type MonthCounts, monthsOf, toneOf } from "./counts.ts";

/** How grave what is missing is: a bar for each grade, for Android and for chips; the numbers stand beside them. */
export function GradePicture(props: { readonly of: FixesShown }): JSX.Element {
  const both = createMemo(() => [
    { level: "os" as const, counts: countsOf(props.of.os.missing), of: props.of.os },
    { level: "vendor" as const, counts: countsOf(props.of.vendor.missing), of: props.of.vendor },
  ]);
  const most = createMemo(() => Math.max(1, ...both().flatMap(({ counts }) => Object.values(counts))));
  return (
    <div class="grade-pictures">
      <For each={both().filter(({ of }) => of.unknown === null && of.level !== null)}>
        {({ level, counts, of }) => (
          <section class="card column">
            <h3>{t(`updates.level.${level}`)}</h3>
            <Show when={of.missing.length > 0} fallback={<p>{t("updates.none")}</p>}>
              <Grades counts={counts} most={most()} />
              <Show when={level === "vendor"}>
                <p class="soft small">{t("updates.upToAbout")}</p>
              </Show>
            </Show>
          </section>
        )}
      </For>
    </div>
  );
}

function Grades(props: { readonly counts: GradeCounts; readonly most: number }): JSX.Element {
  return (
    <ul class="grades">
      <For each={grades.filter((grade) => grade !== "notTold" || props.counts.notTold > 0)}>
        {(grade) => (
          <li>
            <span class={`mark ${toneOf[grade]}`}>
              <Icon name={toneOf[grade]} />
              {t(`updates.grade.${grade}`)}
            </span>
            <svg class="grade-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
              <rect class="bar-ground" x="0" y="0" width="100" height="10" />
              <rect
                class={`bar ${toneOf[grade]}`}
                x="0"
                y="0"
                width={(100 * props.counts[grade]) / props.most}
                height="10"
              />
            </svg>
            <strong>{formatNumber(props.counts[grade])}</strong>
          </li>
        )}
      </For>
    </ul>
  );
}

const height = 180;
const base = 150;
/** Room for the numbers above the bars. */
const top = 18;

/** When what is missing came out: a column for each month, by grade; the same as a table below. */
export function MonthPicture(props: { readonly of: FixesShown }): JSX.Element {
  const [width, watch] = useWidth();
  const months = createMemo(() => monthsOf(props.of));
  /** A mark that all of them have tells them not apart. */
  const someWhole = () => months().some(({ complete }) => complete);
  const most = createMemo(() => Math.max(1, ...months().map(({ missing }) => missing)));
  const step = () => (Math.max(300, width()) - 2) / Math.max(1, months().length);
  const columnWidth = () => Math.min(44, Math.max(1, step() - Math.min(4, step() / 4)));
  /** Every so many months has its name below. */
  const every = () => Math.max(1, Math.ceil(62 / step()));
  return (
    <figure class="month-picture" ref={watch}>
      <svg viewBox={`0 0 ${Math.max(300, width())} ${height}`} role="img" aria-label={t("updates.monthsSaid")}>
        <line class="month-most" x1="0" x2={Math.max(300, width())} y1={top} y2={top} />
        <text class="month-name" x="0" y={top - 5}>
          {formatNumber(most())}
        </text>
        <line class="month-base" x1="0" x2={Math.max(300, width())} y1={base + 0.5} y2={base + 0.5} />
        <For each={months()}>
          {(month, i) => (
            <Column
              of={month}
              x={1 + i() * step() + (step() - columnWidth()) / 2}
              width={columnWidth()}
              most={most()}
              marked={someWhole()}
              named={i() % every() === 0 && (i() + 0.5) * step() < Math.max(300, width()) - 56}
            />
          )}
        </For>
      </svg>
      <figcaption>
        <ul class="legend">
          <For each={grades.filter((grade) => months().some(({ counts }) => counts[grade] > 0))}>
            {(grade) => (
              <li class={`mark ${toneOf[grade]}`}>
                <Icon name={toneOf[grade]} />
                {t(`updates.grade.${grade}`)}
              </li>
            )}
          </For>
        </ul>
        <Show when={months().some(({ complete }) => !complete)}>
          <p class="soft">{t(someWhole() ? "updates.monthsPart" : "updates.monthsAllPart")}</p>
        </Show>
      </figcaption>
      <MonthTable of={months()} />
    </figure>
  );
}

function Column(props: {
  readonly of: MonthCounts;
  readonly x: number;
  readonly width: number;
  readonly most: number;
  /** Whether a month that may lack some is marked. */
  readonly marked: boolean;
  readonly named: boolean;
}): JSX.Element {
  const scale = () => (base - top) / props.most;
  const pieces = () => {
    let y = base;
    // The gravest at the bottom, where columns can be compared.
    return grades.flatMap((grade) => {
      const tall = props.of.counts[grade] * scale();
      if (tall === 0) return [];
      y -= tall;
      return [{ grade, y, tall }];
    });
  };
  const said = () => `${monthName(props.of.month, true)}: ${formatNumber(props.of.missing)}${plus()}`;
  const plus = () => (props.of.complete || !props.marked ? "" : "+");
  /** As much of it as there is room for. */
  const countShown = () =>
    props.width > 24 && props.of.missing > 0 ? `${props.of.missing}${plus()}` : props.width > 6 ? plus() : "";
  return (
    <g>
      <title>{said()}</title>
      <For each={pieces()}>
        {({ grade, y, tall }) => (
          <rect
            class={`bar ${toneOf[grade]}`}
            x={props.x}
            y={y}
            width={props.width}
            height={Math.max(0.5, tall - (tall > 3 ? 1 : 0))}
          />
        )}
      </For>
      <Show when={countShown()}>
        {(text) => (
          <text class="month-count" x={props.x + props.width / 2} y={base - props.of.missing * scale() - 4}>
            {text()}
          </text>
        )}
      </Show>
      <Show when={props.named}>
        <text class="month-name" x={props.x} y={base + 18}>
          {monthName(props.of.month, false)}
        </text>
      </Show>
    </g>
  );
}

function MonthTable(props: { readonly of: readonly MonthCounts[] }): JSX.Element {
  return (
    <details>
      <summary>{t("updates.asTable")}</summary>
      <section class="scroll" tabindex="0" aria-label={t("updates.months")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("updates.month")}</th>
              <th scope="col" class="number">
                {t("updates.published")}
              </th>
              <For each={grades}>
                {(grade) => (
                  <th scope="col" class="number">
                    {t(`updates.grade.${grade}`)}
                  </th>
                )}
              </For>
            </tr>
          </thead>
          <tbody>
            <For each={props.of}>
              {({ month, published, complete, counts }) => (
                <tr>
                  <th scope="row">{monthName(month, true)}</th>
                  <td class="number">
                    {formatNumber(published)}
                    {complete ? "" : "+"}
                  </td>
                  <For each={grades}>{(grade) => <td class="number">{formatNumber(counts[grade])}</td>}</For>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </section>
    </details>
  );
}

/** A month by its name: `2025-03`. */
export function monthName(month: string, long: boolean): string {
  const options: Intl.DateTimeFormatOptions = long
    ? { month: "long", year: "numeric", timeZone: "UTC" }
    : { month: "short", year: "2-digit", timeZone: "UTC" };
  return new Intl.DateTimeFormat(language(), options).format(new Date(`${month}-01T00:00:00Z`));
}

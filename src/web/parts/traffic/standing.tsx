import { For, type JSX } from "solid-js";
import { standingOrder, standingSigns } from "../../../report/traffic-signs.ts";
import type { StandingKind } from "../../../traffic/traffic-report.ts";
import { t } from "../../i18n.ts";

/** How a country stands to the law of the region: a sign, a colour and words. */
export function Standing(props: { readonly of: StandingKind }): JSX.Element {
  return (
    <span class="standing">
      <span class={`sign ${props.of}`} aria-hidden="true">
        {standingSigns[props.of]}
      </span>
      {t(`traffic.standing.${props.of}`)}
    </span>
  );
}

/** One sign of a picture and what it means, in a list of them. */
export function LegendSign(props: {
  readonly kind: string;
  readonly sign: string;
  readonly means: string;
}): JSX.Element {
  return (
    <li>
      <span class="standing">
        <span class={`sign ${props.kind}`} aria-hidden="true">
          {props.sign}
        </span>
        {props.means}
      </span>
    </li>
  );
}

/** What the signs of a picture mean: those that occur in it. */
export function StandingLegend(props: {
  readonly of: readonly (StandingKind | null)[];
  readonly children?: JSX.Element;
}): JSX.Element {
  return (
    <ul class="legend">
      <For each={standingOrder.filter((each) => props.of.includes(each))}>
        {(each) => (
          <li>
            <Standing of={each} />
          </li>
        )}
      </For>
      {props.children}
    </ul>
  );
}

/** Whom lists of places are from: stands wherever a place is shown. */
export function PlaceCredit(props: { readonly lines: readonly string[] }): JSX.Element {
  return (
    <p class="credit" lang="en">
      <For each={props.lines}>
        {(line, i) => (
          <>
            {i() > 0 ? " · " : ""}
            <Credit line={line} />
          </>
        )}
      </For>
    </p>
  );
}

/** A line of attribution, its address as a link. */
function Credit(props: { readonly line: string }): JSX.Element {
  const parts = () => /^(.*?)\((https:\/\/[^\s()]+)\)(.*)$/s.exec(props.line);
  return (
    <>
      {parts() ? (
        <>
          <a href={parts()?.[2]} rel="noreferrer" target="_blank">
            {parts()?.[1]?.trim()}
          </a>
          {parts()?.[3]}
        </>
      ) : (
        props.line
      )}
    </>
  );
}

import { For, type JSX, Show } from "solid-js";
import type { Assessment } from "../../../core/assessment.ts";
import { controlSaid } from "../../control-texts.ts";
import { formatNumber, t } from "../../i18n.ts";
import { SaidText } from "../../parts/said.tsx";

const rounded = (value: number): string => formatNumber(Math.round(value * 100) / 100);
const told = (value: number | null): string => (value === null ? t("preload.notKnown") : rounded(value));

/** The score of pre-installed apps by its published method, with its formula and what was left out. */
export function Preload(props: { readonly assessment: Assessment }): JSX.Element {
  return (
    <details class="card column">
      <summary>
        <h2>{t("preload.title")}</h2>
      </summary>
      <Show
        when={props.assessment.preload}
        fallback={
          <p>
            {t("preload.none")} <SaidText said={controlSaid(props.assessment.preloadReason ?? "")} />
          </p>
        }
      >
        {(score) => (
          <>
            <p>
              <strong>
                {score().lowest === score().highest
                  ? t("preload.value", { low: rounded(score().lowest), of: score().outOf })
                  : t("preload.range", {
                      low: rounded(score().lowest),
                      high: rounded(score().highest),
                      of: score().outOf,
                    })}
              </strong>{" "}
              <SaidText said={controlSaid(score().method)} /> · {score().baseline}
            </p>
            <section class="scroller" aria-label={t("preload.title")} tabindex="0">
              <table>
                <thead>
                  <tr>
                    <th scope="col">{t("preload.metric")}</th>
                    <th scope="col">{t("preload.weight")}</th>
                    <th scope="col">{t("preload.added")}</th>
                    <th scope="col">{t("preload.counted")}</th>
                    <th scope="col">{t("preload.score")}</th>
                  </tr>
                </thead>
                <tbody>
                  <For each={score().metrics}>
                    {({ name, weight, added, all, score }) => (
                      <tr>
                        <th scope="row">
                          <SaidText said={controlSaid(name)} />
                        </th>
                        <td>{weight}</td>
                        <td>{told(added)}</td>
                        <td>{told(all)}</td>
                        <td>{told(score)}</td>
                      </tr>
                    )}
                  </For>
                </tbody>
              </table>
            </section>
            <p>
              <strong>{t("preload.formula")}:</strong> <SaidText said={controlSaid(score().formula)} />
            </p>
            <ul>
              <For each={score().deviations}>
                {(each) => (
                  <li>
                    <SaidText said={controlSaid(each)} />
                  </li>
                )}
              </For>
            </ul>
            <p>
              <a href={score().source} target="_blank" rel="noreferrer noopener">
                {score().source}
              </a>
            </p>
          </>
        )}
      </Show>
    </details>
  );
}

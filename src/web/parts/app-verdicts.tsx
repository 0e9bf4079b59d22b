import { For, type JSX, Show } from "solid-js";
import type { AppView } from "../../centre/app-page.ts";
import { phraseSaid } from "../answers.ts";
import { t } from "../i18n.ts";
import { Icon } from "./icon.tsx";
import { Phrase, SaidText } from "./said.tsx";
import { SeverityMark } from "./severity.tsx";

/** What lists and rules say against an app, with the list and its date; where nothing, what that rests on. */
export function AppVerdicts(props: { readonly view: AppView }): JSX.Element {
  const looked = () => props.view.inspection?.depth !== "none" && props.view.engines.length > 0;
  return (
    <section class="card column" aria-labelledby="app-verdicts">
      <h2 id="app-verdicts">{t("app.verdicts")}</h2>
      <Show when={props.view.verdicts.length === 0}>
        <Show
          when={looked()}
          fallback={
            <p class="mark unknown long">
              <Icon name="unknown" />
              {props.view.inspection?.depth === "none" ? t("app.notLooked") : t("app.noLists")}
            </p>
          }
        >
          <p>{t("app.noVerdict")}</p>
        </Show>
      </Show>
      <ul class="findings">
        <For each={props.view.verdicts}>
          {(verdict) => (
            <li>
              <div class="row">
                <SeverityMark severity={verdict.severity} />
                <span class="soft">{t(`confidence.${verdict.confidence}`)}</span>
              </div>
              <p class="message">
                <SaidText said={phraseSaid(verdict.message)} />
              </p>
              <p class="soft">
                {t("app.byList", { engine: verdict.engine, list: verdict.list, date: verdict.date })}
                <br />
                {verdict.evidence.name}: <code>{verdict.evidence.value}</code>
              </p>
            </li>
          )}
        </For>
      </ul>
      <Show when={props.view.standsOut.length > 0}>
        <h3>{t("app.standsOut")}</h3>
        <ul>
          <For each={props.view.standsOut}>
            {(sentence) => (
              <li>
                <SaidText said={phraseSaid(sentence)} />
              </li>
            )}
          </For>
        </ul>
      </Show>
      <details>
        <summary>{t("apps.compared")}</summary>
        <ul>
          <For each={props.view.engines} fallback={<li>{t("apps.comparedNone")}</li>}>
            {(engine) => (
              <li>
                <strong>{engine.id}</strong>{" "}
                <span class="soft">
                  {t("apps.listOf", { list: engine.list, date: engine.date, count: engine.entries })}
                </span>
              </li>
            )}
          </For>
          <For each={props.view.missing}>
            {(sentence) => (
              <li>
                <Phrase of={sentence} />
              </li>
            )}
          </For>
        </ul>
      </details>
    </section>
  );
}

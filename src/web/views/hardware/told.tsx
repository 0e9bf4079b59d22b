import { For, type JSX, Match, Show, Switch } from "solid-js";
import type { PhoneAttestation } from "../../../centre/attest-phone.ts";
import { formatDay, formatTime, t } from "../../i18n.ts";
import { Icon } from "../../parts/icon.tsx";
import { Phrase } from "../../parts/said.tsx";
import { Statements, Why, Worth } from "./statements.tsx";

/** What a job that asked the hardware ends with. */
export type Asked = Omit<PhoneAttestation, "schema"> & { readonly why: readonly string[] };

/** What the hardware said just now. */
export function Told(props: { readonly of: Asked }): JSX.Element {
  return (
    <section class="card column told">
      <Worth worth={props.of.worth} />
      <p class="soft">{t("hardware.asked", { time: formatTime(props.of.at) })}</p>
      <Why of={props.of.why} />
      <Show when={props.of.statements.length > 0}>
        <Differences of={props.of.differences} />
      </Show>
      <Pin of={props.of.pin} />
      <Statements of={props.of.statements} />
      <For each={props.of.routes}>
        {(route) => (
          <>
            <Show when={props.of.worth !== "not-obtained" && !route.obtained && route.reason}>
              {(reason) => (
                <p class="soft">
                  {t(route.route === "csr" ? "hardware.notObtained" : "hardware.notObtainedProgram")}:{" "}
                  <Phrase of={reason()} />
                </p>
              )}
            </Show>
            <Show when={route.leftOnPhone}>
              {(path) => (
                <p class="notice" role="alert">
                  {t("hardware.left", { path: path() })}
                </p>
              )}
            </Show>
          </>
        )}
      </For>
      <p class="soft">
        <Show when={props.of.kept !== true && props.of.kept} fallback={t("hardware.again")}>
          {(sentence) => <Phrase of={sentence()} />}
        </Show>
      </p>
    </section>
  );
}

function Differences(props: { readonly of: Asked["differences"] }): JSX.Element {
  return (
    <Show when={props.of.length > 0} fallback={<Fine>{t("hardware.agrees")}</Fine>}>
      <h3 class="mark high">
        <Icon name="high" />
        {t("hardware.differs")}
      </h3>
      <dl class="hardware-differences">
        <For each={props.of}>
          {({ property, said, hardware }) => (
            <div>
              <dt>{property}</dt>
              <dd>{t("hardware.difference", { said, hardware })}</dd>
            </div>
          )}
        </For>
      </dl>
    </Show>
  );
}

function Pin(props: { readonly of: Asked["pin"] }): JSX.Element {
  const day = () => formatDay(Date.parse(props.of.since ?? ""));
  return (
    <Switch>
      <Match when={props.of.state === "first"}>
        <p>{t("hardware.first")}</p>
      </Match>
      <Match when={props.of.state === "same"}>
        <Fine>{t("hardware.same", { day: day() })}</Fine>
      </Match>
      <Match when={props.of.state === "changed"}>
        <h3 class="mark high">
          <Icon name="high" />
          {t("hardware.changed", { day: day() })}
        </h3>
        <ul class="plain">
          <For each={props.of.changed}>{(each) => <li>{t(`hardware.changed.${each}`)}</li>}</For>
        </ul>
      </Match>
    </Switch>
  );
}

function Fine(props: { readonly children: JSX.Element }): JSX.Element {
  return (
    <p class="mark pass">
      <Icon name="pass" />
      {props.children}
    </p>
  );
}

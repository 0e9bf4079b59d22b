import { For, type JSX, Show } from "solid-js";
import type { HardwareStatement, HardwareWorth } from "../../../facts/attestation.ts";
import { t } from "../../i18n.ts";
import { Icon, type IconName } from "../../parts/icon.tsx";
import { Phrase } from "../../parts/said.tsx";

const marks: Readonly<Record<HardwareWorth, readonly [tone: string, icon: IconName]>> = {
  proven: ["pass", "pass"],
  "not-looked-up": ["unknown", "unknown"],
  unvouched: ["unknown", "unknown"],
  software: ["unknown", "unknown"],
  "not-proven": ["unknown", "unknown"],
  "not-obtained": ["unknown", "unknown"],
  refuted: ["high", "high"],
};

/** What the hardware's word is worth. */
export function Worth(props: { readonly worth: HardwareWorth }): JSX.Element {
  const mark = () => marks[props.worth];
  return (
    <h2 class={`mark hardware-worth ${mark()[0]}`}>
      <Icon name={mark()[1]} />
      {t(`hardware.worth.${props.worth}`)}
    </h2>
  );
}

/** Why it is no proof. */
export function Why(props: { readonly of: readonly string[] }): JSX.Element {
  return (
    <Show when={props.of.length > 0}>
      <ul class="plain">
        <For each={props.of}>
          {(each) => (
            <li>
              <Phrase of={each} />
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}

/** What the hardware says of the start: what several ways said alike once. */
export function Statements(props: { readonly of: readonly HardwareStatement[] }): JSX.Element {
  const different = () => [
    ...new Map(props.of.map((each) => [JSON.stringify({ ...each, route: "", bootHash: "" }), each])).values(),
  ];
  return (
    <For each={different()}>
      {(each) => (
        <dl class="hardware-says">
          <Row name={t("hardware.lock")}>
            {each.locked === null ? t("hardware.notTold") : t(each.locked ? "hardware.locked" : "hardware.unlocked")}
          </Row>
          <Row name={t("hardware.start")}>
            {each.state === null ? t("hardware.notTold") : t(`hardware.start.${each.state}`)}
          </Row>
          <Row name={t("hardware.osLevel")}>{each.osPatchLevel ?? t("hardware.notTold")}</Row>
          <Row name={t("hardware.vendorLevel")}>{each.vendorPatchLevel ?? t("hardware.notTold")}</Row>
          <Row name={t("hardware.bootLevel")}>{each.bootPatchLevel ?? t("hardware.notTold")}</Row>
        </dl>
      )}
    </For>
  );
}

function Row(props: { readonly name: string; readonly children: JSX.Element }): JSX.Element {
  return (
    <Show when={props.name}>
      <div>
        <dt>{props.name}</dt>
        <dd>{props.children}</dd>
      </div>
    </Show>
  );
}

import { createResource, createUniqueId, For, type JSX, Show } from "solid-js";
import type { PhoneList } from "../../../centre/phone-list.ts";
import { ask } from "../../api.ts";
import { t } from "../../i18n.ts";
import { Fetched } from "../../parts/fetched.tsx";

/** Chooses a phone of those that are ready, or a virtual one; `children` gets what is chosen. */
export function PhoneChoice(props: {
  readonly label: string;
  readonly value: string | undefined;
  readonly disabled: boolean;
  readonly onChoose: (ref: string) => void;
  readonly children: (ref: () => string) => JSX.Element;
}): JSX.Element {
  const id = createUniqueId();
  const [phones, { refetch }] = createResource(() => ask<PhoneList>("/phones"));
  const choices = (list: PhoneList) => [
    ...list.attached
      .filter(({ state }) => state === "device")
      .map(({ ref, model, serial }) => ({ ref, name: model ?? serial })),
    ...list.virtual.map(({ ref, title }) => ({ ref, name: t("vault.tryOut", { name: title }) })),
  ];
  return (
    <Fetched from={phones} again={() => void refetch()}>
      {(list) => {
        const chosen = () => props.value ?? choices(list())[0]?.ref ?? "";
        return (
          <>
            <Show when={!list().attached.some(({ state }) => state === "device")}>
              <p class="soft">{t("vault.pullNoPhone")}</p>
            </Show>
            <div class="field">
              <label for={id}>{props.label}</label>
              <select
                id={id}
                value={chosen()}
                disabled={props.disabled}
                onChange={(event) => props.onChoose(event.currentTarget.value)}
              >
                <For each={choices(list())}>{({ ref, name }) => <option value={ref}>{name}</option>}</For>
              </select>
            </div>
            {props.children(chosen)}
          </>
        );
      }}
    </Fetched>
  );
}

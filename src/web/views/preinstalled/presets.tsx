import { For, type JSX, Show } from "solid-js";
import { t } from "../../i18n.ts";
import { presets, type Told } from "./rows.ts";

/** Ready-made choices, each with how many apps it would put away; choosing one changes nothing yet. */
export function Presets(props: {
  readonly told: Told;
  readonly onChoose: (names: readonly string[]) => void;
}): JSX.Element {
  return (
    <section class="no-print" aria-labelledby="presets">
      <h2 id="presets">{t("preinstalled.sets")}</h2>
      <ul class="cards three">
        <For each={presets}>
          {(preset) => (
            <li class="card column preset">
              <h3>{t(`preinstalled.preset.${preset}`)}</h3>
              <p class="grow">{t(`preinstalled.presetAbout.${preset}`)}</p>
              <Show
                when={props.told.presets[preset].length > 0}
                fallback={<p class="soft">{t("preinstalled.presetNone")}</p>}
              >
                <button type="button" class="button quiet" onClick={() => props.onChoose(props.told.presets[preset])}>
                  {t("preinstalled.presetChoose", {
                    count: props.told.presets[preset].length,
                    app: props.told.presets[preset].length,
                  })}
                  <span class="visually-hidden">: {t(`preinstalled.preset.${preset}`)}</span>
                </button>
              </Show>
            </li>
          )}
        </For>
      </ul>
    </section>
  );
}

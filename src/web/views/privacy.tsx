import { createSignal, type JSX, Match, Show, Switch } from "solid-js";
import { t } from "../i18n.ts";
import { Icon } from "../parts/icon.tsx";
import { Loading } from "../parts/loading.tsx";
import Unlock from "../parts/unlock.tsx";
import { privacy } from "../privacy.ts";
import { Forgotten } from "./privacy/forgotten.tsx";
import { OpenPassword } from "./privacy/open-password.tsx";
import { SetPassword } from "./privacy/set-password.tsx";
import { RecoverySheet, type Sheet } from "./privacy/sheet.tsx";
import "../style/keeping.css";

/** The privacy password: setting it, unlocking, and what can be done while it is open. The recovery sheet takes the place of all of it. */
export default function Privacy(props: { readonly forgotten: boolean }): JSX.Element {
  const [sheet, setSheet] = createSignal<Sheet>();
  return (
    <div class="page">
      <Show
        when={!sheet()}
        fallback={
          <Show when={sheet()}>{(made) => <RecoverySheet sheet={made()} onDone={() => setSheet(undefined)} />}</Show>
        }
      >
        <h1>{t("privacy.title")}</h1>
        <Show when={privacy()} fallback={<Loading />}>
          {(status) => (
            <>
              <p class="row">
                <Icon name={status().state === "locked" ? "lock" : "unlocked"} />
                <strong>{t(`privacy.state.${status().state}`)}</strong>
              </p>
              <Show when={status().pending}>
                <p class="notice ask">{t("privacy.pending")}</p>
              </Show>
              <Switch>
                <Match when={status().state === "plain"}>
                  <SetPassword onSheet={setSheet} />
                </Match>
                <Match when={status().state === "locked"}>
                  <Unlock />
                  <Forgotten open={props.forgotten} />
                </Match>
                <Match when={status().state === "unlocked"}>
                  <OpenPassword status={status()} onSheet={setSheet} />
                </Match>
              </Switch>
              <Show when={status().aside.length > 0}>
                <section class="section">
                  <h2>{t("privacy.aside")}</h2>
                  <ul>
                    {status().aside.map((name) => (
                      <li>
                        <code>{name}</code>
                      </li>
                    ))}
                  </ul>
                </section>
              </Show>
            </>
          )}
        </Show>
      </Show>
    </div>
  );
}

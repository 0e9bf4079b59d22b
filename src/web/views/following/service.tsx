import { createResource, createSignal, For, type JSX, Show } from "solid-js";
import type { ServiceKind } from "../../../centre/watch-service.ts";
import { ask } from "../../api.ts";
import { t } from "../../i18n.ts";
import { Fetched } from "../../parts/fetched.tsx";
import { saveFile } from "../../parts/save-file.ts";

const kinds: readonly ServiceKind[] = ["systemd", "launchd", "windows"];
const fileNames: Readonly<Record<ServiceKind, string>> = {
  systemd: "candor-watch.service",
  launchd: "candor.watch.plist",
  windows: "candor-watch.ps1",
};

/** By what the browser says of the computer: a first guess, to be chosen otherwise. */
function kindHere(): ServiceKind {
  const about = navigator.userAgent;
  return /Windows/.test(about) ? "windows" : /Mac OS/.test(about) ? "launchd" : "systemd";
}

/** What makes the computer follow phones while no page is open. Shown and saved; nothing is set up by it. */
export function Service(): JSX.Element {
  const [open, setOpen] = createSignal(false);
  const [kind, setKind] = createSignal<ServiceKind>(kindHere());
  const [text, { refetch }] = createResource(
    () => open() && kind(),
    (which) => ask<{ readonly text: string }>(`/following/service?kind=${which}`),
  );
  return (
    <details class="card column section" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <h2>{t("following.without")}</h2>
      </summary>
      <p>{t("following.withoutAbout")}</p>
      <label>
        {t("following.system")}{" "}
        <select onChange={(event) => setKind(event.currentTarget.value as ServiceKind)}>
          <For each={kinds}>
            {(each) => (
              <option value={each} selected={each === kind()}>
                {t(`following.system.${each}`)}
              </option>
            )}
          </For>
        </select>
      </label>
      <Show when={open()}>
        <Fetched from={text} again={() => void refetch()}>
          {(found) => (
            <>
              <pre lang="en" tabindex="0">
                {found().text}
              </pre>
              <div class="row">
                <button type="button" class="button quiet" onClick={() => saveFile(fileNames[kind()], found().text)}>
                  {t("following.save")}
                </button>
              </div>
            </>
          )}
        </Fetched>
      </Show>
    </details>
  );
}

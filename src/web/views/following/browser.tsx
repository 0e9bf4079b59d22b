import { createSignal, type JSX, Match, Switch } from "solid-js";
import { t } from "../../i18n.ts";

/** Notifications of the browser, in place of those of a computer that shows none. */
export function BrowserNotifications(): JSX.Element {
  const [permission, setPermission] = createSignal(
    "Notification" in globalThis ? Notification.permission : ("denied" as const),
  );
  return (
    <Switch>
      <Match when={permission() === "default"}>
        <div class="row wrap">
          <span class="soft">{t("following.browserAbout")}</span>
          <button
            type="button"
            class="button quiet"
            onClick={() => void Notification.requestPermission().then(setPermission)}
          >
            {t("following.browser")}
          </button>
        </div>
      </Match>
      <Match when={permission() === "granted"}>
        <p class="soft">{t("following.browserAllowed")}</p>
      </Match>
      <Match when={permission() === "denied"}>
        <p class="soft">{t("following.browserDenied")}</p>
      </Match>
    </Switch>
  );
}

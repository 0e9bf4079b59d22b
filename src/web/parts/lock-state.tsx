import { type JSX, Match, Switch } from "solid-js";
import { t } from "../i18n.ts";
import { lockNow, privacy } from "../privacy.ts";
import { Icon } from "./icon.tsx";
import { Link } from "./link.tsx";

/** In the head of the page: locks at once, or says that it is locked. Nothing where no privacy password is set. */
export function LockState(): JSX.Element {
  return (
    <Switch>
      <Match when={privacy()?.state === "unlocked"}>
        <button type="button" class="button quiet lock-state" onClick={() => void lockNow()}>
          <Icon name="unlocked" />
          {t("lock.now")}
        </button>
      </Match>
      <Match when={privacy()?.state === "locked"}>
        <Link to="/privacy" class="place lock-state">
          <Icon name="lock" />
          {t("lock.locked")}
        </Link>
      </Match>
    </Switch>
  );
}

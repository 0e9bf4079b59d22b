import { type JSX, onMount, Show } from "solid-js";
import { following, lookAtFollowing } from "../following.ts";
import { t } from "../i18n.ts";
import { Icon } from "./icon.tsx";
import { Link } from "./link.tsx";

/** Whether known phones are examined by themselves, in one line, with the way to change that. */
export function FollowLine(): JSX.Element {
  onMount(() => void lookAtFollowing());
  return (
    <Show when={following.state}>
      {(state) => (
        <div class="row wrap no-print follow-line">
          <span class={`mark ${state().settings.on ? "pass" : ""}`}>
            <Icon name={state().settings.on ? "pass" : "not-applicable"} />
            {t(state().settings.on ? "following.onHere" : "following.offHere")}
          </span>
          <span class="soft grow">{t("following.about")}</span>
          <Link to="/following" class="button quiet">
            {t("following.set")}
          </Link>
        </div>
      )}
    </Show>
  );
}

export default FollowLine;

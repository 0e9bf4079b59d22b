import { createSignal, For, type JSX, onMount, Show } from "solid-js";
import type { FollowState } from "../../../centre/follower.ts";
import { type Failure, failureIn } from "../../api.ts";
import { following, lookAtFollowing, setFollowing, setTold } from "../../following.ts";
import { t } from "../../i18n.ts";
import { Link } from "../../parts/link.tsx";
import { Failed, Loading } from "../../parts/loading.tsx";
import { Phrase } from "../../parts/said.tsx";
import { privacy } from "../../privacy.ts";
import { BrowserNotifications } from "./browser.tsx";
import { FollowedPhones } from "./phones.tsx";
import { Service } from "./service.tsx";
import { ToldNews } from "./told.tsx";
import "../../style/tables.css";
import "../../style/history.css";

/** Following phones: the switch, how it stands, what was told, and the way without the page. */
export default function Following(): JSX.Element {
  onMount(() => {
    setTold(null);
    void lookAtFollowing();
  });
  return (
    <div class="page following">
      <h1>{t("following.title")}</h1>
      <p class="soft lead">{t("following.lead")}</p>
      <Show when={following.state} fallback={<Loading />}>
        {(state) => (
          <>
            <Switches state={state()} />
            <Strangers phones={state().strangers} />
            <section class="notice ask">
              <h2>{t("following.remind")}</h2>
              <p>{t("following.remindAbout")}</p>
            </section>
            <ToldNews news={privacy()?.state === "locked" ? [] : following.news} />
            <FollowedPhones />
            <Service />
          </>
        )}
      </Show>
    </div>
  );
}

function Switches(props: { readonly state: FollowState }): JSX.Element {
  const [failure, setFailure] = createSignal<Failure>();
  const settings = () => props.state.settings;
  const set = async (changed: Partial<FollowState["settings"]>) => {
    setFailure(undefined);
    try {
      await setFollowing({ ...settings(), ...changed });
    } catch (error) {
      setFailure(failureIn(error));
    }
  };
  return (
    <section class={`card column edge ${settings().on ? "pass" : ""}`}>
      <label class="following-switch">
        <input
          type="checkbox"
          checked={settings().on}
          onChange={(event) => void set({ on: event.currentTarget.checked })}
        />
        <strong>{t("following.switch")}</strong>
      </label>
      <p role="status">{t(`following.state.${props.state.state}`, { phone: props.state.phone ?? "" })}</p>
      <Show when={props.state.percent !== null}>
        <p class="row following-progress">
          <progress max="100" value={props.state.percent ?? 0} aria-label={t("following.progress")} />
          <span class="soft" aria-hidden="true">
            {t("following.percent", { percent: props.state.percent ?? 0 })}
          </span>
        </p>
      </Show>
      <Show when={props.state.problem}>
        {(problem) => (
          <p class="notice ask">
            <Phrase of={problem().message} /> <Show when={problem().next}>{(next) => <Phrase of={next()} />}</Show>
          </p>
        )}
      </Show>
      <label class="following-switch">
        <input
          type="checkbox"
          checked={settings().notify}
          onChange={(event) => void set({ notify: event.currentTarget.checked })}
        />
        {t("following.notify")}
      </label>
      <Show when={privacy()?.state !== "plain"}>
        <p class="soft">{t("following.notifyPrivate")}</p>
      </Show>
      <Show when={settings().notify && cannotNotify(props.state)}>
        <BrowserNotifications />
      </Show>
      <Show when={failure()}>{(wrong) => <Failed failure={wrong()} />}</Show>
    </section>
  );
}

/** The sentence with which the server says that no notification can be shown. */
const cannotNotify = ({ problem }: FollowState): boolean =>
  problem !== null && /^No (?:way is known to show a )?notification/.test(problem.message);

function Strangers(props: { readonly phones: readonly string[] }): JSX.Element {
  return (
    <For each={props.phones}>
      {(phone) => (
        <div class="notice ask row wrap" role="status">
          <span class="grow">{t("following.stranger", { phone })}</span>
          <Link to="/" class="button quiet">
            {t("following.strangerDo")}
          </Link>
        </div>
      )}
    </For>
  );
}

import { type JSX, Show } from "solid-js";
import type { AttachedPhone } from "../../centre/phone-list.ts";
import { type MessageKey, t } from "../i18n.ts";
import { type Step, Steps } from "./connect-guide.tsx";
import { Icon, type IconName } from "./icon.tsx";

/** A phone on the cable: what it is, how it stands, and what to do until it is ready. */
export function AttachedPhoneCard(props: {
  readonly phone: AttachedPhone;
  readonly onExamine: (ref: string) => void;
}): JSX.Element {
  const state = () => stateOf(props.phone);
  return (
    <li class={`card column edge ${state().tone}`}>
      <div class="row">
        <Icon name="phone" />
        <div class="grow">
          <h3>{props.phone.model ?? props.phone.serial}</h3>
          <Show when={props.phone.model}>
            <p class="soft">
              <code>{props.phone.serial}</code>
            </p>
          </Show>
          <p class={`mark ${state().tone}`}>
            <Icon name={state().icon} />
            {t(state().words)}
          </p>
        </div>
        <Show when={props.phone.state === "device"}>
          <button type="button" class="button" onClick={() => props.onExamine(props.phone.ref)}>
            {t("start.examine")}
            <span class="visually-hidden">: {props.phone.model ?? props.phone.serial}</span>
          </button>
        </Show>
      </div>
      <Show when={state().steps.length > 0}>
        <Steps steps={state().steps} />
      </Show>
    </li>
  );
}

interface PhoneState {
  readonly words: MessageKey;
  readonly icon: IconName;
  /** Meaning of its colour. */
  readonly tone: "pass" | "medium" | "unknown" | "high";
  readonly steps: readonly Step[];
}

const waiting: PhoneState = {
  words: "phone.waiting",
  icon: "unknown",
  tone: "medium",
  steps: [
    { picture: "unlock", title: "step.unlock", where: "step.unlockWhere" },
    { picture: "allow", title: "step.allow", where: "step.allowWhere" },
    { picture: "debugging", title: "step.askAgain", where: "step.askAgainWhere" },
  ],
};

/** The states of the adb server's list that have words of their own. */
const states: ReadonlyMap<string, PhoneState> = new Map([
  ["device", { words: "phone.ready", icon: "pass", tone: "pass", steps: [] }],
  ["unauthorized", waiting],
  ["authorizing", waiting],
  ["connecting", { words: "phone.connecting", icon: "unknown", tone: "unknown", steps: [] }],
  [
    "offline",
    {
      words: "phone.offline",
      icon: "medium",
      tone: "medium",
      steps: [
        { picture: "unlock", title: "step.unlock", where: "step.unlockWhere" },
        { picture: "replug", title: "step.replug", where: "step.replugWhere" },
        { picture: "restart", title: "step.restart", where: "step.restartWhere" },
      ],
    },
  ],
]);

/** Modes in which no Android runs. */
const otherModes: readonly string[] = ["recovery", "rescue", "sideload", "bootloader"];

/** How a phone stands; for states that the page has no words for, the server's. */
function stateOf({ state, advice }: AttachedPhone): PhoneState {
  const known = states.get(state);
  if (known) return known;
  const said = advice === null ? "step.replugWhere" : { said: advice };
  if (state === "no permissions")
    return {
      words: "phone.noPermission",
      icon: "high",
      tone: "high",
      steps: [{ picture: "computer", title: "step.computer", where: said }],
    };
  if (otherModes.includes(state))
    return {
      words: "phone.otherMode",
      icon: "medium",
      tone: "medium",
      steps: [{ picture: "restart", title: "step.restartNormally", where: said }],
    };
  return {
    words: "phone.notReady",
    icon: "medium",
    tone: "medium",
    steps: [{ picture: "replug", title: "step.replug", where: said }],
  };
}

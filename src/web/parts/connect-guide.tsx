import { createSignal, For, type JSX } from "solid-js";
import { type MessageKey, t } from "../i18n.ts";
import { PhonePicture, type PictureName } from "./phone-picture.tsx";
import { Phrase } from "./said.tsx";

/** One thing to do, with its picture. */
export interface Step {
  readonly picture: PictureName;
  readonly title: MessageKey;
  /** Where, in words; what the server says in place of a text of the page. */
  readonly where: MessageKey | { readonly said: string };
}

const makers = {
  xiaomi: [
    { picture: "os-version", title: "step.osVersion", where: "step.osVersionWhere" },
    { picture: "debugging", title: "step.debugging", where: "step.debuggingWhereXiaomi" },
    { picture: "security", title: "step.security", where: "step.securityWhere" },
    { picture: "cable", title: "step.cable", where: "step.cableWhere" },
    { picture: "allow", title: "step.allow", where: "step.allowWhere" },
  ],
  other: [
    { picture: "build", title: "step.build", where: "step.buildWhere" },
    { picture: "debugging", title: "step.debugging", where: "step.debuggingWhere" },
    { picture: "cable", title: "step.cable", where: "step.cableWhere" },
    { picture: "allow", title: "step.allow", where: "step.allowWhere" },
  ],
} as const satisfies Record<string, readonly Step[]>;
type Maker = keyof typeof makers;

const kept = localStorage.getItem("maker");
const [maker, setMaker] = createSignal<Maker>(kept === "other" ? "other" : "xiaomi");
const choose = (to: Maker) => {
  setMaker(to);
  localStorage.setItem("maker", to);
};

/** How a phone is connected, by its maker. */
export function ConnectGuide(): JSX.Element {
  return (
    <>
      <fieldset class="choice">
        <legend>{t("start.maker")}</legend>
        <For each={["xiaomi", "other"] as const}>
          {(each) => (
            <label>
              <input type="radio" name="maker" checked={maker() === each} onChange={() => choose(each)} />
              {t(`start.${each}`)}
            </label>
          )}
        </For>
      </fieldset>
      <Steps steps={makers[maker()]} />
      <p class="soft after-steps">{t("start.afterwards")}</p>
    </>
  );
}

/** What to do, one after the other, each with its picture. */
export function Steps(props: { readonly steps: readonly Step[] }): JSX.Element {
  return (
    <ol class="steps">
      <For each={props.steps}>
        {({ picture, title, where }) => (
          <li>
            <PhonePicture name={picture} />
            <h3>{t(title)}</h3>
            <p>{typeof where === "string" ? t(where) : <Phrase of={where.said} />}</p>
          </li>
        )}
      </For>
    </ol>
  );
}

import { For, type JSX, Match, Show, Switch } from "solid-js";
import { t } from "../i18n.ts";

/** What there is a picture of. */
export type PictureName =
  | "build"
  | "os-version"
  | "debugging"
  | "security"
  | "cable"
  | "allow"
  | "unlock"
  | "replug"
  | "restart"
  | "computer";

/** Width and height of every picture, in units of its own. */
const size = { width: 240, height: 150 };
/** The phone's screen: its left edge, its width, and the middle of both. */
const screen = { x: 42, width: 156, middle: 120 };

/**
 * Where to tap, drawn: the upper part of a phone's screen with the place in the middle of it, or cable and computer. The words beside a
 * picture say all that it shows, so it says nothing to whoever reads by ear.
 */
export function PhonePicture(props: { readonly name: PictureName }): JSX.Element {
  return (
    <svg class="picture" viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden="true">
      <rect class="backdrop" width={size.width} height={size.height} rx="8" />
      <Switch fallback={<Scene name={props.name} />}>
        <Match when={props.name === "build" || props.name === "os-version"}>
          <Handset title={t("screen.about")}>
            <Lines y={50} widths={[64, 92]} />
            <Row y={76} text={props.name === "build" ? t("screen.build") : t("screen.osVersion")} />
            <Tap x={164} y={90} />
            <Badge x={188} y={70} text="7×" />
            <Lines y={118} widths={[80, 58]} />
          </Handset>
        </Match>
        <Match when={props.name === "debugging"}>
          <Handset title={t("screen.developer")}>
            <Lines y={50} widths={[70, 96]} />
            <Row y={76} text={t("screen.debugging")} on />
            <Lines y={118} widths={[84, 60]} />
          </Handset>
        </Match>
        <Match when={props.name === "security"}>
          <Handset title={t("screen.developer")}>
            <Row y={44} text={t("screen.debugging")} on quiet />
            <Row y={78} text={t("screen.security")} on />
            <Lines y={128} widths={[84, 60]} />
          </Handset>
        </Match>
        <Match when={props.name === "allow"}>
          <Handset dim>
            <rect class="sheet" x="50" y="34" width="140" height="96" rx="10" />
            <Words x={60} y={54} text={t("screen.question")} width={120} strong />
            <Lines y={64} x={60} widths={[112, 88]} />
            <rect class="box" x="60" y="86" width="9" height="9" rx="2" />
            <Words x={74} y={94} text={t("screen.always")} width={100} />
            <Words x={84} y={119} text={t("screen.cancel")} width={44} middle />
            <rect class="press" x="124" y="104" width="58" height="22" rx="11" />
            <Words x={153} y={119} text={t("screen.allow")} width={46} middle strong onPress />
            <Tap x={176} y={122} />
          </Handset>
        </Match>
      </Switch>
    </svg>
  );
}

/** The phone from above, cut off below; `dim` while it asks something. */
function Handset(props: {
  readonly title?: string;
  readonly dim?: boolean;
  readonly children: JSX.Element;
}): JSX.Element {
  return (
    <>
      <path class="body" d="M34 150V24a14 14 0 0 1 14-14h144a14 14 0 0 1 14 14v126" />
      <path class={props.dim ? "glass dim" : "glass"} d="M40 150V26a9 9 0 0 1 9-9h142a9 9 0 0 1 9 9v124" />
      <Show when={props.title}>{(title) => <Words x={52} y={35} text={title()} width={136} strong />}</Show>
      {props.children}
    </>
  );
}

/** A row that is meant, with a switch where it has one; `quiet` for one that was done before. What is in brackets gets a line of its own. */
function Row(props: {
  readonly y: number;
  readonly text: string;
  readonly on?: boolean;
  readonly quiet?: boolean;
}): JSX.Element {
  const lines = () => props.text.split(/ ?(?=[(（])/);
  const height = () => 16 + lines().length * 12;
  const middle = () => props.y + height() / 2;
  return (
    <>
      <Show when={!props.quiet}>
        <rect class="meant" x={screen.x + 4} y={props.y} width={screen.width - 8} height={height()} rx="6" />
      </Show>
      <For each={lines()}>
        {(line, i) => (
          <Words x={54} y={props.y + 18 + i() * 12} text={line} width={props.on ? 100 : 92} strong={!props.quiet} />
        )}
      </For>
      <Show when={props.on}>
        <rect class="switch" x="160" y={middle() - 7} width="25" height="14" rx="7" />
        <circle class="knob" cx="178" cy={middle()} r="5" />
        <Show when={!props.quiet}>
          <circle class="ring" cx="173" cy={middle()} r="18" />
        </Show>
      </Show>
    </>
  );
}

/** Rows that are of no matter here. */
function Lines(props: { readonly y: number; readonly x?: number; readonly widths: readonly number[] }): JSX.Element {
  return (
    <For each={props.widths}>
      {(width, i) => <rect class="line" x={props.x ?? 54} y={props.y + i() * 11} width={width} height="5" rx="2.5" />}
    </For>
  );
}

/** Where the finger goes. */
function Tap(props: { readonly x: number; readonly y: number }): JSX.Element {
  return (
    <>
      <circle class="ring" cx={props.x} cy={props.y} r="13" />
      <circle class="finger" cx={props.x} cy={props.y} r="6" />
    </>
  );
}

function Badge(props: { readonly x: number; readonly y: number; readonly text: string }): JSX.Element {
  return (
    <>
      <circle class="badge" cx={props.x} cy={props.y} r="14" />
      <text class="on-badge" x={props.x} y={props.y + 4} text-anchor="middle">
        {props.text}
      </text>
    </>
  );
}

/** Words on the screen, pressed together where a language needs more room than there is. */
function Words(props: {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly width: number;
  readonly strong?: boolean;
  readonly middle?: boolean;
  readonly onPress?: boolean;
}): JSX.Element {
  const tooLong = () => lengthOf(props.text) > props.width;
  return (
    <text
      classList={{ words: true, strong: props.strong === true, "on-press": props.onPress === true }}
      x={props.x}
      y={props.y}
      text-anchor={props.middle ? "middle" : "start"}
      textLength={tooLong() ? props.width : undefined}
      lengthAdjust="spacingAndGlyphs"
    >
      {props.text}
    </text>
  );
}

/** About how long a text is in the letters of pictures: wide signs take the whole height, others half of it. */
const lengthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (/[\u1100-\uffef]/u.test(sign) ? 10.5 : 5.6), 0);

/** Pictures without a screen to read. */
function Scene(props: { readonly name: PictureName }): JSX.Element {
  return (
    <Switch>
      <Match when={props.name === "cable"}>
        <Laptop x={24} />
        <SmallPhone x={172} lit />
        <path class="cord" d="M112 100h16c14 0 10 22 24 22h24c10 0 18-4 18-10v-4" />
        <circle class="ring" cx="194" cy="112" r="13" />
      </Match>
      <Match when={props.name === "replug"}>
        <Laptop x={24} />
        <SmallPhone x={172} />
        <path class="cord" d="M112 100h12c10 0 8 20 18 20h4M194 112v2c0 8-6 10-14 10h-4" />
        <path class="plug" d="M146 114v12h8v-12zM176 118v12h-6v-12z" />
        <path class="arrow" d="M150 90a14 14 0 0 1 24-6M174 76v8h-8" />
      </Match>
      <Match when={props.name === "unlock"}>
        <LargePhone />
        <path class="arrow" d="M111 68v-7a9 9 0 0 1 17-4" />
        <rect class="press" x="106" y="68" width="28" height="22" rx="4" />
        <path class="ring" d="M120 130V104M113 111l7-7 7 7" />
      </Match>
      <Match when={props.name === "restart"}>
        <LargePhone />
        <path class="arrow" d="M103 75a17 17 0 1 1 5 12M103 75v-11M103 75h11" />
        <rect class="press" x="163" y="50" width="5" height="26" rx="2.5" />
        <circle class="ring" cx="166" cy="63" r="17" />
      </Match>
      <Match when={props.name === "computer"}>
        <Laptop x={64} />
        <path class="arrow" d="M103 66v-6a9 9 0 0 1 18 0v6" />
        <rect class="press" x="98" y="66" width="28" height="20" rx="4" />
      </Match>
    </Switch>
  );
}

function Laptop(props: { readonly x: number }): JSX.Element {
  return (
    <g transform={`translate(${props.x})`}>
      <rect class="body" x="4" y="36" width="88" height="62" rx="6" />
      <rect class="glass" x="10" y="42" width="76" height="50" rx="3" />
      <path class="body" d="M-6 98h108l-6 10h-96z" />
    </g>
  );
}

function SmallPhone(props: { readonly x: number; readonly lit?: boolean }): JSX.Element {
  return (
    <g transform={`translate(${props.x})`}>
      <rect class="body" y="24" width="44" height="84" rx="8" />
      <rect class="glass" x="4" y="29" width="36" height="74" rx="5" />
      <Show when={props.lit}>
        <path class="arrow" d="M13 66l6 6 12-13" />
      </Show>
    </g>
  );
}

function LargePhone(): JSX.Element {
  return (
    <>
      <rect class="body" x="76" y="10" width="88" height="160" rx="14" />
      <rect class="glass" x="82" y="17" width="76" height="150" rx="9" />
    </>
  );
}

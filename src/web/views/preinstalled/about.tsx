import { For, type JSX, Show } from "solid-js";
import type { PreinstalledApp } from "../../../centre/preinstalled.ts";
import { t } from "../../i18n.ts";
import { whatIsLost, whatItDoes } from "../../package-texts.ts";
import { NoticeDialog } from "../../parts/notice-dialog.tsx";
import { SaidText } from "../../parts/said.tsx";
import { LevelMark } from "./level.tsx";
import { levelOf } from "./rows.ts";

/** Everything that is known of one app that came with the phone. */
export function AboutApp(props: {
  readonly app: PreinstalledApp;
  readonly name: string;
  readonly onClose: () => void;
}): JSX.Element {
  const { app } = props;
  const rows = (): readonly (readonly [term: string, text: JSX.Element])[] => [
    ...(app.listed
      ? ([
          [t("preinstalled.does"), <SaidText said={whatItDoes(app.listed)} />],
          [t("preinstalled.cost"), <SaidText said={whatIsLost(app.listed)} />],
          [
            t("preinstalled.collects"),
            app.listed.collects === null
              ? t("preinstalled.collectsNone")
              : t(`preinstalled.collects.${app.listed.collects}`),
          ],
          [t("preinstalled.maker"), <bdi>{app.listed.maker}</bdi>],
          [t("preinstalled.evidence"), <Evidence listed={app.listed} />],
        ] as const)
      : []),
    [t("preinstalled.came"), t(app.system ? "preinstalled.cameSystem" : "preinstalled.cameAdded")],
    [t("preinstalled.neededBy"), app.neededBy.length > 0 ? app.neededBy.join(", ") : t("preinstalled.neededByNone")],
    [
      t("preinstalled.sees"),
      app.permissions.length > 0
        ? app.permissions.map((each) => each.toLowerCase().replaceAll("_", " ")).join(", ")
        : t("preinstalled.seesNothing"),
    ],
    [t("preinstalled.network"), t(app.network ? "preinstalled.networkYes" : "preinstalled.networkNo")],
    ...app.states.map(({ user, state }) => [`${t("table.user")} ${user}`, t(`preinstalled.state.${state}`)] as const),
    ...(app.uad
      ? ([[t("preinstalled.uad"), <span lang="en">{`${app.uad.removal}. ${app.uad.description}`}</span>]] as const)
      : []),
  ];
  return (
    <NoticeDialog title={props.name} loading={false} failure={null} onClose={props.onClose}>
      <p>
        <code>{app.name}</code>
      </p>
      <p class="row wrap">
        <LevelMark level={levelOf(app)} /> {t(`preinstalled.levelAbout.${levelOf(app)}`)}
      </p>
      <dl class="facts">
        <For each={rows()}>
          {([term, text]) => (
            <>
              <dt>{term}</dt>
              <dd>{text}</dd>
            </>
          )}
        </For>
      </dl>
    </NoticeDialog>
  );
}

function Evidence(props: { readonly listed: NonNullable<PreinstalledApp["listed"]> }): JSX.Element {
  return (
    <>
      {t(`preinstalled.evidence.${props.listed.evidence}`)}{" "}
      <Show when={props.listed.source.startsWith("https://")} fallback={<span lang="en">{props.listed.source}</span>}>
        <a href={props.listed.source} target="_blank" rel="noreferrer noopener">
          {props.listed.source.replace(/^https:\/\/(?:www\.)?/, "")}
        </a>
      </Show>
    </>
  );
}

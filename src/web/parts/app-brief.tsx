import { createMemo, type JSX, Show } from "solid-js";
import type { AppInDepth } from "../../centre/app-in-depth.ts";
import { pictureOfIcon } from "../app-picture.ts";
import { formatBytes, formatNumber, t } from "../i18n.ts";
import { openedWords } from "./app-rows.tsx";
import { AppTile } from "./app-tile.tsx";
import { Phrase } from "./said.tsx";

/** What an app is, in a few lines. */
export function AppBrief(props: { readonly app: AppInDepth }): JSX.Element {
  const row = () => props.app.row;
  const picture = createMemo(() => pictureOfIcon(row().icon));
  const number = (value: number | null) => (value === null ? t("apps.notRead") : formatNumber(value));
  return (
    <header class="app-head">
      <AppTile name={row().name} picture={picture()} size="large" />
      <div class="grow">
        <h1>
          <bdi>{row().name}</bdi>
        </h1>
        <p class="soft">
          <code>{row().package}</code>
          <Show when={row().version}>{(version) => <> · {t("app.version", { version: version() })}</>}</Show>
        </p>
      </div>
      <dl class="app-brief">
        <Fact name={t("apps.sort.origin")}>
          {t(`apps.origin.${row().origin.kind}`)}
          <Show when={row().origin.kind === "shop" || row().origin.kind === "outside"}>
            : <Phrase of={row().origin.words} />
          </Show>
        </Fact>
        <Fact name={t("app.signer")}>
          <span lang="en">{row().signer}</span>
        </Fact>
        <Fact name={t("apps.sort.trackers")}>{number(row().trackers)}</Fact>
        <Fact name={t("app.dangerous")}>{number(row().dangerous)}</Fact>
        <Fact name={t("apps.sort.opened")}>{openedWords(row().lastOpened)}</Fact>
        <Fact name={t("app.users")}>{row().users.join(", ") || t("app.noUser")}</Fact>
        <Fact name={t("apps.sort.size")}>
          {row().size === null ? t("apps.opened.unknown") : formatBytes(row().size ?? 0)}
        </Fact>
      </dl>
    </header>
  );
}

function Fact(props: { readonly name: string; readonly children: JSX.Element }): JSX.Element {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

import { createMemo, createSignal, type JSX, Show } from "solid-js";
import type { PreinstalledApp } from "../../../centre/preinstalled.ts";
import type { Way } from "../../../centre/preinstalled-choice.ts";
import { t } from "../../i18n.ts";
import { whatItDoes } from "../../package-texts.ts";
import { useAppFaces } from "../../parts/app-faces.ts";
import { LiveView, useLive } from "../../parts/live.tsx";
import type { Examined } from "../examination.tsx";
import { AboutApp } from "./about.tsx";
import { AwayBar, PutAway } from "./away.tsx";
import { Rescue, SelectionFile } from "./files.tsx";
import { Filters } from "./filters.tsx";
import { Presets } from "./presets.tsx";
import { RestoreDialog } from "./restore-dialog.tsx";
import { levelOf, type Shown, shownApps, stateFor, type Told } from "./rows.ts";
import { PreinstalledTable } from "./table.tsx";
import "../../style/tables.css";
import "../permissions/permissions.css";
import "./preinstalled.css";

/** What came with the phone: what each app does and sends, what is lost without it; away with it, and back. */
export default function PreinstalledView(props: { readonly id: string; readonly examined: Examined }): JSX.Element {
  const [of, setOf] = createSignal({ user: 0 });
  return (
    <>
      <h1>{t("preinstalled.title")}</h1>
      <Show when={of()} keyed>
        {({ user }) => (
          <OfUser id={props.id} examined={props.examined} user={user} onUser={(next) => setOf({ user: next })} />
        )}
      </Show>
    </>
  );
}

function OfUser(props: {
  readonly id: string;
  readonly examined: Examined;
  readonly user: number;
  readonly onUser: (user: number) => void;
}): JSX.Element {
  const phone = () => props.examined.examination?.phone ?? null;
  const live = useLive<Told>({
    id: props.id,
    phone: phone(),
    part: `preinstalled?user=${props.user}`,
    examinedAt: props.examined.report.takenAt,
  });
  const count = () => live.value()?.apps.filter((app) => stateFor(app, props.user) !== undefined).length;
  const model = () => props.examined.report.device["name"] ?? live.value()?.model ?? t("preinstalled.thisPhone");
  return (
    <>
      <Show when={count()}>
        {(apps) => <p class="lead soft">{t("preinstalled.lead", { count: apps(), phone: model() })}</p>}
      </Show>
      <LiveView live={live} phone={phone()}>
        {(told) => (
          <Loaded
            id={props.id}
            phone={phone()}
            told={told()}
            user={props.user}
            onUser={props.onUser}
            onChanged={() => void live.read()}
          />
        )}
      </LiveView>
    </>
  );
}

/** What is being done about apps that are chosen. */
type Doing =
  | { readonly do: "away"; readonly names: readonly string[]; readonly way: Way }
  | { readonly do: "back"; readonly names: readonly string[] | null };

interface LoadedProps {
  readonly id: string;
  readonly phone: string | null;
  readonly told: Told;
  readonly user: number;
  readonly onUser: (user: number) => void;
  readonly onChanged: () => void;
}

function Loaded(props: LoadedProps): JSX.Element {
  const { faces, names } = useAppFaces(props.id);
  const nameOf = (name: string) => names().get(name) ?? name;
  const [shown, setShown] = createSignal<Shown>(firstShown);
  const [chosen, setChosen] = createSignal<ReadonlySet<string>>(new Set<string>());
  const [about, setAbout] = createSignal<PreinstalledApp>();
  const [doing, setDoing] = createSignal<Doing>();
  const rows = createMemo(() => {
    const wanted = shown();
    const of = wanted.filter === "chosen" ? chosen() : undefined;
    return shownApps(props.told, props.user, wanted, names(), of, (listed) => whatItDoes(listed).text);
  });
  const here = createMemo(() => props.told.apps.filter((app) => stateFor(app, props.user) !== undefined));
  const chosenApps = () => here().filter(({ name }) => chosen().has(name));
  const choose = (picked: readonly string[], on: boolean) =>
    setChosen((before) => new Set(on ? [...before, ...picked] : [...before].filter((name) => !picked.includes(name))));
  const chooseOnly = (wanted: readonly string[]) => {
    const found = here().filter((app) => wanted.includes(app.name) && levelOf(app) !== "never");
    setChosen(new Set(found.map(({ name }) => name)));
    // What a choice takes is seen before anything is done.
    setShown({ filter: "chosen", level: null, search: "" });
    return found.length;
  };
  const clear = () => {
    setChosen(new Set<string>());
    if (shown().filter === "chosen") setShown(firstShown);
  };
  return (
    <>
      <Show when={props.phone !== null}>
        <Presets told={props.told} onChoose={chooseOnly} />
      </Show>
      <Filters shown={shown()} users={props.told.users} user={props.user} onChange={setShown} onUser={props.onUser} />
      <p class="soft" role="status">
        {t("table.shown", { shown: rows().length, count: here().length, app: here().length })}
      </p>
      <Show when={rows().length > 0} fallback={<p>{t("findings.none")}</p>}>
        <PreinstalledTable
          rows={rows()}
          user={props.user}
          faces={faces()}
          names={names()}
          chosen={props.phone === null ? null : chosen()}
          onChoose={choose}
          onOpen={setAbout}
        />
      </Show>
      <Show when={chosenApps().length > 0}>
        <AwayBar
          apps={chosenApps()}
          user={props.user}
          onClear={clear}
          onAway={(apps, way) => setDoing({ do: "away", names: apps, way })}
          onBack={(apps) => setDoing({ do: "back", names: apps })}
        />
      </Show>
      <Show when={props.phone}>
        {(phone) => (
          <>
            <SelectionFile chosen={[...chosen()]} model={props.told.model ?? ""} onOpen={chooseOnly} />
            <Rescue phone={phone()} onRestoreAll={() => setDoing({ do: "back", names: null })} />
            <Doings
              doing={doing()}
              phone={phone()}
              told={props.told}
              user={props.user}
              nameOf={nameOf}
              onClose={(changed) => {
                setDoing(undefined);
                if (!changed) return;
                clear();
                props.onChanged();
              }}
            />
          </>
        )}
      </Show>
      <Show when={about()} keyed>
        {(app) => <AboutApp app={app} name={nameOf(app.name)} onClose={() => setAbout(undefined)} />}
      </Show>
    </>
  );
}

const firstShown: Shown = { filter: "advised", level: null, search: "" };

function Doings(props: {
  readonly doing: Doing | undefined;
  readonly phone: string;
  readonly told: Told;
  readonly user: number;
  readonly nameOf: (name: string) => string;
  readonly onClose: (changed: boolean) => void;
}): JSX.Element {
  return (
    <Show when={props.doing} keyed>
      {(doing) =>
        doing.do === "away" ? (
          <PutAway
            phone={props.phone}
            told={props.told}
            user={props.user}
            names={doing.names}
            way={doing.way}
            nameOf={props.nameOf}
            onClose={props.onClose}
          />
        ) : (
          <RestoreDialog phone={props.phone} packages={doing.names} user={props.user} onClose={props.onClose} />
        )
      }
    </Show>
  );
}

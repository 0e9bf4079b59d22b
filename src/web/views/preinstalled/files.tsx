import { createSignal, type JSX, Show } from "solid-js";
import { ask, type Failure } from "../../api.ts";
import { t } from "../../i18n.ts";
import { ChooseFiles } from "../../parts/choose-files.tsx";
import { Failed, failureIn } from "../../parts/loading.tsx";
import { saveFile } from "../../parts/save-file.ts";

/** Bytes of a selection file: names of a few thousand apps. */
const maxFile = 900_000;

/** A choice as a file, to be kept, shared and used on another phone. */
export function SelectionFile(props: {
  readonly chosen: readonly string[];
  readonly model: string;
  /** Takes the names of a file, and says how many of them this phone has. */
  readonly onOpen: (packages: readonly string[]) => number;
}): JSX.Element {
  const [failure, setFailure] = createSignal<Failure>();
  const [opened, setOpened] = createSignal<{ readonly count: number; readonly all: number }>();
  const trying = async (work: () => Promise<void>) => {
    setFailure(undefined);
    setOpened(undefined);
    await work().catch((error: unknown) => setFailure(failureIn(error)));
  };
  const save = () =>
    trying(async () => {
      const body = { packages: props.chosen, about: props.model };
      const { text } = await ask<{ readonly text: string }>("/preinstalled/selection/write", { body });
      saveFile("candor-selection.json", text, "application/json");
    });
  const open = (file: File) =>
    trying(async () => {
      const text = await file.slice(0, maxFile).text();
      const { packages } = await ask<{ readonly packages: readonly string[] }>("/preinstalled/selection/read", {
        body: { text },
      });
      setOpened({ count: props.onOpen(packages), all: packages.length });
    });
  return (
    <section class="section no-print">
      <h2>{t("preinstalled.file")}</h2>
      <div class="row wrap">
        <button type="button" class="button quiet" disabled={props.chosen.length === 0} onClick={() => void save()}>
          {t("preinstalled.save")}
        </button>
        <ChooseFiles accept=".json,application/json" onFiles={([file]) => file && void open(file)}>
          {t("preinstalled.open")}
        </ChooseFiles>
      </div>
      <Show when={opened()}>
        {(found) => (
          <p class="notice" role="status">
            {t("preinstalled.opened", found())}
          </p>
        )}
      </Show>
      <Show when={failure()}>{(why) => <Failed failure={why()} />}</Show>
    </section>
  );
}

/** The script that brings everything back with nothing but adb, and everything back from here. */
export function Rescue(props: { readonly phone: string; readonly onRestoreAll: () => void }): JSX.Element {
  const [failure, setFailure] = createSignal<Failure>();
  const [none, setNone] = createSignal(false);
  const save = async () => {
    setFailure(undefined);
    setNone(false);
    try {
      const path = `/phones/${encodeURIComponent(props.phone)}/rescue`;
      const { script, apps, name } = await ask<{
        readonly script: string;
        readonly apps: number;
        readonly name: string;
      }>(path, { method: "POST" });
      if (apps === 0) setNone(true);
      else saveFile(name, script, "application/x-sh");
    } catch (error) {
      setFailure(failureIn(error));
    }
  };
  return (
    <section class="section no-print">
      <h2>{t("preinstalled.rescue")}</h2>
      <p>{t("preinstalled.rescueAbout")}</p>
      <div class="row wrap">
        <button type="button" class="button quiet" onClick={() => void save()}>
          {t("preinstalled.rescueSave")}
        </button>
        <button type="button" class="button quiet" onClick={() => props.onRestoreAll()}>
          {t("preinstalled.restoreEverything")}
        </button>
      </div>
      <Show when={none()}>
        <p class="notice" role="status">
          {t("preinstalled.awayNone")}
        </p>
      </Show>
      <Show when={failure()}>{(why) => <Failed failure={why()} />}</Show>
    </section>
  );
}

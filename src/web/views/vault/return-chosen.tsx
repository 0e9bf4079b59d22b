import { createSignal, type JSX, Show } from "solid-js";
import { t } from "../../i18n.ts";
import { ReturnFlow } from "./return-flow.tsx";
import { useStagedWork } from "./staged-work.ts";

/** Puts what is chosen in a folder of a snapshot on a phone; the folder itself where nothing is chosen. */
export default function ReturnChosen(props: {
  readonly vault: string;
  readonly snapshot: string;
  readonly chosen: ReadonlySet<string>;
  /** Empty for the whole snapshot. */
  readonly folder: string;
}): JSX.Element {
  const [open, setOpen] = createSignal(false);
  const work = useStagedWork(props.vault, ["return-plan", "return"], { takesUp: [], onEnd: () => undefined });
  const files = () => (props.chosen.size > 0 ? [...props.chosen] : props.folder === "" ? [] : [props.folder]);
  const does = () => {
    if (props.chosen.size > 0) return t("return.chosen", { count: props.chosen.size });
    return t(props.folder === "" ? "return.all" : "return.folder");
  };
  const isShown = () => open() || work.state().state !== "idle";
  return (
    <Show
      when={isShown()}
      fallback={
        <button type="button" class="button quiet return-chosen" onClick={() => setOpen(true)}>
          {does()}
        </button>
      }
    >
      <section class="card column return-chosen" aria-label={t("return.title")}>
        <h2>{t("return.title")}</h2>
        <p>{t("return.about")}</p>
        <ReturnFlow vault={props.vault} snapshot={props.snapshot} files={files()} base={props.folder} work={work} />
        <Show when={!work.busy()}>
          <div class="row">
            <button
              type="button"
              class="button quiet"
              onClick={() => {
                work.clear();
                setOpen(false);
              }}
            >
              {t("return.close")}
            </button>
          </div>
        </Show>
      </section>
    </Show>
  );
}

import { createSignal, type JSX, Show } from "solid-js";
import { ask } from "../../api.ts";
import { t } from "../../i18n.ts";

/** The recovery sheet as the server writes it. */
export interface Sheet {
  readonly html: string;
  readonly text: string;
}

/** @throws ApiError for a wrong passphrase */
export const readSheet = (passphrase: string): Promise<Sheet> => ask<Sheet>("/privacy/sheet", { body: { passphrase } });

/** The recovery sheet, to be printed or kept as a file; it leaves the page when the person says that it is safe. */
export function RecoverySheet(props: {
  readonly sheet: Sheet;
  /** What holding it means, where that is something else than for the privacy password. */
  readonly about?: string;
  readonly onDone: () => void;
}): JSX.Element {
  const [kept, setKept] = createSignal(false);
  const save = () => {
    const address = URL.createObjectURL(new Blob([props.sheet.html], { type: "text/html" }));
    const link = document.createElement("a");
    link.href = address;
    link.download = "candor-recovery-sheet.html";
    link.click();
    URL.revokeObjectURL(address);
    setKept(true);
  };
  return (
    <>
      <div class="no-print">
        <h1>{t("sheet.title")}</h1>
        <p class="notice ask">{props.about ?? t("sheet.about")}</p>
        <div class="row wrap">
          <button
            type="button"
            class="button"
            onClick={() => {
              setKept(true);
              print();
            }}
          >
            {t("sheet.print")}
          </button>
          <button type="button" class="button quiet" onClick={save}>
            {t("sheet.save")}
          </button>
          <button type="button" class="button quiet" onClick={() => props.onDone()}>
            {kept() ? t("sheet.done") : t("sheet.later")}
          </button>
        </div>
        <Show when={kept()}>
          <p role="status">{t("sheet.kept")}</p>
        </Show>
      </div>
      <pre class="sheet" lang="en" tabindex="0">
        {props.sheet.text}
      </pre>
    </>
  );
}

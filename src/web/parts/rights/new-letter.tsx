import type { JSX } from "solid-js";
import type { LetterWithoutRecord } from "../../../centre/rights-page.ts";
import type { ReportLetter } from "../../../centre/traffic-letter.ts";
import { ask } from "../../api.ts";
import { t } from "../../i18n.ts";
import { Choose, LetterWriting } from "./letter-writing.tsx";

const regions = ["EU", "GB", "CH", "IN", "ID", "BR", "CN", "TR", "US-CA", "RU", "VN"] as const;

/** A letter to a company of which there is no record of traffic. */
export function NewLetter(props: { readonly onFiled: () => void }): JSX.Element {
  return (
    <details class="card column no-print">
      <summary>{t("rights.new")}</summary>
      <p class="soft">{t("rights.newAbout")}</p>
      <LetterWriting
        filed={true}
        write={async (wish, text) => {
          const region = text("region") as LetterWithoutRecord["region"];
          const body: LetterWithoutRecord = { ...wish, to: text("to"), region };
          const written = await ask<ReportLetter>("/rights/letters", { body });
          if (written.request !== null) props.onFiled();
          return written;
        }}
      >
        <label>
          {t("rights.newTo")}
          <input type="text" name="to" required maxlength={300} />
        </label>
        <Choose
          name="region"
          label={t("traffic.region")}
          of={regions}
          say={(each) => t(`traffic.region.${each as (typeof regions)[number]}`)}
        />
      </LetterWriting>
    </details>
  );
}

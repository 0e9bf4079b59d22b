import { createResource, createSignal, type JSX } from "solid-js";
import type { KnownRecipient } from "../../../centre/known-recipients.ts";
import type { RedactionLevel } from "../../../centre/redact-snapshot.ts";
import { ask } from "../../api.ts";
import { t } from "../../i18n.ts";
import { Fetched } from "../../parts/fetched.tsx";
import { Link } from "../../parts/link.tsx";
import { type Level, RedactionLevels } from "../../parts/redaction-levels.tsx";
import "../../style/tables.css";
import "../../style/keeping.css";
import "../../style/evidence.css";
import { SealForm } from "./seal-form.tsx";
import "./share.css";

interface Found {
  readonly levels: readonly Level[];
  readonly known: readonly KnownRecipient[];
}

/** Seals an examination for a helper; what is taken out is shown before. */
export default function ShareExamination(props: { readonly id: string }): JSX.Element {
  const [redaction, setRedaction] = createSignal<RedactionLevel>("identifiers");
  const [found, { refetch }] = createResource(
    () => props.id,
    async (id): Promise<Found> => {
      const [{ levels }, { known }] = await Promise.all([
        ask<Pick<Found, "levels">>(`/examinations/${encodeURIComponent(id)}/redaction`),
        ask<Pick<Found, "known">>("/share"),
      ]);
      return { levels, known };
    },
  );
  return (
    <div class="page share evidence-page">
      <p class="no-print row wrap">
        <Link to={`/e/${encodeURIComponent(props.id)}`}>{t("nav.overview")}</Link>
        <Link to="/share">{t("share.back")}</Link>
      </p>
      <h1>{t("share.examinationTitle")}</h1>
      <p class="soft lead">{t("share.examinationLead")}</p>
      <Fetched from={found} again={() => void refetch()}>
        {(now) => (
          <SealForm
            what={{ examination: props.id, redaction: redaction() }}
            known={now().known}
            onKnown={() => void refetch()}
          >
            <RedactionLevels of={now().levels} chosen={redaction()} onChoose={setRedaction} />
            <p class="soft">{t("share.stays")}</p>
          </SealForm>
        )}
      </Fetched>
    </div>
  );
}

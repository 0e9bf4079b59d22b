import { createResource, createSignal, type JSX, Show } from "solid-js";
import type { MadeEvidence } from "../../../centre/evidence-desk.ts";
import type { KnownRecipient } from "../../../centre/known-recipients.ts";
import { ask } from "../../api.ts";
import { t } from "../../i18n.ts";
import { Fetched } from "../../parts/fetched.tsx";
import { SealForm } from "../share/seal-form.tsx";
import "../share/share.css";

/** Seals a package that was made for the person who is to have it. */
export function SealPackage(props: { readonly of: MadeEvidence }): JSX.Element {
  const [open, setOpen] = createSignal(false);
  return (
    <details class="card column whole" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t("evidence.sealFor")}</summary>
      <p>{t("evidence.sealAbout")}</p>
      <Show when={open()}>
        <Form id={props.of.id} />
      </Show>
    </details>
  );
}

function Form(props: { readonly id: string }): JSX.Element {
  const [shared, { refetch }] = createResource(() => ask<{ readonly known: readonly KnownRecipient[] }>("/share"));
  return (
    <Fetched from={shared} again={() => void refetch()}>
      {(now) => <SealForm what={{ evidence: props.id }} known={now().known} onKnown={() => void refetch()} />}
    </Fetched>
  );
}

import { createSignal, onCleanup, onMount } from "solid-js";

/** Takes files that are dropped anywhere on the page; says whether some are held over it. */
export function useDrop(isBusy: () => boolean, take: (files: readonly File[]) => void): () => boolean {
  const [over, setOver] = createSignal(false);
  const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") === true;
  const onOver = (event: DragEvent) => {
    if (!carriesFiles(event)) return;
    // A page that does not say that it takes the file makes the browser leave it for the file.
    event.preventDefault();
    setOver(!isBusy());
  };
  const onLeave = (event: DragEvent) => {
    if (event.relatedTarget === null) setOver(false);
  };
  const onDrop = (event: DragEvent) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    setOver(false);
    if (!isBusy()) take([...(event.dataTransfer?.files ?? [])]);
  };
  onMount(() => {
    addEventListener("dragover", onOver);
    addEventListener("dragleave", onLeave);
    addEventListener("drop", onDrop);
  });
  onCleanup(() => {
    removeEventListener("dragover", onOver);
    removeEventListener("dragleave", onLeave);
    removeEventListener("drop", onDrop);
  });
  return over;
}

import { createSignal, onCleanup, onMount } from "solid-js";
import { type Failure, failureIn } from "../api.ts";

/** Takes files that are dropped anywhere on the page, a folder as one zip; says whether some are held over it. */
export function useDrop(
  isBusy: () => boolean,
  take: (files: readonly File[]) => void,
  fail: (failure: Failure) => void = () => undefined,
): () => boolean {
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
    if (isBusy()) return;
    const folder = folderIn(event.dataTransfer);
    if (folder) void zippedThen(folder);
    else take([...(event.dataTransfer?.files ?? [])]);
  };
  const zippedThen = async (folder: FileSystemEntry) => {
    try {
      const { zippedEntry } = await import("./zipped-folder.ts");
      take([await zippedEntry(folder)]);
    } catch (error) {
      fail(failureIn(error));
    }
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

/** The one folder that is dropped; what was dropped can only be asked while that is told. */
function folderIn(data: DataTransfer | null): FileSystemEntry | undefined {
  const entries = [...(data?.items ?? [])].flatMap((item) => item.webkitGetAsEntry() ?? []);
  return entries.length === 1 ? entries.find(({ isDirectory }) => isDirectory) : undefined;
}

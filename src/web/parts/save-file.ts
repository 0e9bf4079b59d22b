/** Gives the person a text, or bytes, as a file, as a download does. Nothing leaves the computer. */
export function saveFile(name: string, text: string | Blob, type = "text/plain"): void {
  const url = URL.createObjectURL(typeof text === "string" ? new Blob([text], { type }) : text);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the blob after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

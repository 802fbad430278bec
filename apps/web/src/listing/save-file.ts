/** Saves a file as a download of the browser. */
export function saveFile(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads it after the click has been worked off.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

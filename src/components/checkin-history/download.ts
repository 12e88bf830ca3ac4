/** Some browsers read the address only after a while; then it is given back. */
const KEEP_MS = 30_000;

/** Hands a file to the person. A Blob and a link, which a strict Content Security Policy allows. */
export function download(name: string, type: string, content: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEEP_MS);
}

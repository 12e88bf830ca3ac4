/** Puts values into words: `fill('Ask {name}', { name: 'Maya' })`. */
export function fill(words: string, values: Readonly<Record<string, string | undefined>>): string {
  return words.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}

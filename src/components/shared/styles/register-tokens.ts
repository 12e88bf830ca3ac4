const TYPES = [
  ['accent', '<color>', '#2c6e63'],
  ['radius', '<length-percentage>', '14px'],
  ['density', '<number>', '1'],
] as const;

/**
 * A mistyped token (`--wf-accent: #zzz`) would take with it every colour that is calculated from it.
 * With a type the browser drops it, and the default stands in. Types hold for the whole page, so the
 * provider registers them, and of the names that the elements read a token into, never of the
 * page's own: what a page writes into its tokens is left as it is.
 */
export function registerTokens(): void {
  for (const [name, syntax, initialValue] of TYPES)
    try {
      CSS.registerProperty({ name: `--_wf-${name}`, syntax, initialValue, inherits: true });
    } catch {
      // By another version of Wayfellow already; or a browser that cannot: then only right ones work.
    }
}

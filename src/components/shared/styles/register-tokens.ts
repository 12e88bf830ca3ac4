const REGISTERED = [
  { name: '--_wf-accent', syntax: '<color>', initialValue: '#2c6e63' },
  { name: '--_wf-radius', syntax: '<length-percentage>', initialValue: '14px' },
  { name: '--_wf-density', syntax: '<number>', initialValue: '1' },
];

/**
 * A mistyped token (`--wf-accent: #zzz`) would take with it every colour that is calculated from it.
 * With a type the browser drops it, and the default stands in. Registrations hold for the whole
 * page, so they are of the names that the elements read a token into, never of the page's own: what a
 * page writes into its tokens is left as it is.
 */
export function registerTokens(): void {
  for (const token of REGISTERED)
    try {
      CSS.registerProperty({ ...token, inherits: true });
    } catch {
      // By another version of Wayfellow already; or a browser that cannot: then only right ones work.
    }
}

import { css } from 'lit';

/**
 * Every colour comes from `--wf-accent` in OKLCH, in light and in dark by `light-dark()`, which
 * follows the page's `color-scheme`. Names that begin with `--_` are internal.
 *
 * Lightness bounds are chosen by contrast: relative luminance is about L³ for the sRGB gamut, so
 * white text needs L ≤ 0.54 and black text L ≥ 0.62 to reach 4.5:1. Beyond chroma 0.1 greens and
 * cyans leave the gamut and a screen shows them lighter than they say, so such accents go darker.
 * test/components/shared/tokens.test.ts sweeps accents over them.
 */
export const tokens = css`
  :host {
    /* What is calculated with goes through a typed name: register-tokens.ts. */
    --_wf-accent: var(--wf-accent, #2c6e63);
    --_wf-density: var(--wf-density, 1);
    --_wf-radius: var(--wf-radius, 14px);
    --_accent: var(--_wf-accent);
    --_u: calc(4px * var(--_wf-density));
    --_radius: var(--_wf-radius);
    --_radius-s: min(var(--_radius), 10px);

    --_fs: var(--wf-font-size, 1rem);
    --_fs-1: calc(var(--_fs) * 0.8125);
    --_fs-2: calc(var(--_fs) * 0.9375);
    --_fs-3: calc(var(--_fs) * 1.125);
    --_fs-4: clamp(calc(var(--_fs) * 1.25), 1.05rem + 1.2cqi, calc(var(--_fs) * 1.5));
    --_fs-5: clamp(calc(var(--_fs) * 2.25), 1.5rem + 5cqi, calc(var(--_fs) * 3.5));

    /* Step is 1 from L = 0.58 on: light fills jump to ≥ 0.64, dark ones stay ≤ 0.54. */
    --_fill: light-dark(
      oklch(
        from var(--_accent)
          calc(
            min(l, 0.54 - max(0, c - 0.1) * 0.4) + clamp(0, (l - 0.58) * 10000, 1) *
              (clamp(0.64, l, 0.9) - 0.54 + max(0, c - 0.1) * 0.4)
          )
          c h
      ),
      oklch(from var(--_accent) clamp(0.66, l, 0.88) c h)
    );
    --_on-fill: oklch(from var(--_fill) clamp(0, (0.58 - l) * 10000, 1) 0 h);
    /* Edge of a filled control: 3:1 against the surface, also when the fill is pale or near black. */
    --_fill-edge: light-dark(
      oklch(from var(--_fill) min(l, 0.6 - max(0, c - 0.1) * 0.3) c h),
      oklch(from var(--_fill) max(l, 0.62) c h)
    );
    --_accent-text: light-dark(
      oklch(from var(--_accent) clamp(0.3, l, 0.49 - max(0, c - 0.1) * 0.3) c h),
      oklch(from var(--_accent) clamp(0.78, l, 0.92) min(c, 0.13) h)
    );
    --_accent-soft: light-dark(
      oklch(from var(--_accent) 0.96 min(c * 0.25, 0.02) h),
      oklch(from var(--_accent) 0.3 min(c * 0.4, 0.03) h)
    );
    --_accent-line: light-dark(
      oklch(from var(--_accent) 0.85 min(c * 0.5, 0.06) h),
      oklch(from var(--_accent) 0.45 min(c * 0.6, 0.07) h)
    );

    --_surface: var(
      --wf-surface,
      light-dark(
        oklch(from var(--_accent) 0.996 min(c, 0.003) h),
        oklch(from var(--_accent) 0.215 min(c, 0.012) h)
      )
    );
    --_inset: light-dark(
      oklch(from var(--_accent) 0.972 min(c, 0.006) h),
      oklch(from var(--_accent) 0.26 min(c, 0.014) h)
    );
    --_text: var(
      --wf-text,
      light-dark(
        oklch(from var(--_accent) 0.25 min(c, 0.02) h),
        oklch(from var(--_accent) 0.95 min(c, 0.008) h)
      )
    );
    --_muted: light-dark(
      oklch(from var(--_accent) 0.47 min(c, 0.02) h),
      oklch(from var(--_accent) 0.77 min(c, 0.015) h)
    );
    --_line: light-dark(
      oklch(from var(--_accent) 0.905 min(c, 0.012) h),
      oklch(from var(--_accent) 0.34 min(c, 0.018) h)
    );
    /* Edge of a control: 3:1 against surface and inset. */
    --_edge: light-dark(
      oklch(from var(--_accent) 0.6 min(c, 0.02) h),
      oklch(from var(--_accent) 0.64 min(c, 0.02) h)
    );

    --_success: light-dark(oklch(0.46 0.1 155), oklch(0.82 0.12 155));
    --_success-soft: light-dark(oklch(0.96 0.03 155), oklch(0.29 0.04 155));
    --_caution: light-dark(oklch(0.47 0.09 70), oklch(0.86 0.1 80));
    --_caution-soft: light-dark(oklch(0.965 0.03 85), oklch(0.3 0.04 75));
    --_urgent: light-dark(oklch(0.48 0.17 22), oklch(0.8 0.12 22));

    --_quick: 140ms cubic-bezier(0.2, 0, 0, 1);
    --_slow: 240ms cubic-bezier(0.2, 0, 0, 1);
  }

  @media (prefers-reduced-motion: reduce) {
    :host {
      --_quick: 0s;
      --_slow: 0s;
    }
  }

  /* Quiet words and lines speak up for who asks for it. */
  @media (prefers-contrast: more) {
    :host {
      --_muted: var(--_text);
      --_line: var(--_edge);
      --_accent-line: var(--_edge);
      --_edge: light-dark(
        oklch(from var(--_accent) 0.42 min(c, 0.02) h),
        oklch(from var(--_accent) 0.82 min(c, 0.015) h)
      );
    }
  }
`;

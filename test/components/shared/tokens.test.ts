import { expect } from '@open-wc/testing';
import { css, LitElement } from 'lit';
import '../../../src/components/mentorship-provider/define.js';
import { tokens } from '../../../src/components/shared/styles/tokens.js';

/** Draws nothing; its computed colours are the tokens'. */
class TokenProbe extends LitElement {
  static override styles = [
    tokens,
    css`
      :host {
        display: block;
      }
    `,
  ];
}
customElements.define('token-probe', TokenProbe);

type Rgb = readonly [number, number, number];

const context = Object.assign(document.createElement('canvas'), {
  width: 1,
  height: 1,
}).getContext('2d', { willReadFrequently: true })!;

/** What a screen of the sRGB gamut shows. */
function shown(color: string): Rgb {
  context.fillStyle = '#000';
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0] = context.getImageData(0, 0, 1, 1).data;
  return [r, g, b];
}

function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((channel) => {
    const c = channel / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: Rgb, b: Rgb): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

/** What lies on what, and how much it must differ (WCAG 2.2, 1.4.3 and 1.4.11). */
const PAIRS: readonly (readonly [front: string, back: string, least: number])[] = [
  ...['--_text', '--_muted', '--_accent-text'].flatMap((front) =>
    ['--_surface', '--_inset'].map((back) => [front, back, 4.5] as const),
  ),
  ['--_text', '--_accent-soft', 4.5],
  ['--_accent-text', '--_accent-soft', 4.5],
  ['--_on-fill', '--_fill', 4.5],
  ...['success', 'caution'].flatMap((name) => [
    [`--_${name}`, `--_${name}-soft`, 4.5] as const,
    [`--_${name}`, '--_surface', 4.5] as const,
    ['--_text', `--_${name}-soft`, 4.5] as const,
  ]),
  ['--_urgent', '--_surface', 4.5],
  ['--_edge', '--_surface', 3],
  ['--_edge', '--_inset', 3],
  ['--_fill-edge', '--_surface', 3],
  ['--_fill-edge', '--_inset', 3],
  // The focus ring.
  ['--_accent-text', '--_surface', 3],
];

/** What must hold besides for who asks for more contrast. */
const MORE_PAIRS: typeof PAIRS = [
  ['--_muted', '--_surface', 7],
  ['--_muted', '--_inset', 7],
  ['--_line', '--_surface', 4.5],
  ['--_edge', '--_surface', 4.5],
  ['--_edge', '--_inset', 4.5],
];

const ACCENTS = [
  ...[0.15, 0.35, 0.5, 0.56, 0.6, 0.75, 0.92].flatMap((l) =>
    [0.03, 0.13, 0.3].flatMap((c) =>
      [0, 60, 110, 150, 200, 260, 320].map((h) => `oklch(${l} ${c} ${h})`),
    ),
  ),
  ...['#fff3a0', '#0a0a0a', '#000', '#fff', '#808080'],
  ...['#f00', '#0f0', '#00f', '#ff0', '#0ff', '#f0f'],
  ...['#2c6e63', '#1d5fa8', '#7a3e9d', '#9a3b26', '#3d6b2f'],
];

/** What falls short of its contrast, accent by accent. */
async function faultsOf(probe: TokenProbe, pairs: typeof PAIRS): Promise<string[]> {
  document.body.append(probe);
  await probe.updateComplete;
  const names = [...new Set(pairs.flatMap(([front, back]) => [front, back]))];
  const faults: string[] = [];
  for (const accent of ACCENTS) {
    probe.style.setProperty('--wf-accent', accent);
    const rgb = new Map(
      names.map((name) => {
        probe.style.backgroundColor = `var(${name})`;
        return [name, shown(getComputedStyle(probe).backgroundColor)] as const;
      }),
    );
    for (const [front, back, least] of pairs) {
      const is = contrast(rgb.get(front)!, rgb.get(back)!);
      if (is < least) faults.push(`${accent}: ${front} on ${back} ${is.toFixed(2)} < ${least}`);
    }
  }
  probe.remove();
  return faults;
}

/** The declarations for `prefers-contrast: more`, which the browser of the tests does not ask for. */
function moreContrast(): CSSStyleDeclaration {
  const media = [...tokens.styleSheet!.cssRules].find(
    (rule): rule is CSSMediaRule =>
      rule instanceof CSSMediaRule && rule.conditionText.includes('prefers-contrast'),
  );
  return (media!.cssRules[0] as CSSStyleRule).style;
}

describe('tokens', () => {
  for (const scheme of ['light', 'dark']) {
    it(`keep their contrast for ${ACCENTS.length} accents, ${scheme}`, async () => {
      const probe = document.createElement('token-probe') as TokenProbe;
      probe.style.colorScheme = scheme;
      const faults = await faultsOf(probe, PAIRS);
      expect(faults.slice(0, 40).join('\n'), `${faults.length} faults`).to.equal('');
    });

    it(`speak up for who asks for more contrast, ${scheme}`, async () => {
      const probe = document.createElement('token-probe') as TokenProbe;
      probe.style.colorScheme = scheme;
      const more = moreContrast();
      for (const name of more) probe.style.setProperty(name, more.getPropertyValue(name));
      const faults = await faultsOf(probe, [...PAIRS, ...MORE_PAIRS]);
      expect(faults.slice(0, 40).join('\n'), `${faults.length} faults`).to.equal('');
    });
  }

  it('stand in for those that are mistyped, and only for those', async () => {
    const page = document.createElement('div');
    const probe = page.appendChild(document.createElement('token-probe')) as TokenProbe;
    document.body.append(page);
    await probe.updateComplete;
    const look = (written: Record<string, string>) => {
      for (const [name, value] of Object.entries(written)) page.style.setProperty(name, value);
      Object.assign(probe.style, {
        backgroundColor: 'var(--_fill)',
        borderRadius: 'var(--_radius-s)',
        padding: 'var(--_u)',
      });
      const { backgroundColor, borderTopLeftRadius, paddingTop } = getComputedStyle(probe);
      const seen = [shown(backgroundColor).join(), borderTopLeftRadius, paddingTop];
      page.removeAttribute('style');
      return seen;
    };
    const usual = look({});
    expect(usual).to.deep.equal([shown('#2c6e63').join(), '10px', '4px']);
    expect(
      look({ '--wf-accent': '#zzz', '--wf-radius': 'banana', '--wf-density': 'x' }),
    ).to.deep.equal(usual);
    expect(
      look({ '--wf-accent': '#1d5fa8', '--wf-radius': '0', '--wf-density': 'x' }),
    ).to.deep.equal([shown('#1d5fa8').join(), '0px', '4px']);
    // The page's own tokens keep no type: what it writes stays as it wrote it.
    page.style.setProperty('--wf-accent', '#zzz');
    expect(getComputedStyle(page).getPropertyValue('--wf-accent')).to.equal('#zzz');
    page.remove();
  });

  it('tell light from dark, and one accent from another', async () => {
    const probe = document.createElement('token-probe') as TokenProbe;
    document.body.append(probe);
    await probe.updateComplete;
    const fill = (scheme: string, accent: string) => {
      probe.style.colorScheme = scheme;
      probe.style.setProperty('--wf-accent', accent);
      probe.style.backgroundColor = 'var(--_fill)';
      return shown(getComputedStyle(probe).backgroundColor).join();
    };
    const four = [
      fill('light', '#1d5fa8'),
      fill('dark', '#1d5fa8'),
      fill('light', '#9a3b26'),
      fill('dark', '#9a3b26'),
    ];
    expect(new Set(four)).to.have.length(4);
    expect(fill('light', '#1d5fa8'), 'an accent that is dark enough stays itself').to.equal(
      shown('#1d5fa8').join(),
    );
    probe.remove();
  });
});

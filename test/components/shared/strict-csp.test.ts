import { expect } from '@open-wc/testing';

interface Told {
  violation?: string;
  drawn?: boolean;
  hue?: string;
}

describe('a page with a strict CSP', () => {
  it('forbids nothing that the elements do, style bindings and Trusted Types included', async () => {
    const policy =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
      "connect-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html";
    const frame = document.createElement('iframe');
    frame.srcdoc = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}">
      <script type="module" src="/test/support/strict-csp-page.ts"></script>`;
    const violations: string[] = [];
    const last = new Promise<Told>((resolve) => {
      addEventListener('message', ({ data, source }: MessageEvent<Told>) => {
        if (source !== frame.contentWindow) return;
        if (data.violation) violations.push(data.violation);
        else resolve(data);
      });
    });
    document.body.append(frame);
    const { drawn, hue } = await last;
    frame.remove();
    // The page's own attempt, which shows that the policy is in force, and nothing else.
    expect(violations).to.have.length(1);
    expect(violations[0]).to.match(/^style-src-attr/);
    expect(drawn, 'all elements are drawn').to.be.true;
    expect(hue, 'a style binding holds').to.match(/^\d+$/);
  }).timeout(30_000);
});

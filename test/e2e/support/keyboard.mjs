/** What has the focus, through shadow roots, as a person would know it. */
export const focused = (page) =>
  page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    const root = at.getRootNode();
    const by = (at.getAttribute('aria-labelledby') ?? '')
      .split(' ')
      .map((id) => (id ? (root.getElementById(id)?.textContent ?? '') : ''))
      .join(' ');
    const label =
      by.trim() || at.getAttribute('aria-label') || at.labels?.[0]?.textContent || at.textContent;
    return {
      tag: at.localName,
      type: at.type,
      value: at.value,
      label: (label ?? '').trim().replace(/\s+/g, ' '),
    };
  });

/** Presses Tab until what has the focus is the one; fails when it never comes. */
export async function tabTo(page, isIt, presses = 60) {
  for (let i = 0; i <= presses; i++) {
    const at = await focused(page);
    if (isIt(at)) return at;
    await page.keyboard.press('Tab');
  }
  throw new Error(`not found by ${presses} presses of Tab`);
}

/** Waits until something else has the focus; fails when it stays. */
export async function focusLeaves(page, isIt, seconds = 15) {
  for (let i = 0; i < seconds * 20; i++) {
    if (!isIt(await focused(page))) return;
    await page.waitForTimeout(50);
  }
  throw new Error('the focus stayed where it was');
}

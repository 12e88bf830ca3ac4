import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from './browser.mjs';
import { servePortal } from './portal.mjs';

/** `npm run pictures`: takes the README's pictures from the example portal, into docs. */
const PICTURES = [
  { name: 'portal', view: 'team', width: 1280, height: 860 },
  { name: 'mentor-card', view: 'team', width: 390, height: 740, element: 'mentor-card' },
  { name: 'checkin-form', view: 'today', width: 390, height: 740, element: 'checkin-form' },
  {
    name: 'milestone-timeline',
    view: 'progress',
    width: 390,
    height: 740,
    element: 'milestone-timeline',
  },
];

const folder = fileURLToPath(new URL('../docs/', import.meta.url));
mkdirSync(folder, { recursive: true });
const { url, close } = await servePortal({ port: 0 });
const browser = await launchBrowser();
for (const { name, view, width, height, element } of PICTURES) {
  const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: 2 });
  await page.goto(`${url}#/${view}`, { waitUntil: 'networkidle' });
  if (element) {
    const box = await page
      .locator(`${element}:visible`)
      .first()
      .evaluate((shown) => {
        // Alone, without what the portal lays over it.
        for (const other of document.body.querySelectorAll('*'))
          if (/fixed|sticky/.test(getComputedStyle(other).position)) other.style.display = 'none';
        shown.scrollIntoView();
        return shown.getBoundingClientRect().toJSON();
      });
    const clip = { x: box.x, y: box.y, width: box.width, height: Math.min(box.height, height) };
    await page.screenshot({ path: `${folder}${name}.png`, clip });
  } else await page.screenshot({ path: `${folder}${name}.png` });
  await page.close();
}
await browser.close();
await close();

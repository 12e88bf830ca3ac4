import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/components/group-room/define.js';
import type { GroupRoom } from '../../../src/components/group-room/group-room.js';
import { aPerson, aScreen, FakeRoom } from '../../support/fake-room.js';
import { aMeeting, agreed, meetingBackend, minutesFromNow } from '../../support/meetings.js';
import { query, shows } from './support.js';

const WIDTHS = [320, 360, 640, 700, 760, 780, 1000];

const title = { en: 'Asking for help', es: 'Pedir ayuda' };

async function ofWidth(lang: string, meetingId?: string) {
  const soon = { startsAt: minutesFromNow(1500), endsAt: minutesFromNow(1560) };
  const { backend } = meetingBackend([
    aMeeting({ title, accepted: agreed }),
    aMeeting({ id: 'group-2', ...soon }),
    aMeeting({ id: 'group-3', ...soon, status: 'cancelled' }),
  ]);
  const room = new FakeRoom();
  const frame = await fixture(
    html`<div lang=${lang}>
      <group-room
        .backend=${backend}
        .meetingId=${meetingId}
        .roomFactory=${() => Promise.resolve(room)}
      ></group-room>
    </div>`,
  );
  const el = frame.querySelector<GroupRoom>('group-room')!;
  const resize = async (width: number) => {
    (frame as HTMLElement).style.inlineSize = `${width}px`;
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  };
  return { el, room, resize };
}

const nameOf = (element: Element) =>
  `${element.localName}.${element.className} “${element.textContent.replace(/\s+/g, ' ').trim()}”`;

/** What stands out of `box` at either side, or does not have the room for its own words. */
function overflowing(box: Element, inset = 0): string[] {
  const { left, right } = box.getBoundingClientRect();
  return [...box.querySelectorAll('*:not(.visually-hidden, .visually-hidden *, svg *)')]
    .filter((inner) => {
      const rect = inner.getBoundingClientRect();
      if (!rect.width) return false;
      return rect.left < left + inset - 1 || rect.right > right - inset + 1 || isCut(inner);
    })
    .map(nameOf);
}

/** Names in the picture end in an ellipsis; nothing else that is seen may. */
const isCut = (inner: Element) =>
  !inner.closest('.tile') &&
  getComputedStyle(inner).clipPath === 'none' &&
  getComputedStyle(inner).display !== 'inline' &&
  inner.scrollWidth > inner.clientWidth + 1;

describe('<group-room> at any width', () => {
  for (const lang of ['en', 'es'])
    it(`keeps all that is in the room within it (${lang})`, async () => {
      const { el, room, resize } = await ofWidth(lang, 'group-1');
      await shows(el, '[part=enter]');
      query(el, '[part=enter]')!.click();
      await shows(el, '.room');
      room.me({ handRaisedAt: 1 });
      room.others(aPerson('Alexandria Fitzgerald-Montgomery', { microphone: false, camera: true }));
      const box = query(el, '.room')!;
      for (const open of ['nothing', 'people', 'view', 'devices', 'support', 'host']) {
        if (open === 'host') {
          room.me({ host: true });
          room.set({ supportCalls: [{ personId: 'a', name: 'Alexandria', at: 1 }] });
        }
        await el.updateComplete;
        query(el, `[data-panel=${open}]`)?.click();
        await el.updateComplete;
        if (open === 'host') await shows(el, '.host-acts');
        if (open === 'view') await shows(el, '.choices');
        for (const width of WIDTHS) {
          await resize(width);
          const where = `${width} px, ${open} open`;
          expect(box.getBoundingClientRect().width, where).to.be.at.most(width);
          expect(overflowing(box, 4), where).to.deep.equal([]);
        }
      }
    });

  for (const lang of ['en', 'es'])
    it(`has room for the line that is most pressing, and for its button (${lang})`, async () => {
      const { play } = HTMLMediaElement.prototype;
      HTMLMediaElement.prototype.play = () =>
        Promise.reject(new DOMException('', 'NotAllowedError'));
      const { el, room, resize } = await ofWidth(lang, 'group-1');
      await shows(el, '[part=enter]');
      query(el, '[part=enter]')!.click();
      await shows(el, '.room');
      const context = new AudioContext();
      const [audioTrack] = context.createMediaStreamDestination().stream.getAudioTracks();
      room.others(aPerson('Ana', { audioTrack }));
      await shows(el, '.hint .quiet');
      HTMLMediaElement.prototype.play = play;
      for (const width of WIDTHS) {
        await resize(width);
        expect(overflowing(query(el, '.room')!, 4), `${width} px`).to.deep.equal([]);
        const { height } = query(el, '.hint')!.getBoundingClientRect();
        expect(height, `${width} px: the faces keep their room`).to.be.at.most(100);
      }
      await context.close();
    });

  it('keeps the list of sessions within the sheet, with every way in at the same place', async () => {
    const { el, resize } = await ofWidth('en');
    await shows(el, '.sessions .button');
    for (const width of [...WIDTHS, 650]) {
      await resize(width);
      expect(overflowing(query(el, '.sheet')!, 4), `${width} px`).to.deep.equal([]);
      const ways = [...el.renderRoot.querySelectorAll('.way')].map((way) => {
        const row = way.closest('li')!.getBoundingClientRect();
        const words = way.previousElementSibling!.getBoundingClientRect();
        return {
          right: Math.round(row.right - way.lastElementChild!.getBoundingClientRect().right),
          below: way.getBoundingClientRect().top >= words.bottom,
        };
      });
      expect(ways, `${width} px`).to.have.length(2);
      expect(ways[0], `${width} px`).to.deep.equal(ways[1]);
    }
  });
});

describe('<group-room> at a phone’s width', () => {
  for (const lang of ['en', 'es'])
    it(`asks about a recording, shows pages and a screen within it (${lang})`, async () => {
      const { el, room, resize } = await ofWidth(lang, 'group-1');
      await shows(el, '[part=enter]');
      query(el, '[part=enter]')!.click();
      await shows(el, '.room');
      room.others(...Array.from({ length: 14 }, (_, i) => aPerson(`Person ${i}`)));
      room.me({ screenTrack: aScreen() });
      room.set({ recording: { phase: 'asking', askedBy: 'Alexandria Fitzgerald', missing: 3 } });
      await shows(el, '.consent');
      for (const answer of [undefined, true]) {
        const { recording } = room.state;
        room.set({ recording: recording && { ...recording, answer } });
        for (const width of WIDTHS) {
          await resize(width);
          expect(overflowing(query(el, '.room')!, 4), `${width} px`).to.deep.equal([]);
        }
      }
    });

  it('shows the field to write in without scrolling, however much is written', async () => {
    const { el, room, resize } = await ofWidth('es', 'group-1');
    await shows(el, '[part=enter]');
    query(el, '[part=enter]')!.click();
    await shows(el, '.room');
    for (let n = 0; n < 30; n++) room.write('Ana', `Line ${n}`);
    await shows(el, '[data-panel=messages]');
    query(el, '[data-panel=messages]')!.click();
    await shows(el, '.write');
    for (const width of WIDTHS) {
      await resize(width);
      const panel = query(el, '.panel')!.getBoundingClientRect();
      for (const part of ['.write textarea', '.write button']) {
        const { top, bottom } = query(el, part)!.getBoundingClientRect();
        expect(top, `${width} px, ${part}`).to.be.at.least(panel.top);
        expect(bottom, `${width} px, ${part}`).to.be.at.most(panel.bottom + 1);
      }
      const [last] = [...el.renderRoot.querySelectorAll('.tiles')];
      expect(last!.getBoundingClientRect().height, `${width} px`).to.be.at.least(60);
    }
  });

  for (const lang of ['en', 'es'])
    it(`has the line that tries things out in one line (${lang})`, async () => {
      const { el, resize } = await ofWidth(lang, 'group-1');
      await shows(el, '.try-out summary');
      for (const width of [328, 360]) {
        await resize(width);
        const range = document.createRange();
        range.selectNodeContents(query(el, '.try-out summary')!);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        expect(lines.size, `${width} px`).to.equal(1);
      }
    });
});

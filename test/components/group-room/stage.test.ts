import { aTimeout, expect, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { RoomError, type RoomPerson } from '../../../src/client/video/video-room.js';
import type { NewRecordingAnswer } from '../../../src/client/model/recording-answer.js';
import { BackendError } from '../../../src/client/errors.js';
import '../../../src/components/group-room/define.js';
import type { GroupRoom } from '../../../src/components/group-room/group-room.js';
import { aPerson, aScreen } from '../../support/fake-room.js';
import { button, focused, inTheRoom, query, says, shows, text } from './support.js';

const tiles = (el: GroupRoom) =>
  [...el.renderRoot.querySelectorAll<HTMLElement>('.tile')].map(
    (tile) => tile.querySelector('.name [dir]')?.textContent ?? '',
  );
const large = (el: GroupRoom) => query(el, '.large .name [dir]')?.textContent;
const announced = (el: GroupRoom) =>
  [...el.renderRoot.querySelectorAll('[role=status]')].map((s) => s.textContent.trim()).join('|');
const crowd = (n: number, more: Partial<RoomPerson> = {}) =>
  Array.from({ length: n }, (_, i) => aPerson(`P${i + 1}`, more));
const labelled = <T extends HTMLElement>(el: GroupRoom, words: string) => {
  const label = [...el.renderRoot.querySelectorAll('label')].find((one) =>
    one.textContent.includes(words),
  );
  return (label?.control ?? label?.querySelector('input')) as T;
};

async function withView(options?: Parameters<typeof inTheRoom>[0]) {
  const scene = await inTheRoom(options);
  button(scene.el, 'View').click();
  await shows(scene.el, '[part=view] .choices');
  return scene;
}

describe('<group-room> what is on the screen', () => {
  it('turns pages by key, says which, and hears those on the others', async () => {
    const { el, room } = await inTheRoom();
    const context = new AudioContext();
    const [audioTrack] = context.createMediaStreamDestination().stream.getAudioTracks();
    room.others(...crowd(29, { audioTrack }));
    await says(el, 'Page 1 of 3');
    expect(tiles(el)).to.have.length(12);
    expect(el.renderRoot.querySelectorAll('audio')).to.have.length(29);
    expect(room.watched).to.include({ me: 'small', p1: 'small', p12: 'soon', p23: 'soon' });
    expect(room.watched).not.to.have.property('p24');
    await expect(el).to.be.accessible();
    const next = query(el, '[aria-label="Next page"]')!;
    next.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => announced(el).includes('Page 2 of 3'));
    expect(tiles(el)[0]).to.equal('P12');
    expect(room.watched).to.include({ p12: 'small', p1: 'soon' });
    await sendKeys({ press: 'Enter' });
    await says(el, 'Page 3 of 3');
    expect([focused(el), next.ariaDisabled]).to.deep.equal([next, 'true']);
    await sendKeys({ press: 'Enter' });
    expect(text(el)).to.include('Page 3 of 3');
    room.others(...crowd(20));
    await says(el, 'Page 2 of 2');
    room.others(...crowd(3));
    await waitUntil(() => !text(el).includes('Page'));
    await context.close();
  });

  it('shows whoever speaks large, and keeps that for the visit', async () => {
    const { el, room } = await withView();
    room.others(aPerson('Ana'), aPerson('Ben', { speaking: true }), aPerson('Cleo'));
    labelled(el, 'Whoever speaks is large').click();
    await waitUntil(() => large(el) === 'Ben', 'whoever speaks', { timeout: 4000 });
    expect(tiles(el), 'in their order').to.deep.equal(['Jordan (you)', 'Ana', 'Ben', 'Cleo']);
    expect(room.watched).to.include({ ben: 'large', ana: 'small' });
    await expect(el).to.be.accessible();
    room.others(aPerson('Ana', { speaking: true }), aPerson('Ben'), aPerson('Cleo'));
    await aTimeout(300);
    expect(large(el), 'no flicker').to.equal('Ben');
    await waitUntil(() => large(el) === 'Ana', 'after a while', { timeout: 4000 });
    button(el, 'Leave').click();
    await shows(el, '.after');
    button(el, 'Come back in').click();
    await shows(el, '[part=enter]');
    button(el, 'Go in').click();
    await shows(el, '.room');
    expect(large(el), 'another visit begins as ever').to.equal(undefined);
  }).timeout(20_000);

  it('keeps somebody large, by pointer and by keyboard', async () => {
    const { el, room } = await withView();
    room.others(aPerson('Ana'), aPerson('Ben', { speaking: true }));
    await waitUntil(() => tiles(el).length === 3);
    const pick = labelled<HTMLSelectElement>(el, 'Keep large');
    pick.value = 'ana';
    pick.dispatchEvent(new Event('change'));
    await waitUntil(() => large(el) === 'Ana');
    const pin = query(el, '.large .pin')!;
    expect([pin.ariaLabel, pin.ariaPressed]).to.deep.equal(['Keep Ana large', 'true']);
    await expect(el).to.be.accessible();
    pin.click();
    await waitUntil(() => large(el) === undefined);
    expect(pick.value).to.equal('');
    room.others(aPerson('Ben'));
    query(el, '[aria-label="Keep Ben large"]')!.click();
    await waitUntil(() => large(el) === 'Ben');
    room.others();
    await waitUntil(() => large(el) === undefined, 'who has left is not kept');
  });

  it('gives sound alone when asked: no pictures, one’s own neither', async () => {
    const { el, room } = await withView();
    room.me({ camera: true });
    room.others(aPerson('Ana', { camera: true, videoTrack: aScreen() }));
    await waitUntil(() => query(el, '.tile:not(.self) video:not([hidden])'));
    labelled(el, 'Sound only').click();
    await waitUntil(() => !query(el, '.tile video:not([hidden])'));
    expect(room.watched).to.deep.equal({});
    expect(room.asked.at(-1)).to.deep.equal(['camera', false, undefined]);
    labelled(el, 'Sound only').click();
    await waitUntil(() => room.watched?.['ana'] === 'large');
  });

  it('shows captions where the transport makes them, in their language, when asked', async () => {
    const { el, room } = await withView();
    room.others(aPerson('Ana'));
    expect(text(el)).not.to.include('Captions');
    room.set({ captions: [{ id: '1', name: 'Ana', text: 'Buenos días', lang: 'es' }] });
    await says(el, 'Captions');
    expect(query(el, '[part=captions]'), 'off until chosen').to.equal(null);
    labelled(el, 'Captions').click();
    await shows(el, '[part=captions]');
    expect(query(el, '[part=captions] [lang=es]')?.textContent).to.equal('Buenos días');
    expect(query(el, '[part=captions]')?.role).to.equal('log');
    await expect(el).to.be.accessible();
    room.set({ captions: undefined });
    await waitUntil(() => !query(el, '[part=captions]'));
  });
});

describe('<group-room> screens', () => {
  it('shows somebody’s screen whole and large, and says whose it is', async () => {
    const { el, room } = await inTheRoom();
    room.others(aPerson('Ana', { screenTrack: aScreen() }), aPerson('Ben'));
    await waitUntil(() => large(el) === 'Screen of Ana');
    expect(tiles(el)).to.deep.equal(['Screen of Ana', 'Jordan (you)', 'Ana', 'Ben']);
    expect(announced(el)).to.include('Ana shows their screen.');
    await expect(el).to.be.accessible();
    room.others(aPerson('Ana'), aPerson('Ben'));
    await waitUntil(() => large(el) === undefined);
  });

  it('shows one’s own to the others, says so as long as it lasts, and stops', async () => {
    const { el, room } = await withView();
    button(el, 'Show my screen').click();
    await says(el, 'Everyone sees your screen.');
    await waitUntil(() => announced(el).includes('Everyone sees your screen.'));
    await expect(el).to.be.accessible();
    query(el, '.lasting .button')!.click();
    await waitUntil(() => !query(el, '.lasting'));
    expect(announced(el)).to.include('Your screen is no longer shown.');
    room.screenError = new DOMException('', 'AbortError');
    button(el, 'Show my screen').click();
    await aTimeout(50);
    expect(announced(el), 'nothing picked is nothing wrong').not.to.include('could not');
    room.screenError = new RoomError('not-supported');
    button(el, 'Show my screen').click();
    await waitUntil(() => announced(el).includes('We could not show your screen.'));
  });

  it('offers none where the person may not', async () => {
    const { el, room } = await inTheRoom();
    room.shareScreen = undefined;
    button(el, 'View').click();
    await shows(el, '[part=view] .choices');
    expect(text(el)).not.to.include('Show my screen');
  });
});

describe('<group-room> a picture on top of other windows', () => {
  const kept = HTMLVideoElement.prototype.requestPictureInPicture;
  let floating: HTMLVideoElement | undefined;
  beforeEach(() => {
    floating = undefined;
    const own = { configurable: true };
    Object.defineProperties(document, {
      pictureInPictureEnabled: { ...own, value: true },
      pictureInPictureElement: { ...own, get: () => floating ?? null },
      exitPictureInPicture: { ...own, value: () => Promise.resolve(void (floating = undefined)) },
    });
    const take = (video: HTMLVideoElement) => {
      floating = video;
      return Promise.resolve({} as PictureInPictureWindow);
    };
    HTMLVideoElement.prototype.requestPictureInPicture = function () {
      return take(this);
    };
  });
  afterEach(() => {
    HTMLVideoElement.prototype.requestPictureInPicture = kept;
    for (const name of ['Enabled', 'Element'])
      Reflect.deleteProperty(document, `pictureInPicture${name}`);
    Reflect.deleteProperty(document, 'exitPictureInPicture');
  });
  const float = (el: GroupRoom) => button(el, 'Keep a picture on top of other windows');

  it('takes the large picture, else the first, and puts it back', async () => {
    const { el, room } = await withView();
    const track = () => aScreen();
    room.others(
      aPerson('Ana', { camera: true, videoTrack: track() }),
      aPerson('Ben', { camera: true, videoTrack: track() }),
    );
    await waitUntil(() => query(el, '.tile:not(.self) video:not([hidden])'));
    const of = () => floating?.closest('.tile')?.textContent.replace(/\s+/g, ' ');
    float(el).click();
    await waitUntil(() => of()?.includes('Ana'));
    float(el).click();
    await waitUntil(() => !floating, 'it is back');
    const keep = query<HTMLSelectElement>(el, '#pinned')!;
    keep.value = room.state.people.find(({ name }) => name === 'Ben')!.id;
    keep.dispatchEvent(new Event('change'));
    await waitUntil(() => query(el, '.large')?.textContent.includes('Ben'));
    float(el).click();
    await waitUntil(() => of()?.includes('Ben'));
    expect(el.shadowRoot?.contains(floating!), 'its place stays').to.equal(true);
  });

  it('says when there is no picture, or the browser does not let it', async () => {
    const { el, room } = await withView();
    room.others(aPerson('Ana'));
    float(el).click();
    const words = 'There is no picture to keep on top right now.';
    await waitUntil(() => announced(el).includes(words));
    expect(floating).to.equal(undefined);
  });

  it('is not offered where a browser has none', async () => {
    Object.defineProperty(document, 'pictureInPictureEnabled', {
      configurable: true,
      value: false,
    });
    const { el } = await withView();
    expect(text(el)).not.to.include('Keep a picture on top');
  });
});

describe('<group-room> a recording', () => {
  it('asks clearly, is answered by yes or no, and shows a sign as long as it goes on', async () => {
    const { el, room } = await inTheRoom();
    room.others(aPerson('Sam', { host: true }));
    room.set({ recording: { phase: 'asking', askedBy: 'Sam', missing: 1 } });
    await says(el, 'Sam asks to record this session.');
    await waitUntil(() => announced(el).includes('Sam asks to record this session.'));
    expect(focused(el)?.matches('.room'), 'the focus stays').to.equal(true);
    await expect(el).to.be.accessible();
    const answered = oneEvent(el, 'wf-recording-answered');
    button(el, 'Yes, I agree').click();
    expect(await answered).to.include({ meetingId: 'group-1', agreed: true });
    await says(el, 'You said yes. Nothing is recorded until everyone has.');
    room.set({ recording: { phase: 'on', askedBy: 'Sam', answer: true, missing: 0 } });
    await says(el, 'This session is being recorded. Everyone here said yes.');
    await waitUntil(() => announced(el).includes('This session is being recorded.'));
    await expect(el).to.be.accessible();
    button(el, 'Stop the recording').click();
    await waitUntil(() => announced(el).includes('Nothing is recorded now.'));
    expect(room.recorded).to.deep.equal(['yes', 'no']);
    expect(query(el, '.recording')).to.equal(null);
  });

  it('counts a yes once it is kept, with the words that were answered', async () => {
    const kept: NewRecordingAnswer[] = [];
    let fails = true;
    const { el, room } = await inTheRoom({
      services: {
        answerRecording: (answer) => {
          if (fails) return Promise.reject(new BackendError('unavailable'));
          kept.push(answer);
          return Promise.resolve({ ...answer, at: new Date().toISOString() });
        },
      },
    });
    room.set({ recording: { phase: 'asking', askedBy: 'Sam', missing: 1, held: true } });
    await says(el, 'Nobody hears or sees you before you say yes');
    button(el, 'Yes, I agree').click();
    await says(el, 'Your answer could not be written down, so nothing is recorded.');
    await expect(el).to.be.accessible();
    expect(room.recorded, 'the room knows of no yes').to.deep.equal([]);
    fails = false;
    button(el, 'Yes, I agree').click();
    await waitUntil(() => room.recorded.join() === 'yes');
    expect(kept).to.deep.equal([{ meetingId: 'group-1', yes: true, version: '1' }]);
    await says(el, 'You said yes. Nothing is recorded until everyone has.');
    button(el, 'Take my yes back').click();
    expect(room.recorded, 'a no counts at once').to.deep.equal(['yes', 'no']);
    await waitUntil(() => kept.at(-1)?.yes === false, 'and is kept');
  });

  it('asks whoever comes while it is recorded', async () => {
    const { el, room } = await inTheRoom();
    room.set({ recording: { phase: 'on', askedBy: 'Sam', missing: 1, held: true } });
    await says(el, 'Sam asks to record this session.');
    expect(button(el, 'No, do not record')).to.exist;
  });

  it('takes a no as it is', async () => {
    const { el, room } = await inTheRoom();
    room.set({ recording: { phase: 'asking', askedBy: 'Sam', missing: 1 } });
    await says(el, 'Sam asks');
    button(el, 'No, do not record').click();
    await waitUntil(() => room.recorded.join() === 'no');
    await waitUntil(() => !query(el, '.consent'));
    expect(focused(el)?.matches('.room')).to.equal(true);
  });

  it('says when it is recorded though nobody here asked', async () => {
    const { el, room } = await inTheRoom();
    room.set({ recording: { phase: 'on', missing: 0 } });
    await says(el, 'Nobody here asked for it.');
    room.set({ recording: { phase: 'on', missing: 0, held: true } });
    await says(el, 'Nobody hears or sees you meanwhile');
    expect(query(el, '.recording .button')).to.equal(null);
  });

  it('is a host’s to ask for, and only where there is one', async () => {
    const { el, room } = await withView();
    expect(text(el)).not.to.include('Recording');
    room.recordable = true;
    room.others(aPerson('Ana'), aPerson('Ben'));
    await says(el, 'Nothing is recorded before everyone here has said yes.');
    button(el, 'Ask everyone to record').click();
    await says(el, '2 people have not said yes yet.');
    await expect(el).to.be.accessible();
    button(el, 'Take the question back').click();
    await says(el, 'Ask everyone to record');
    expect(room.recorded).to.deep.equal(['ask', 'stop']);
  });
});

describe('<group-room> when the system takes a device', () => {
  it('says so in its own words, until it is back', async () => {
    const { el, room } = await inTheRoom();
    room.set({ error: new RoomError('device-interrupted', { device: 'microphone' }) });
    await says(el, 'has taken your microphone for now, maybe for a call.');
    await expect(el).to.be.accessible();
    room.set({ error: undefined });
    await waitUntil(() => !text(el).includes('maybe for a call'));
  });
});

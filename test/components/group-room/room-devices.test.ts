import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../src/components/group-room/define.js';
import type { GroupRoom } from '../../../src/components/group-room/group-room.js';
import { aPerson } from '../../support/fake-room.js';
import { smallMedia } from '../../support/media.js';
import { button, focused, inTheRoom, query, says, shows, text } from './support.js';

let media: ReturnType<typeof smallMedia>;
beforeEach(async () => {
  media = smallMedia();
  // Devices have names and ids once one has been allowed.
  await navigator.mediaDevices.getUserMedia({ audio: true, video: true });
});
afterEach(() => media.restore());

/** The control that a label names. */
function labelled(el: GroupRoom, words: string): HTMLSelectElement {
  const labels = [...el.renderRoot.querySelectorAll<HTMLLabelElement>('label')];
  const label = labels.find((l) => l.textContent.trim() === words);
  if (!(label?.control instanceof HTMLSelectElement)) throw new Error(`Nothing is named ${words}`);
  return label.control;
}

function choose(select: HTMLSelectElement): HTMLOptionElement {
  const other = [...select.options].find((o) => !o.selected && o.value !== 'default')!;
  select.value = other.value;
  select.dispatchEvent(new Event('change'));
  return other;
}

async function withDevices() {
  const scene = await inTheRoom();
  button(scene.el, 'Devices').click();
  await shows(scene.el, '[part=room-devices] select');
  return scene;
}

describe('<group-room> devices in the room', () => {
  it('offers every camera, microphone and speaker by name, accessibly', async () => {
    const { el } = await withDevices();
    for (const words of ['Camera', 'Microphone', 'Speaker'])
      expect(labelled(el, words).selectedOptions[0]?.textContent.trim(), words).not.to.equal('');
    expect(focused(el)?.ariaLabel).to.equal('Devices');
    await expect(el).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !query(el, '[part=room-devices]'));
    expect(focused(el)?.textContent.trim()).to.equal('Devices');
  });

  it('changes a microphone that is on, at once', async () => {
    const { el, room } = await withDevices();
    button(el, 'Unmute').click();
    await says(el, 'Microphone on.');
    const { value, textContent } = choose(labelled(el, 'Microphone'));
    await says(el, `Now in use: ${textContent.trim()}.`);
    expect(room.asked.at(-1)).to.deep.equal(['microphone', true, value]);
  });

  it('leaves off what is off, and uses the choice when it is turned on', async () => {
    const { el, room } = await withDevices();
    const { value, textContent } = choose(labelled(el, 'Microphone'));
    await says(el, `Chosen: ${textContent.trim()}.`);
    expect(room.asked).to.deep.equal([]);
    button(el, 'Unmute').click();
    await says(el, 'Microphone on.');
    expect(room.asked).to.deep.equal([['microphone', true, value]]);
  });

  it('keeps what was used when the other cannot be, and says why', async () => {
    const { el, room } = await withDevices();
    button(el, 'Unmute').click();
    await says(el, 'Microphone on.');
    const select = labelled(el, 'Microphone');
    const before = select.value;
    room.failWith('device-in-use', 'microphone');
    choose(select);
    await says(el, 'Another app or tab is using your microphone.');
    await waitUntil(() => labelled(el, 'Microphone').value === before);
  });

  it('plays everybody from the chosen speaker, also those who come later', async () => {
    const { el, room } = await withDevices();
    const sinks: string[] = [];
    const original = HTMLMediaElement.prototype.setSinkId;
    HTMLMediaElement.prototype.setSinkId = (id) => (sinks.push(id), Promise.resolve());
    const context = new AudioContext();
    const track = () => context.createMediaStreamDestination().stream.getAudioTracks()[0];
    const ana = aPerson('Ana', { audioTrack: track() });
    room.others(ana);
    await says(el, 'Ana');
    const { value, textContent } = choose(labelled(el, 'Speaker'));
    await says(el, `Now in use: ${textContent.trim()}.`);
    expect(sinks).to.deep.equal([value]);
    room.others(ana, aPerson('Ben', { audioTrack: track() }));
    await waitUntil(() => sinks.length === 2);
    expect(sinks[1]).to.equal(value);
    HTMLMediaElement.prototype.setSinkId = () =>
      Promise.reject(new DOMException('', 'NotFoundError'));
    choose(labelled(el, 'Speaker'));
    await says(el, 'We could not use that speaker.');
    await waitUntil(() => labelled(el, 'Speaker').value === value, 'the choice stays');
    HTMLMediaElement.prototype.setSinkId = original;
    await context.close();
  });

  it('notices what is plugged in', async () => {
    const { el } = await withDevices();
    const { mediaDevices } = navigator;
    const original = mediaDevices.enumerateDevices.bind(mediaDevices);
    mediaDevices.enumerateDevices = () =>
      Promise.resolve([
        {
          kind: 'videoinput',
          deviceId: 'new',
          label: 'Desk camera',
          groupId: '',
        } as MediaDeviceInfo,
      ]);
    mediaDevices.dispatchEvent(new Event('devicechange'));
    await waitUntil(() => labelled(el, 'Camera').textContent.includes('Desk camera'));
    expect(text(el), 'no microphone is known').to.include('after you have turned it on once');
    mediaDevices.enumerateDevices = original;
  });

  it('speaks Spanish', async () => {
    const { el } = await withDevices();
    el.lang = 'es';
    await says(el, 'Dispositivos');
    await waitUntil(() => text(el).includes('Altavoz'));
    expect(labelled(el, 'Micrófono')).to.exist;
  });
});

import { expect, waitUntil } from '@open-wc/testing';
import type { WriteOptions } from '../../../src/client/backend.js';
import { BackendError } from '../../../src/client/errors.js';
import type { CheckInReceipt, NewCheckIn } from '../../../src/client/model/check-in.js';
import { NewCheckIn as NewCheckInSchema } from '../../../src/client/model/check-in.js';
import '../../../src/components/group-room/define.js';
import { button, inTheRoom, query, says, shows, text } from './support.js';

/** After a visit, with a backend that takes check-ins. */
async function afterwards(submit?: (checkIn: NewCheckIn) => Promise<Partial<CheckInReceipt>>) {
  const scene = await inTheRoom();
  const sent: [NewCheckIn, WriteOptions | undefined][] = [];
  Object.assign(scene.backend, {
    checkIns: submit && {
      submit: async (checkIn: NewCheckIn, options?: WriteOptions) => {
        sent.push([checkIn, options]);
        return {
          status: 'received',
          checkInId: 'c',
          at: new Date().toISOString(),
          ...(await submit(checkIn)),
        };
      },
    },
  });
  button(scene.el, 'Leave quietly').click();
  await says(scene.el, 'You left the room');
  return { ...scene, sent };
}
const received = () => Promise.resolve({});

describe('<group-room> how was it', () => {
  it('asks one question, which nobody has to answer', async () => {
    const { el, sent } = await afterwards(received);
    await says(el, 'How was it for you?');
    expect(text(el)).to.include('You do not have to answer.');
    await expect(el).to.be.accessible();
    button(el, 'Come back in').click();
    await shows(el, '[part=enter]');
    expect(sent).to.deep.equal([]);
  });

  it('keeps the answer with the check-ins, once, and thanks', async () => {
    const { el, sent } = await afterwards(received);
    await shows(el, '.answers');
    button(el, 'It helped').click();
    button(el, 'It helped').click();
    await says(el, 'Thank you for telling us.');
    expect(sent).to.have.length(1);
    const [[checkIn, options]] = sent as [(typeof sent)[0]];
    expect(NewCheckInSchema.safeParse(checkIn).success).to.equal(true);
    expect(checkIn.response.questionnaire).to.match(/after-session\|1\.0\.0$/);
    expect(checkIn.response.item?.[0]?.answer?.[0]).to.deep.equal({
      valueCoding: { code: 'good', display: 'It helped' },
    });
    expect(options?.idempotencyKey).to.be.a('string');
    expect(query(el, '.answers')).to.equal(null);
    await expect(el).to.be.accessible();
  });

  it('is kind when it was hard', async () => {
    const { el } = await afterwards(received);
    await shows(el, '.answers');
    button(el, 'It was hard').click();
    await says(el, 'you do not have to carry this alone');
    expect(query(el, '.help-open'), 'the help it speaks of').to.exist;
  });

  it('says where it is while there is no connection', async () => {
    const { el } = await afterwards(() => Promise.resolve({ status: 'queued' as const }));
    await shows(el, '.answers');
    button(el, 'It was okay').click();
    await says(el, 'It is kept on this device, and sent when you have a connection.');
  });

  it('tries again under the same key', async () => {
    let down = true;
    const { el, sent } = await afterwards(() =>
      down ? Promise.reject(new BackendError('unavailable')) : Promise.resolve({}),
    );
    await shows(el, '.answers');
    button(el, 'It helped').click();
    await waitUntil(() => query(el, '.how [role=alert]'));
    await expect(el).to.be.accessible();
    down = false;
    button(el, 'Try again').click();
    await says(el, 'Thank you for telling us.');
    expect(sent[0]?.[1]?.idempotencyKey).to.equal(sent[1]?.[1]?.idempotencyKey);
  });

  it('asks anew after the next visit', async () => {
    const { el } = await afterwards(received);
    await shows(el, '.answers');
    button(el, 'It helped').click();
    await says(el, 'Thank you for telling us.');
    button(el, 'Come back in').click();
    await shows(el, '[part=enter]');
    button(el, 'Go in').click();
    await shows(el, '.room');
    button(el, 'Leave quietly').click();
    await shows(el, '.answers');
    expect(text(el)).not.to.include('Thank you for telling us.');
  });

  it('asks nothing where no answer could be kept', async () => {
    const { el } = await afterwards();
    await says(el, 'We let your program know.');
    expect(text(el)).not.to.include('How was it');
  });

  it('speaks Spanish', async () => {
    const { el } = await afterwards(received);
    document.documentElement.lang = 'es';
    await says(el, '¿Cómo te fue?').finally(() => (document.documentElement.lang = 'en'));
  });
});

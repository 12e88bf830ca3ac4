import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { EmbeddedBackend } from '../../../src/client/backends/embedded/embedded-backend.js';
import { BackendError } from '../../../src/client/errors.js';
import type { NewMessage } from '../../../src/client/model/message.js';
import type { WfMessageSentEvent } from '../../../src/components/message-thread/message-thread.events.js';
import { aSession, deferred, fakeBackend } from '../../support/fake-backend.js';
import { aConversation, aMessage, conversation } from '../../support/messages.js';
import {
  announced,
  button,
  field,
  find,
  findAll,
  texts,
  thread,
  type,
  until,
  words,
} from './support.js';

const maya = aSession({ person: { id: 'maya', name: 'Maya Ortiz', role: 'mentor' } });
const jordans = (...given: Parameters<typeof conversation>) => {
  const services = conversation(...given);
  return Object.assign(fakeBackend(services), { all: services.all });
};

describe('message-thread', () => {
  it('reads as a conversation: days, oldest first, who wrote what', async () => {
    const el = await thread(jordans(aConversation()));
    expect(words(find(el, 'h2'))).to.equal('You and Maya');
    expect(texts(el)).to.deep.equal([
      'How do you get through the evening?',
      'When it is worst I set a timer for ten minutes and only do those.',
      'Last night was long. I called my sister at nine.',
      'You called someone before it grew. That is the whole skill.',
    ]);
    expect(findAll(el, '.meta b').map(words)).to.deep.equal(['You', 'Maya', 'You', 'Maya']);
    expect(findAll(el, '.kind').map(words)).to.deep.equal(['A note to keep', 'Encouragement']);
    await expect(el).to.be.accessible();
  });

  it('is as long as its messages, and shows what looks like markup as it was written', async () => {
    const el = await thread(jordans([aMessage(1, '<img src=x onerror=alert(1)>\nsecond line')]));
    expect(find(el, '.text')!.textContent).to.contain('<img src=x onerror=alert(1)>\nsecond line');
    expect(find(el, 'img')).to.equal(undefined);
  });

  it('sends, says so, keeps the focus, and is ready for the next', async () => {
    const sent: [NewMessage, string | undefined][] = [];
    const backend = jordans([], {
      send: (_, message, options) => {
        sent.push([message, options?.idempotencyKey]);
        return Promise.resolve(aMessage(0, message.text, { from: 'jordan', id: 'new' }));
      },
    });
    const el = await thread(backend);
    field(el).focus();
    await sendKeys({ type: 'Six hours!' });
    const heard = oneEvent(el, 'wf-message-sent');
    await sendKeys({ down: 'Control' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ up: 'Control' });
    const { pairingId, messageId, kind } = (await heard) as Event as WfMessageSentEvent;
    expect([pairingId, messageId, kind]).to.deep.equal(['jordan-maya', 'new', 'message']);
    expect(sent.map(([message]) => message)).to.deep.equal([
      { kind: 'message', text: 'Six hours!' },
    ]);
    expect(sent[0]?.[1]).to.be.a('string');
    await until(() => texts(el).includes('Six hours!'));
    expect(field(el).value).to.equal('');
    expect(el.shadowRoot?.activeElement).to.equal(field(el));
    expect(announced(el)).to.equal('Sent.');
  });

  it('does not send nothing, and says what is missing', async () => {
    const el = await thread(jordans([]));
    type(el, '   ');
    button(el, 'Send').click();
    await until(() => find(el, '#missing'));
    expect(field(el).getAttribute('aria-invalid')).to.equal('true');
    expect(field(el).getAttribute('aria-describedby')).to.contain('missing');
    expect(el.shadowRoot?.activeElement).to.equal(field(el));
    type(el, 'Hi');
    await until(() => !find(el, '#missing'));
  });

  it('keeps the words when they could not be sent, and sends them once', async () => {
    const keys: (string | undefined)[] = [];
    let broken = true;
    const backend = jordans([], {
      send: (_, { text }, options) => {
        keys.push(options?.idempotencyKey);
        return broken
          ? Promise.reject(new BackendError('timeout'))
          : Promise.resolve(aMessage(0, text, { from: 'jordan', id: 'new' }));
      },
    });
    const el = await thread(backend);
    type(el, 'Are you there?');
    button(el, 'Send').click();
    await until(() => find(el, '[role=alert]'));
    expect(field(el).value).to.equal('Are you there?');
    broken = false;
    button(el, 'Send').click();
    await until(() => field(el).value === '');
    expect(keys[0]).to.equal(keys[1]);
    expect(find(el, '[role=alert]')).to.equal(undefined);
  });

  it('keeps what is typed while a message is on its way', async () => {
    const answer = deferred<ReturnType<typeof aMessage>>();
    const el = await thread(jordans([], { send: () => answer.promise }));
    type(el, 'First.');
    button(el, 'Send').click();
    type(el, 'First. And then');
    answer.resolve(aMessage(0, 'First.', { from: 'jordan', id: 'new' }));
    await until(() => texts(el).includes('First.'));
    expect(field(el).value).to.equal('And then');
  });

  it('keeps half a message over a reload, for its writer alone', async () => {
    const options = { storage: 'memory', seed: 'paired', persona: 'jordan' } as const;
    const backend = new EmbeddedBackend(options);
    const el = await thread(backend);
    type(el, 'Half a');
    await new Promise((resolve) => setTimeout(resolve, 600));
    el.remove();
    const again = await thread(backend);
    await until(() => field(again).value === 'Half a');
    backend.setPersona('maya');
    again.pairingId = 'jordan-maya';
    await until(() => words(find(again, 'h2')) === 'You and Jordan');
    expect(field(again).value).to.equal('');
  });

  it('tells how many characters are left only when they are few', async () => {
    const el = await thread(jordans([]));
    expect(find(el, '#left')).to.equal(undefined);
    type(el, 'x'.repeat(3990));
    await until(() => words(find(el, '#left')) === '10 characters left');
    expect(field(el).getAttribute('aria-describedby')).to.contain('left');
  });

  it('announces what comes in one sentence, and only once', async () => {
    const backend = jordans(aConversation());
    const el = await thread(backend);
    expect(announced(el)).to.equal('');
    backend.all.unshift(aMessage(0.2, 'Still there?'), aMessage(0.3, 'Good evening!'));
    backend.emit({ topic: 'messages' });
    await until(() => texts(el).includes('Still there?'));
    expect(announced(el)).to.equal('2 new messages from Maya.');
    const region = find(el, '.sheet > [role=status]')!.firstChild;
    backend.emit({ topic: 'messages' });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(find(el, '.sheet > [role=status]')!.firstChild).to.equal(region);
  });

  it('stays at the newest, or where the reader is, with a way down', async () => {
    const many = Array.from({ length: 20 }, (_, i) => aMessage(i + 1, `Line ${i}\n\n\nmore`));
    const backend = jordans(many);
    const el = await thread(backend);
    const log = find(el, '.log')!;
    const fromEnd = () => log.scrollHeight - log.clientHeight - log.scrollTop;
    expect(fromEnd()).to.be.lessThan(2);
    log.scrollTop = 400;
    log.dispatchEvent(new Event('scroll'));
    await el.updateComplete;
    const read = findAll(el, '.message')[5]!;
    const place = read.getBoundingClientRect().top;
    backend.all.unshift(aMessage(0.5, 'News'));
    backend.emit({ topic: 'messages' });
    await until(() => texts(el).includes('News'));
    expect(read.getBoundingClientRect().top).to.be.closeTo(place, 1);
    button(el, 'New message').click();
    await until(() => fromEnd() < 2);
    await until(() => !find(el, '.news'));
    expect(el.shadowRoot?.activeElement).to.equal(log);
  });

  it('reads earlier ones on request, and what was in view stays in view', async () => {
    const many = Array.from({ length: 60 }, (_, i) => aMessage(i, `Line ${i}`));
    const el = await thread(jordans(many));
    expect(texts(el).length).to.equal(20);
    const log = find(el, '.log')!;
    log.scrollTop = 0;
    log.dispatchEvent(new Event('scroll'));
    const top = findAll(el, '.message')[0]!;
    const before = top.getBoundingClientRect().top;
    button(el, 'Show earlier messages').click();
    await until(() => texts(el).length === 45);
    expect(announced(el)).to.equal('25 earlier messages');
    const moved = Math.abs(top.getBoundingClientRect().top - before);
    expect(moved, `moved ${moved} px`).to.be.lessThan(2);
    await until(() => words(el.shadowRoot!.activeElement!).includes('Line 20'));
  });

  it('keeps what helped, and finds it again', async () => {
    const el = await thread(jordans(aConversation()));
    const keep = findAll(el, '.keep')[0]!;
    expect(keep.ariaLabel).to.equal('Keep this message');
    expect(keep.ariaPressed).to.equal('false');
    keep.click();
    await until(() => findAll(el, '.keep')[0]!.ariaPressed === 'true');
    expect(announced(el)).to.equal('Kept. You find it again under “Kept”.');
    expect(findAll(el, '.own .keep').length, 'one keeps what came from the other').to.equal(0);

    button(el, 'Kept').click();
    await until(() => texts(el).length === 1);
    expect(button(el, 'Kept').ariaPressed).to.equal('true');
    findAll(el, '.keep')[0]!.click();
    await until(() => texts(el).length === 0);
    expect(words(find(el, '.log'))).to.contain('Nothing kept yet.');
    await until(() => el.shadowRoot?.activeElement === find(el, '.log'));
  });

  it('tells the backend what has been on the screen, once, and not of what one wrote', async () => {
    const read: string[] = [];
    const services = conversation(aConversation());
    const { update } = services.messages;
    const backend = fakeBackend({
      ...services,
      messages: {
        ...services.messages,
        update: (id, change, options) => {
          if (change.read) read.push(id);
          return update(id, change, options);
        },
      },
    });
    const el = await thread(backend);
    await until(() => read.length === 2);
    backend.emit({ topic: 'messages' });
    el.requestUpdate();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(read.toSorted()).to.deep.equal(['m-2', 'm-49']);
  });

  describe('to a mentor', () => {
    it('offers encouragements and notes to keep', async () => {
      const sent: NewMessage[] = [];
      const send = (_: string, message: NewMessage) => {
        sent.push(message);
        return Promise.resolve(aMessage(0, message.text, { id: 'new', kind: message.kind }));
      };
      const el = await thread(fakeBackend(conversation([], { send }), maya));
      expect(words(find(el, 'h2'))).to.equal('You and Jordan');
      const kinds = findAll(el, '.track input') as HTMLInputElement[];
      kinds[2]!.click();
      await until(() => words(find(el, '.composer')).includes('Jordan can keep it'));
      type(el, 'Shoes on, then the corner.');
      button(el, 'Send').click();
      await until(() => texts(el).length === 1);
      expect(sent).to.deep.equal([{ kind: 'note', text: 'Shoes on, then the corner.' }]);
      await until(() => kinds[0]!.checked);
      await expect(el).to.be.accessible();
    });

    it('does not answer their words about harm with help for themselves', async () => {
      const el = await thread(fakeBackend(conversation([]), maya));
      field(el).focus();
      type(el, 'I want to kill myself, you wrote.');
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(find(el, '.care')).to.equal(undefined);
    });
  });

  it('offers help beside hard words, and sends them all the same', async () => {
    const sent: string[] = [];
    const send = (_: string, { text }: NewMessage) => {
      sent.push(text);
      return Promise.resolve(aMessage(0, text, { from: 'jordan', id: 'new' }));
    };
    const el = await thread(jordans([], { send }));
    field(el).focus();
    type(el, 'I want to kill myself');
    await until(() => find(el, '.care'));
    expect(words(find(el, '.care [role=status]'))).to.contain('help is here');
    expect(find<HTMLAnchorElement>(el, '.care a')!.href).to.equal('tel:988');
    button(el, 'Send').click();
    await until(() => sent.length === 1);
  });

  describe('says why nobody can write', () => {
    for (const [statuses, start] of [
      [[], 'Once the two of you are paired'],
      [['requested'], 'You can write to each other once'],
      [['paused'], 'The two of you are taking a rest.'],
      [['ended'], 'Your time together has ended.'],
    ] as const)
      it(`${statuses[0] ?? 'none'}`, async () => {
        const el = await thread(jordans([], {}, statuses));
        await until(() => words(find(el, '.sheet')).includes(start));
        expect(field(el)).to.equal(undefined);
        expect(find(el, '[part=help-button]'), 'help').not.to.equal(undefined);
      });
  });

  it('loses none of what is shown to what is new', async () => {
    const backend = jordans(Array.from({ length: 25 }, (_, i) => aMessage(i + 1, `Line ${i}`)));
    const el = await thread(backend);
    const oldest = texts(el)[0];
    backend.all.unshift(aMessage(0.5, 'News'));
    backend.emit({ topic: 'messages' });
    await until(() => texts(el).includes('News'));
    expect(texts(el)[0]).to.equal(oldest);
    expect(texts(el).length).to.equal(21);
  });

  it('takes an active pairing before one that is only asked for', async () => {
    const el = await thread(jordans(aConversation(), {}, ['requested', 'active']));
    expect(field(el)).not.to.equal(undefined);
  });

  it('takes the open pairing before one that has ended', async () => {
    const backend = jordans(aConversation(), {}, ['ended', 'active']);
    const el = await thread(backend);
    expect(field(el)).not.to.equal(undefined);
  });

  it('shows an error with a way out, and what cannot be read as one', async () => {
    let answer: () => Promise<unknown> = () => Promise.reject(new BackendError('unavailable'));
    const list = () => answer() as never;
    const el = await thread(jordans([], { list }));
    await until(() => find(el, '[role=alert]'));
    answer = () => Promise.resolve({ items: [{ nonsense: true }] });
    button(el, 'Try again').click();
    await until(() => words(find(el, '[role=alert]')).includes('an answer we cannot read'));
    answer = () => Promise.resolve({ items: aConversation() });
    button(el, 'Try again').click();
    await until(() => texts(el).length === 4);
  });

  it('says that it is not available, or that nobody is signed in', async () => {
    expect(words(find(await thread(fakeBackend({})), '[part=notice]'))).to.contain('not available');
    const signedOut = await thread(fakeBackend(conversation([]), null));
    expect(words(find(signedOut, '[part=notice]'))).to.contain('signed out');
  });

  it('speaks Spanish, and reads from right to left', async () => {
    const el = await thread(jordans(aConversation()), { lang: 'es', dir: 'rtl', width: 340 });
    await until(() => words(find(el, 'h2')) === 'Tú y Maya');
    const sheet = find(el, '.sheet')!;
    expect(sheet.scrollWidth).to.be.at.most(sheet.clientWidth);
    const own = find(el, '.own .bubble')!.getBoundingClientRect();
    const other = find(el, '.message:not(.own) .bubble')!.getBoundingClientRect();
    expect(own.left, 'own ones at the end').to.be.lessThan(other.left);
    await expect(el).to.be.accessible();
  });
});

import { expect } from '@open-wc/testing';
import { EmbeddedBackend } from '../../../src/client/backends/embedded/embedded-backend.js';
import { withOutbox } from '../../../src/client/outbox/with-outbox.js';
import { aForm, button, click, says, text } from '../../support/check-ins.js';

/** A clinic that can be cut off, with an outbox before it. */
async function aCutOffClinic({ keeps = true } = {}) {
  const server = new EmbeddedBackend({ name: crypto.randomUUID(), seed: 'empty' });
  const outbox = keeps ? {} : { open: () => Promise.reject(new Error('no storage')) };
  const backend = withOutbox(server, { name: crypto.randomUUID(), ...outbox });
  await backend.session.current();
  const cut = () => (server.failures = (call) => (/session/.test(call) ? undefined : 'offline'));
  const mend = async () => {
    server.failures = undefined;
    await backend.outbox.flush();
  };
  return { server, backend, cut, mend };
}

describe('A check-in that has to wait', () => {
  it('is said to be kept on this device, and to be received once it is', async () => {
    const { backend, cut, mend } = await aCutOffClinic();
    const form = await aForm({}, backend);
    await click(form, button(form, 'More'));
    cut();
    await click(form, button(form, 'Send check-in'));
    await says(form, 'It is kept on this device.');
    await mend();
    await says(form, 'We got it at');
    expect(text(form)).not.to.include('kept on this device');
    expect((await backend.checkIns.list()).items).to.have.length(1);
  });

  it('does not claim to be kept where the browser keeps nothing', async () => {
    const { backend, cut } = await aCutOffClinic({ keeps: false });
    const form = await aForm({}, backend);
    await click(form, button(form, 'More'));
    cut();
    await click(form, button(form, 'Send check-in'));
    await says(form, 'Leave this page open');
    expect(text(form)).not.to.include('kept on this device');
  });
});

describe('A safety alert that has to wait', () => {
  it('is never said to be sent before it is, and is seen to arrive by itself', async () => {
    const { server, backend, cut, mend } = await aCutOffClinic();
    const form = await aForm({}, backend);
    cut();
    await click(form, button(form, 'I’m not safe right now'));
    await says(form, 'They do not know yet. We try again when you are online.');
    expect(text(form)).to.match(/Call 988/);
    expect(text(form)).not.to.include('Received at');
    await mend();
    await says(form, 'Received at');
    expect(text(form)).not.to.include('They do not know yet');
    expect((await server.safety.list()).items).to.have.length(1);
  });
});

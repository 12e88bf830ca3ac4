import { check, same } from '../assert.js';
import { pause } from '../ear.js';
import { roomCasesOf } from './room-stage.js';

export const peopleCases = roomCasesOf('people', {
  'everybody sees everybody, self first, then in order of arrival': async (stage) => {
    const ana = await stage.joined('Ana');
    const ben = await stage.joined('Ben');
    await stage.eventually(() => stage.names(ana) === 'Ana, Ben', 'Ana sees Ben');
    await stage.eventually(() => stage.names(ben) === 'Ben, Ana', 'Ben sees Ana');
    same(
      ben.state.people.map(({ self }) => self),
      [true, false],
      'Who is self',
    );
    const cleo = await stage.joined('Cleo');
    await stage.eventually(() => stage.names(cleo) === 'Cleo, Ana, Ben', 'Cleo sees both');
  },

  'who leaves is gone for the others': async (stage) => {
    const ana = await stage.joined('Ana');
    const ben = await stage.joined('Ben');
    await stage.eventually(() => stage.names(ana) === 'Ana, Ben', 'Ana sees Ben');
    await ben.leave();
    await stage.eventually(() => stage.names(ana) === 'Ana', 'Ben is gone');
  },

  'hands keep their order, also for who comes later': async (stage) => {
    const ana = await stage.joined('Ana');
    const ben = await stage.joined('Ben');
    await ben.setHand(true);
    await pause(5);
    await ana.setHand(true);
    const cleo = await stage.joined('Cleo');
    const at = (name: string) => stage.person(cleo, name)?.handRaisedAt;
    await stage.eventually(() => at('Ana') && at('Ben'), 'Cleo sees both hands');
    check((at('Ben') ?? 0) < (at('Ana') ?? 0), 'Ben’s hand went up first');
    await ben.setHand(false);
    await stage.eventually(() => at('Ben') === undefined, 'Ben’s hand is down for Cleo');
    check(at('Ana') !== undefined, 'Ana’s hand should stay up');
  },

  'a person who did not change stays the same object, and nothing is told of it': async (stage) => {
    const ana = await stage.joined('Ana');
    const ben = await stage.joined('Ben');
    await stage.eventually(() => stage.person(ana, 'Ben'), 'Ana sees Ben');
    const before = stage.person(ana, 'Ana');
    await ben.setHand(true);
    await stage.eventually(() => stage.person(ana, 'Ben')?.handRaisedAt, 'Ana sees the hand');
    check(stage.person(ana, 'Ana') === before, 'Ana is another object, though she did not change');
    let told = 0;
    const end = ana.subscribe(() => told++);
    await ana.setHand(true);
    check(told > 0, 'A listener should be told of a change');
    end();
    const heard = told;
    await ana.setHand(false);
    same(told, heard, 'What a listener is told after its end');
  },
});

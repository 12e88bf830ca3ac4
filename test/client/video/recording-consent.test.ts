import { expect } from '@open-wc/testing';
import {
  RecordingConsent,
  type Consenter,
  type RecordingNote,
} from '../../../src/client/video/recording-consent.js';

/** A transport that records when asked, and rooms that hear each other at once. */
function room() {
  const log: string[] = [];
  const ends: { name: string; host: boolean; consent: RecordingConsent }[] = [];
  const people = (self: (typeof ends)[number]): Consenter[] =>
    [self, ...ends.filter((end) => end !== self)].map(({ name, host, consent }) => ({
      name,
      host,
      note: consent.note,
    }));
  const told = (on: boolean) => {
    log.push(on ? 'starts' : 'stops');
    for (const { consent } of ends) consent.told(on);
  };
  const come = (name: string, host = false) => {
    const consent = new RecordingConsent({
      start: () => told(true),
      stop: () => told(false),
      onNote: () => {},
    });
    const self = { name, host, consent };
    consent.on = ends.some((end) => end.consent.on);
    ends.push(self);
    return {
      consent,
      answer: (yes: boolean) => consent.answer(yes, people(self)),
      observe: () => consent.observe(people(self)),
      leave: () => void ends.splice(ends.indexOf(self), 1),
    };
  };
  const settle = () => {
    for (let turn = 0; turn < 3; turn++) for (const end of ends) end.consent.observe(people(end));
  };
  return { log, come, settle };
}

describe('RecordingConsent', () => {
  it('records nothing before everybody has said yes', () => {
    const { log, come, settle } = room();
    const [sam, ana, ben] = [come('Sam', true), come('Ana'), come('Ben')];
    settle();
    expect(ana.observe()).to.equal(undefined);
    sam.consent.ask();
    settle();
    expect(ana.observe()).to.deep.equal({
      phase: 'asking',
      askedBy: 'Sam',
      answer: undefined,
      missing: 2,
    });
    ana.answer(true);
    settle();
    expect(log).to.deep.equal([]);
    expect(sam.observe()).to.include({ phase: 'asking', missing: 1, answer: true });
    ben.answer(true);
    settle();
    expect(log).to.deep.equal(['starts']);
    expect(ben.observe()).to.include({ phase: 'on', askedBy: 'Sam', answer: true, missing: 0 });
  });

  it('ends the question with one no, and says of whom to nobody', () => {
    const { log, come, settle } = room();
    const [sam, ana] = [come('Sam', true), come('Ana')];
    sam.consent.ask();
    ana.answer(false);
    settle();
    expect([sam.observe(), ana.observe(), log]).to.deep.equal([undefined, undefined, []]);
  });

  it('stops when somebody takes their yes back', () => {
    const { log, come, settle } = room();
    const [sam, ana] = [come('Sam', true), come('Ana')];
    sam.consent.ask();
    ana.answer(true);
    settle();
    ana.answer(false);
    settle();
    expect(log).to.deep.equal(['starts', 'stops']);
    expect(ana.observe()).to.equal(undefined);
  });

  it('waits for who comes later, and goes on with their yes', () => {
    const { log, come, settle } = room();
    const [sam, ana] = [come('Sam', true), come('Ana')];
    sam.consent.ask();
    ana.answer(true);
    settle();
    const late = come('Late');
    settle();
    expect(log, 'not a word of theirs').to.deep.equal(['starts', 'stops']);
    expect(late.observe()).to.include({ phase: 'asking', askedBy: 'Sam', answer: undefined });
    late.answer(true);
    settle();
    expect(log).to.deep.equal(['starts', 'stops', 'starts']);
  });

  it('ends when who asked takes it back, or goes', () => {
    const { log, come, settle } = room();
    const [sam, kim, ana] = [come('Sam', true), come('Kim', true), come('Ana')];
    sam.consent.ask();
    kim.answer(true);
    ana.answer(true);
    settle();
    sam.answer(false);
    settle();
    expect(log).to.deep.equal(['starts', 'stops']);
    sam.consent.ask();
    kim.answer(true);
    ana.answer(true);
    settle();
    sam.leave();
    settle();
    expect(log, 'another host ends what nobody here has asked for').to.deep.equal([
      'starts',
      'stops',
      'starts',
      'stops',
    ]);
    expect(ana.observe()).to.equal(undefined);
  });

  it('asks anew: a yes is for one question', () => {
    const { log, come, settle } = room();
    const [sam, ana] = [come('Sam', true), come('Ana')];
    sam.consent.ask();
    ana.answer(true);
    settle();
    sam.consent.end();
    settle();
    sam.consent.ask();
    settle();
    expect(ana.observe()).to.include({ phase: 'asking', answer: undefined });
    expect(log).to.deep.equal(['starts', 'stops']);
  });

  it('shows what records without anybody here having asked', () => {
    const { come } = room();
    const ana = come('Ana');
    ana.consent.told(true);
    expect(ana.observe()).to.deep.equal({
      phase: 'on',
      askedBy: undefined,
      answer: undefined,
      missing: 0,
      held: true,
    });
  });

  it('hears a question from hosts alone', () => {
    const { come, settle } = room();
    const [ana, ben] = [come('Ana'), come('Ben')];
    const note: RecordingNote = { id: 'x', asks: true, yes: true };
    ana.consent.note = note;
    settle();
    expect(ben.observe()).to.equal(undefined);
  });

  it('holds back whoever comes while there is a question, until they say yes', () => {
    const { come, settle } = room();
    const [sam, ana] = [come('Sam', true), come('Ana')];
    settle();
    sam.consent.ask();
    settle();
    expect(ana.consent.held, 'nothing is recorded before all have said yes').to.equal(false);
    const ben = come('Ben');
    expect(ben.observe(), 'also before anybody knows of them').to.include({ held: true });
    ana.answer(true);
    settle();
    expect(ben.consent.held).to.equal(true);
    ben.answer(true);
    expect(ben.observe()).not.to.have.property('held');
    settle();
    expect(ben.observe()).to.include({ phase: 'on' });
    const cleo = come('Cleo');
    cleo.observe();
    expect(cleo.consent.held, 'while it is recorded').to.equal(true);
    settle();
    expect(cleo.consent.held, 'while it waits for them').to.equal(true);
    expect([sam, ana, ben].some(({ consent }) => consent.held)).to.equal(false);
    cleo.answer(false);
    settle();
    settle();
    expect(cleo.consent.held, 'there is no question any more').to.equal(false);
  });

  it('holds back everybody while something is recorded that nobody asked about', () => {
    const { come, settle } = room();
    const ana = come('Ana');
    settle();
    ana.consent.told(true);
    expect(ana.observe()).to.deep.include({ phase: 'on', held: true });
    ana.consent.told(false);
    ana.observe();
    expect(ana.consent.held).to.equal(false);
  });

  it('tells the same while nothing is another', () => {
    const { come, settle } = room();
    const [sam, ana] = [come('Sam', true), come('Ana')];
    sam.consent.ask();
    settle();
    expect(ana.observe()).to.equal(ana.observe());
  });
});

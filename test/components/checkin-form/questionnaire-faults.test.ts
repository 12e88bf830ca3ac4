import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import type { Questionnaire } from '../../../src/client/model/questionnaire.js';
import { dailyCheckIn } from '../../../src/client/model/questionnaires/daily-check-in.js';
import { gad7 } from '../../../src/client/model/questionnaires/gad-7.js';
import { phq2 } from '../../../src/client/model/questionnaires/phq-2.js';
import { phq9 } from '../../../src/client/model/questionnaires/phq-9.js';
import { isSound } from '../../../src/components/checkin-form/is-sound.js';
import { readQuestionnaire } from '../../../src/components/checkin-form/read-questionnaire.js';
import {
  aClinic,
  aForm,
  aPolicy,
  asking,
  choices,
  field,
  itemControl,
  listening,
  settled,
  text,
  write,
} from '../../support/check-ins.js';

/** What a malformed questionnaire shows, and what the developer is told. */
async function shown(questionnaire: unknown) {
  const faults: string[] = [];
  let words = '';
  const said = await listening(async () => {
    const listen = (event: Event) => {
      const { code, path } = event as HTMLElementEventMap['wf-questionnaire-fault'];
      faults.push(`${code} ${path}`);
    };
    document.addEventListener('wf-questionnaire-fault', listen);
    const form = await aForm({ questionnaire: questionnaire as Questionnaire, policy: aPolicy() });
    words = text(form);
    await import('../../../src/components/checkin-form/report-faults.js');
    await aTimeout(0);
    form.remove();
    document.removeEventListener('wf-questionnaire-fault', listen);
  });
  return { faults, words, said };
}

const name = { linkId: 'n', type: 'string' as const, text: 'Name?' };

describe('<checkin-form> and a malformed questionnaire', () => {
  it('names each fault by its place, once, and shows what is left', async () => {
    const broken = {
      ...asking(
        name,
        { ...name, text: 'Twice?' },
        { linkId: 'x', type: 'attachment', text: 'Photo' },
        { linkId: 'c', type: 'choice', text: 'Which?' },
        {
          linkId: 'r',
          type: 'group',
          repeats: true,
          item: [{ linkId: 'r1', type: 'string', text: 'Again?' }],
        },
        {
          linkId: 'w',
          type: 'string',
          text: 'When?',
          enableWhen: [{ question: 'n', operator: '~' as never }],
        },
        { linkId: 't', type: 'string', text: 7 as never },
        { type: 'group', item: [{ linkId: 'in', type: 'string', text: 'Inside?' }] } as never,
        { type: 'string', text: 'Nameless?' } as never,
        { linkId: 'k', type: 'question' as never },
        'nothing' as never,
        { linkId: 'e', type: 'string', extension: ['x'], text: 'Extended?' } as never,
      ),
      url: 'https://clinic.example/broken',
    };
    const { faults, words, said } = await shown(broken);
    expect(faults).to.have.members([
      'duplicate item[1].linkId',
      'unsupported item[2]',
      'unsupported item[3].answerOption',
      'invalid item[5].enableWhen[0]',
      'invalid item[6].text',
      'invalid item[7].linkId',
      'invalid item[8].linkId',
      'invalid item[9].type',
      'invalid item[10]',
      'invalid item[11].extension[0]',
    ]);
    expect(said).to.have.length(faults.length);
    expect(said[0]).to.include('<checkin-form> https://clinic.example/broken|1: item[1].linkId');
    for (const rest of ['Name?', 'Again?', 'When?', 'Inside?', 'Extended?', 'Question'])
      expect(words).to.include(rest);
    expect(words.match(/We cannot show one part/g)).to.have.length(5);
    const again = await shown(broken);
    expect(again.faults).to.have.length(faults.length);
    expect(again.said).to.eql([]);
  });

  it('names what the standards have and it does not do', async () => {
    const url = 'http://hl7.org/fhir/StructureDefinition/questionnaire-supportLink';
    const { faults, said, words } = await shown(
      asking({
        ...name,
        extension: [
          { url, valueUri: 'https://clinic.example' },
          { url: 'https://clinic.example/own' },
        ],
      }),
    );
    expect(faults).to.eql(['unsupported item[0].extension[0]']);
    expect(said[0]).to.include('questionnaire-supportLink');
    expect(words).to.include('Name?');
  });

  it('names what else it does not do, wherever that is asked for', async () => {
    const HL7 = 'http://hl7.org/fhir/StructureDefinition/';
    const unread = { url: `${HL7}questionnaire-supportLink`, valueUri: 'https://clinic.example' };
    const set = 'https://clinic.example/ValueSet/moods';
    const { faults, said, words } = await shown({
      ...asking(
        { ...name, extension: [{ url: `${HL7}regex`, valueString: '(' }] },
        { linkId: 'h', type: 'group', extension: [itemControl('page')], item: [] },
        {
          linkId: 'c',
          type: 'choice',
          text: 'Which?',
          answerOption: [{ valueString: 'This one', extension: [unread] }],
        },
        { linkId: 's', type: 'choice', text: 'Mood?', answerValueSet: set },
        {
          linkId: 'r',
          type: 'string',
          repeats: true,
          text: 'Which friends?',
          item: [{ linkId: 'r1', type: 'string', text: 'Since when?' }],
        },
        { linkId: 'o', type: 'open-choice', text: 'Other mood?', answerValueSet: set },
        {
          linkId: 'w',
          type: 'string',
          text: 'Who?',
          enableWhen: [
            { question: 'n', operator: '=', answerReference: { reference: 'Patient/1' } } as never,
          ],
        },
        {
          linkId: 't',
          type: 'display',
          text: 'Hello',
          _text: { extension: [{ url: `${HL7}cqf-expression`, valueExpression: {} }] },
        } as never,
      ),
      extension: [unread],
    });
    expect(faults).to.have.members([
      'unsupported extension[0]',
      'unsupported item[0].extension[0]',
      'unsupported item[1].extension[0]',
      'unsupported item[2].answerOption[0].extension[0]',
      'unsupported item[3].answerValueSet',
      'unsupported item[4].item',
      'unsupported item[5].answerValueSet',
      'invalid item[6].enableWhen[0]',
      'unsupported item[7]._text.extension[0]',
    ]);
    expect(said.join()).to.include('"page"').and.to.include(set);
    for (const rest of ['Name?', 'This one', 'Other mood?', 'Who?', 'Hello'])
      expect(words).to.include(rest);
  });

  it('names a condition on a question that does not exist', async () => {
    const { faults, said, words } = await shown(
      asking(name, {
        linkId: 'w',
        type: 'string',
        text: 'When?',
        enableWhen: [{ question: 'typo', operator: '=', answerString: 'x' }],
      }),
    );
    expect(faults).to.eql(['invalid item[1].enableWhen[0]']);
    expect(said[0]).to.include('"typo"');
    expect(words).to.include('Name?').and.not.to.include('When?');
  });

  it('names a mistyped name and a wrong day', async () => {
    const faults: string[] = [];
    const said = await listening(async () => {
      const form = document.createElement('checkin-form');
      form.addEventListener('wf-questionnaire-fault', ({ code, path }) =>
        faults.push(`${code} ${path}`),
      );
      form.setAttribute('questionnaire', 'phq9');
      form.setAttribute('on', '24.11.2026');
      form.backend = aClinic().backend;
      document.body.append(form);
      await waitUntil(() => faults.length === 2);
      form.remove();
    });
    expect(faults).to.eql(['unknown-name questionnaire', 'invalid on']);
    expect(said[0]).to.include('phq-9');
  });

  it('is never blank, whatever it is given', async () => {
    for (const nothing of [7, [], {}, { resourceType: 'Patient' }, { ...asking(), item: 'x' }]) {
      const { words } = await shown(nothing);
      expect(words).to.include('not available right now');
    }
    const { words, faults } = await shown({ item: [name] });
    expect(words).to.include('Name?');
    expect(faults).to.eql(['not-a-questionnaire resourceType']);
  });

  it('ends where an item holds itself', async () => {
    const item: Record<string, unknown> = { linkId: 'g', type: 'group', text: 'Round' };
    item['item'] = [item];
    const { words, faults } = await shown({ ...asking(), item: [item] });
    expect(words).to.include('Round');
    expect(faults).to.include('duplicate item[0].item[0].linkId');
  });

  it('shows words as words', async () => {
    const evil = '<img src=x onerror="window.hacked = true">';
    const display = { _$litType$: 1, strings: [evil] };
    const { words } = await shown(
      asking(
        { linkId: 'a', type: 'display', text: evil },
        {
          linkId: 'b',
          type: 'choice',
          text: evil,
          answerOption: [...choices(evil), { valueCoding: { code: 'z', display } } as never],
          extension: [itemControl('drop-down')],
        },
      ),
    );
    await aTimeout(20);
    expect(words).to.include(evil);
    expect(window).not.to.have.property('hacked');
  });

  it('sends the answers of what could be asked', async () => {
    await listening(async () => {
      const form = await aForm({
        questionnaire: asking(name, { linkId: 'x', type: 'reference', text: 'Doctor' }),
      });
      await settled(form);
      await write(form, 'Name?', 'Ana');
      expect(form.response?.item?.map((i) => i.linkId)).to.eql(['n']);
      expect(field(form, 'Name?').value).to.equal('Ana');
    });
  });

  it('finds the instruments that we ship sound', () => {
    for (const { questionnaire } of [dailyCheckIn, phq9, phq2, gad7]) {
      expect(isSound(questionnaire)).to.be.true;
      expect(readQuestionnaire(questionnaire)).to.eql({ questionnaire, faults: [] });
    }
  });
});

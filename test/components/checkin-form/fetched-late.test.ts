import { expect, waitUntil } from '@open-wc/testing';
import { phq9 } from '../../../src/client/model/questionnaires/phq-9.js';
import { aForm, aPolicy, asking, field } from '../../support/check-ins.js';

/** What the page has fetched of what only some forms need. */
const fetched = (name: RegExp) =>
  performance.getEntriesByType('resource').filter((entry) => name.test(entry.name)).length;

describe('<checkin-form> fetches', () => {
  it('FHIRPath, Markdown and the search among choices only for a form that needs them', async () => {
    await aForm({ instrument: phq9, policy: aPolicy() });
    expect(fetched(/checkin-form/)).to.be.above(0);
    expect(fetched(/fhirpath/)).to.equal(0);
    expect(fetched(/marked|rich-text\/rich-text/)).to.equal(0);
    expect(fetched(/combobox/)).to.equal(0);
    expect(fetched(/read-questionnaire|more-controls/)).to.equal(0);
    const form = await aForm({
      questionnaire: asking({
        linkId: 'q',
        type: 'integer',
        text: 'Six?',
        extension: [
          {
            url: 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression',
            valueExpression: { language: 'text/fhirpath', expression: '2 * 3' },
          },
        ],
      }),
    });
    await waitUntil(() => field(form, 'Six?').value === '6');
    expect(fetched(/fhirpath/)).to.be.above(0);
    expect(fetched(/combobox/)).to.equal(0);
  });
});

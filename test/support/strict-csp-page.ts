import type { Questionnaire } from '../../src/client/model/questionnaire.js';

/** Runs in a page with a strict CSP; tells its parent what it forbade, then what it drew. */
const tell = (message: unknown) => parent.postMessage(message, '*');
document.addEventListener('securitypolicyviolation', ({ effectiveDirective, sample }) =>
  tell({ violation: `${effectiveDirective} ${sample}` }),
);
/** Something forbidden, so that a policy that is not in force does not look like a good page. */
const trip = () => document.body.setAttribute('style', 'color: red');

const elements = [
  'mentor-card',
  'checkin-form',
  'checkin-history',
  'group-room',
  'milestone-timeline',
  'message-thread',
  'sharing-settings',
  'mentee-list',
] as const;

/** Markdown and XHTML, which become elements without a string for the page's parser. */
const withMarkup: Questionnaire = {
  resourceType: 'Questionnaire',
  status: 'active',
  item: [
    {
      linkId: 'x',
      type: 'display',
      text: 'Bold',
      _text: {
        extension: [
          {
            url: 'http://hl7.org/fhir/StructureDefinition/rendering-xhtml',
            valueString: '<p style="color:red" onclick="x()"><b>Bold</b><script>x()</script></p>',
          },
        ],
      },
    },
    {
      linkId: 'm',
      type: 'string',
      text: 'Bold',
      _text: {
        extension: [
          {
            url: 'http://hl7.org/fhir/StructureDefinition/rendering-markdown',
            valueMarkdown:
              '**Bold**, [more](https://clinic.example) ![x](https://clinic.example/x)',
          },
        ],
      },
    },
    // FHIRPath is parsed and evaluated without code from strings.
    {
      linkId: 'c',
      type: 'integer',
      text: 'Twice three',
      readOnly: true,
      extension: [
        {
          url: 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression',
          valueExpression: {
            language: 'text/fhirpath',
            expression: "iif('a'.matches('[a-z]'), 2, 0) * 3",
          },
        },
      ],
    },
  ],
};

async function draw(): Promise<void> {
  const [{ EmbeddedBackend }] = await Promise.all([
    import('../../src/client/backends/embedded/embedded-backend.js'),
    import('../../src/components/mentor-card/define.js'),
    import('../../src/components/checkin-form/define.js'),
    import('../../src/components/checkin-history/define.js'),
    import('../../src/components/group-room/define.js'),
    import('../../src/components/milestone-timeline/define.js'),
    import('../../src/components/message-thread/define.js'),
    import('../../src/components/sharing-settings/define.js'),
    import('../../src/components/mentee-list/define.js'),
    import('../../src/components/crisis-resources/define.js'),
  ]);
  const backend = new EmbeddedBackend({ storage: 'memory' });
  for (const name of elements) {
    const element = document.createElement(name);
    element.backend = backend;
    if (name === 'mentor-card') element.setAttribute('mentor-id', 'maya');
    document.body.append(element);
  }
  const rich = document.createElement('checkin-form');
  rich.id = 'rich';
  rich.backend = backend;
  rich.layout = 'sheet';
  rich.questionnaire = withMarkup;
  document.body.append(rich);
  document.body.append(document.createElement('crisis-resources'));
  const drawn = () =>
    rich.shadowRoot?.querySelector('.display b') &&
    rich.shadowRoot.querySelector<HTMLInputElement>('input.number')?.value === '6' &&
    elements.every((name) => {
      const root = document.querySelector(name)?.shadowRoot;
      return root && root.textContent.length > 80 && !root.querySelector('.bone');
    });
  for (let tries = 0; tries < 100 && !drawn(); tries++)
    await new Promise((resolve) => setTimeout(resolve, 50));
  const hue = document.querySelector('mentor-card')!.shadowRoot!.querySelector('.face');
  trip();
  await new Promise((resolve) => setTimeout(resolve, 100));
  tell({ drawn: !!drawn(), hue: hue && getComputedStyle(hue).getPropertyValue('--_hue') });
}

draw().catch((reason: unknown) => tell({ violation: String(reason) }));

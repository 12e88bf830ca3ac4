import { expect } from '@open-wc/testing';
import {
  browserAndSystem,
  type Browser,
  type System,
} from '../../../src/components/group-room/browser-and-system.js';
import { permissionEnglish } from '../../../src/components/group-room/permission-help.strings.js';
import spanish from '../../../src/components/group-room/permission-help.strings.es.js';
import '../../../src/components/group-room/define.js';
import { failingMedia } from '../../support/media.js';
import { atTheDoor, button, query, radio, says, shows, still, text } from './support.js';

const agents: [string, number, Browser, System][] = [
  ['(Windows NT 10.0; Win64; x64) Chrome/140.0.0.0 Safari/537.36', 0, 'chrome', 'windows'],
  ['(Windows NT 10.0) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0', 0, 'edge', 'windows'],
  ['(X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 0, 'firefox', 'linux'],
  ['(Macintosh; Intel Mac OS X 10_15_7) Version/18.0 Safari/605.1.15', 0, 'safari', 'macos'],
  ['(Macintosh; Intel Mac OS X 10_15_7) Version/18.0 Safari/605.1.15', 5, 'ios', 'ios'],
  ['(iPhone; CPU iPhone OS 18_0 like Mac OS X) CriOS/140.0 Safari/604.1', 5, 'ios', 'ios'],
  ['(Linux; Android 15; K) Chrome/140.0.0.0 Mobile Safari/537.36', 5, 'android', 'android'],
  ['(Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0', 5, 'firefox', 'android'],
  ['(X11; CrOS x86_64 14541.0.0) Chrome/140.0.0.0 Safari/537.36', 0, 'chrome', 'chromeos'],
];

describe('<group-room> help with permissions', () => {
  for (const [agent, maxTouchPoints, ...expected] of agents)
    it(`knows ${expected.join(' on ')}`, () => {
      const navigator = { userAgent: `Mozilla/5.0 ${agent}`, maxTouchPoints } as Navigator;
      expect(browserAndSystem(navigator)).to.deep.equal(expected);
    });

  it('has steps for each, in both languages', () => {
    const kinds = (t: typeof permissionEnglish) => [
      Object.entries(t.browser).map(([key, steps]) => [key, steps.length]),
      Object.entries(t.system).map(([key, steps]) => [key, steps.length]),
    ];
    expect(kinds(spanish)).to.deep.equal(kinds(permissionEnglish));
  });

  /** As on another machine. */
  async function refused(agent: string, message: string) {
    const { el } = await atTheDoor();
    Object.defineProperty(navigator, 'userAgent', { value: agent, configurable: true });
    const restore = failingMedia('NotAllowedError', message);
    radio(el, 'camera', 0).click();
    await shows(el, '.steps');
    Reflect.deleteProperty(navigator, 'userAgent');
    return { el, restore };
  }

  it('tells step by step what the person refused in the browser', async () => {
    const { permissions } = navigator;
    const { query: ask } = permissions;
    permissions.query = () => Promise.resolve({ state: 'denied' } as PermissionStatus);
    const { el, restore } = await refused('(Windows NT 10.0) Chrome/140', '');
    permissions.query = ask;
    const steps = [...query(el, '.steps')!.children].map(({ textContent }) => textContent);
    expect(steps).to.deep.equal([
      'Click the icon to the left of the web address.',
      'Turn “Camera” on.',
      'Come back here and press “Try again”.',
    ]);
    await still(el);
    await expect(el).to.be.accessible();
    restore();
    button(el, 'Try again').click();
    await shows(el, '.mirror video');
    expect(query(el, '.steps')).to.equal(null);
  });

  it('tells step by step what the system refused', async () => {
    const { el, restore } = await refused(
      '(Macintosh; Intel Mac OS X 10_15_7) Chrome/140',
      'Permission denied by system',
    );
    await says(el, 'keeps your camera from your browser');
    expect(text(el)).to.include('Open “System Settings”, “Privacy & Security”, “Camera”.');
    restore();
  });
});

describe('<group-room> where something is lacking for video', () => {
  const pretend = (target: object, key: string, value: unknown) => {
    const own = Object.getOwnPropertyDescriptor(target, key);
    Object.defineProperty(target, key, { value, configurable: true, writable: true });
    return () => {
      if (own) Object.defineProperty(target, key, own);
      else Reflect.deleteProperty(target, key);
    };
  };
  const lacks: [string, () => () => void, string][] = [
    [
      'WebRTC',
      () => pretend(window, 'RTCPeerConnection', undefined),
      'This browser cannot join video rooms.',
    ],
    [
      'a secure address',
      () => pretend(window, 'isSecureContext', false),
      'This page is not on a secure address',
    ],
    [
      'the frame’s permission',
      () => pretend(document, 'featurePolicy', { allowsFeature: () => false }),
      'This page does not allow camera and microphone.',
    ],
  ];
  for (const [what, take, words] of lacks)
    it(`says so before anything is asked: ${what}`, async () => {
      const giveBack = take();
      try {
        const { el } = await atTheDoor();
        await says(el, words);
        await expect(el).to.be.accessible();
      } finally {
        giveBack();
      }
    });

  it('says nothing where nothing is', async () => {
    const { el } = await atTheDoor();
    expect(query(el, '.devices .notice')).to.equal(null);
  });

  it('sees it in a frame whose page does not let it in', async () => {
    const frame = document.createElement('iframe');
    frame.allow = "camera 'none'; microphone 'none'";
    document.body.append(frame);
    const inside = frame.contentDocument as unknown as {
      featurePolicy: { allowsFeature(name: string): boolean };
    };
    expect(inside.featurePolicy.allowsFeature('camera'), 'what the check relies on').to.equal(
      false,
    );
    frame.remove();
  });
});

import 'wayfellow/define';
import { clinicOf } from './clinic.js';
import { writeDates } from './dates.js';
import { demoBar } from './demo-bar.js';
import { followAddress, writeTitle } from './navigation.js';
import { fillTeam, hasOthers, keepOnly, offerOthers } from './team.js';
import { fulfilWishes } from './wishes.js';
import { translate } from './words.js';

const provider = document.querySelector('mentorship-provider')!;
const isServed = provider.hasAttribute('backend');
const demo = isServed
  ? (await import('./served.js')).servedDemo()
  : (await import('./embedded.js')).embeddedDemo(provider);

demoBar(demo, ({ brand, lang, density }) => {
  // The preview from right to left mirrors the page; its words are English.
  document.documentElement.lang = lang === 'es' ? 'es-US' : 'en';
  document.documentElement.dir = lang === 'ar' ? 'rtl' : 'ltr';
  document.body.dataset['brand'] = brand;
  provider.density = density as 'comfortable' | 'compact';
  showWho();
});
followAddress();
fulfilWishes(provider);
provider.addEventListener('wf-pairing-change', ({ target, status, mentorId }) => {
  // A request taken back, or a mentorship that ended: the choice is there again.
  if (status !== 'ended') keepOnly(target);
  else if (hasOthers()) keepOnly(null);
  else void offerOthers(clinicOf(provider), mentorId);
});
provider.addEventListener('wf-rematch', ({ mentorId }) => {
  const others = document.querySelector<HTMLElement>('.others h2')!;
  void offerOthers(clinicOf(provider), mentorId).then(() => others.focus());
});
provider.addEventListener('wf-sign-in', () => location.reload());
provider.addEventListener('wf-session-change', welcome);
// It may have been known before there was somebody to hear of it.
if (provider.session) welcome();

/** Somebody signed in, or out. */
function welcome(): void {
  showWho();
  void fillViews();
}

/** The portal's own words, in the page's language and for the person who is signed in. */
function showWho(): void {
  const { name = '', role = 'participant' } = provider.session?.person ?? {};
  translate(document, { name });
  writeTitle();
  writeDates(document, provider.session?.timeZone);
  document.querySelector('.who-name')!.textContent = name;
  document.querySelector('.who .avatar')!.textContent = name.slice(0, 1);
  for (const part of document.querySelectorAll<HTMLElement>('[data-for]'))
    part.hidden = part.dataset['for'] !== role;
  document
    .querySelector('#progress')!
    .setAttribute('aria-labelledby', role === 'mentor' ? 'their-title' : 'progress-title');
  const current = document.querySelector(`.nav > a[href="${location.hash}"][hidden]`);
  if (current) location.hash = '#/today';
}

/** What the portal itself asks the backend for: which cards to show to whom. */
async function fillViews(): Promise<void> {
  const { id, role } = provider.session?.person ?? {};
  document.querySelector('milestone-timeline')!.personId = undefined;
  document.querySelector<HTMLElementTagNameMap['mentor-card']>('.own-card')!.mentorId =
    role === 'mentor' ? id : undefined;
  try {
    if (role === 'participant') await fillTeam(clinicOf(provider));
  } catch {
    // The elements say what is wrong with the connection; the list fills with the next visit.
  }
}

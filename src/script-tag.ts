import type { MentorshipProvider } from './components/mentorship-provider/mentorship-provider.js';

/**
 * The CDN entry: `<script type="module" src="…/wayfellow.js"></script>`. It defines the elements
 * that the page uses, also those added later, and fetches only their files. With
 * `wayfellow.js?prefix=wf-` they are `<wf-mentor-card>` and so on.
 */
type Definable = Pick<typeof MentorshipProvider, 'define'>;

const LOADERS: Readonly<Record<string, () => Promise<Definable>>> = {
  'mentorship-provider': async () =>
    (await import('./components/mentorship-provider/mentorship-provider.js')).MentorshipProvider,
  'mentor-card': async () => (await import('./components/mentor-card/mentor-card.js')).MentorCard,
  'checkin-form': async () =>
    (await import('./components/checkin-form/checkin-form.js')).CheckinForm,
  'checkin-history': async () =>
    (await import('./components/checkin-history/checkin-history.js')).CheckinHistory,
  'group-room': async () => (await import('./components/group-room/group-room.js')).GroupRoom,
  'milestone-timeline': async () =>
    (await import('./components/milestone-timeline/milestone-timeline.js')).MilestoneTimeline,
  'message-thread': async () =>
    (await import('./components/message-thread/message-thread.js')).MessageThread,
  'mentee-list': async () => (await import('./components/mentee-list/mentee-list.js')).MenteeList,
  'sharing-settings': async () =>
    (await import('./components/sharing-settings/sharing-settings.js')).SharingSettings,
  'crisis-resources': async () =>
    (await import('./components/crisis-resources/crisis-resources.js')).CrisisResources,
};

const prefix = new URL(import.meta.url).searchParams.get('prefix') ?? '';
const names = Object.keys(LOADERS);
const selector = names.map((name) => `${prefix}${name}:not(:defined)`).join();
const requested = new Set<string>();

async function define(tag: string): Promise<void> {
  if (requested.has(tag)) return;
  requested.add(tag);
  try {
    (await LOADERS[tag.slice(prefix.length)]?.())?.define(prefix);
  } catch (error) {
    // The file may be there once the network is; see `online` below.
    requested.delete(tag);
    console.error(`wayfellow could not load <${tag}>`, error);
  }
}

/** Defines what is used in `root`; for shadow roots, which a page's observer does not see into. */
export function defineUsed(root: ParentNode = document): void {
  if (root instanceof Element && root.matches(selector)) void define(root.localName);
  for (const { localName } of root.querySelectorAll(selector)) void define(localName);
}

new MutationObserver((records) => {
  for (const { addedNodes } of records)
    for (const node of addedNodes) if (node instanceof Element) defineUsed(node);
}).observe(document, { subtree: true, childList: true });

window.addEventListener('online', () => defineUsed());
defineUsed();

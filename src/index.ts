/** Every public class, event and type. Importing it registers nothing; `wayfellow/define` does. */
export * from './client/index.js';
export * from './components/shared/contexts.js';
export * from './components/shared/help/help.events.js';
export * from './components/shared/shared.events.js';
export * from './components/mentorship-provider/mentorship-provider.js';
export * from './components/mentorship-provider/mentorship-provider.events.js';
export * from './components/mentor-card/mentor-card.js';
export * from './components/mentor-card/mentor-card.events.js';
export * from './components/checkin-form/checkin-form.js';
export * from './components/checkin-form/checkin-form.events.js';
export * from './components/checkin-history/checkin-history.js';
export * from './components/checkin-history/checkin-history.events.js';
export * from './components/group-room/group-room.js';
export * from './components/group-room/group-room.events.js';
export * from './components/milestone-timeline/milestone-timeline.js';
export * from './components/milestone-timeline/milestone-timeline.events.js';
export * from './components/crisis-resources/crisis-resources.js';
export { VERSION } from './version.js';

export { WfHelpOpenedEvent } from '../shared/help/help.events.js';

/** What a card fetches when it is first needed: one chunk, for most people need both or neither. */
export { PairingPart } from './pairing-part.js';
export { story } from './story.js';

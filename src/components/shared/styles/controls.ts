import { buttons } from './buttons.js';
import { fields } from './fields.js';

/** Buttons and fields. */
export const controls = [buttons, fields];

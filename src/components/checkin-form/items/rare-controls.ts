// Controls that few forms have a question for.
export { combobox, comboboxStyles } from './combobox/combobox.js';
export { quantity } from './quantity.js';

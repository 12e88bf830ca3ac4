const english = {
  open: 'Show the list',
  matches: { one: '{n} match', other: '{n} matches' },
  noMatch: 'Nothing on the list fits.',
  noMatchOwn: 'Nothing on the list fits. Your own words stay.',
  notListed: '“{words}” is not on the list. Please choose from the list.',
  added: '{name} added',
  removed: '{name} removed',
};

export type ComboboxStrings = typeof english;

const spanish: ComboboxStrings = {
  open: 'Mostrar la lista',
  matches: { one: '{n} coincidencia', other: '{n} coincidencias' },
  noMatch: 'Nada de la lista coincide.',
  noMatchOwn: 'Nada de la lista coincide. Tus propias palabras quedan.',
  notListed: '«{words}» no está en la lista. Elige algo de la lista, por favor.',
  added: 'Se agregó {name}',
  removed: 'Se quitó {name}',
};

/** Both languages come with the control, which few forms fetch. */
export function comboboxStrings(locale: string): ComboboxStrings {
  return /^es\b/i.test(locale) ? spanish : english;
}

const formats: Record<string, Intl.DateTimeFormatOptions> = {
  full: { weekday: 'long', month: 'long', day: 'numeric' },
  long: { month: 'long', day: 'numeric' },
  short: { month: 'short', day: 'numeric' },
  time: { hour: 'numeric', minute: '2-digit' },
};

/** Writes the page's dates, which are told in days from today so that the example never ages. */
export function writeDates(root: ParentNode, timeZone: string | undefined): void {
  const locale = document.documentElement.lang.startsWith('es') ? 'es-US' : 'en-US';
  for (const element of root.querySelectorAll<HTMLTimeElement>('time[data-day]')) {
    const { day = '0', time = '00:00', format = 'short' } = element.dataset;
    const at = new Date(Date.now() + Number(day) * 86_400_000);
    const [hours, minutes] = time.split(':').map(Number);
    // A time that is given is the clinic's own, as it would come from its calendar.
    if (hours) at.setHours(hours, minutes, 0, 0);
    const zone = hours ? undefined : timeZone;
    element.dateTime = at.toISOString();
    if (format === 'tile') writeTile(element, at, locale, zone);
    else
      element.textContent = new Intl.DateTimeFormat(locale, {
        ...formats[format],
        timeZone: zone,
      }).format(at);
  }
}

function writeTile(element: HTMLElement, at: Date, locale: string, timeZone?: string): void {
  const part = (options: Intl.DateTimeFormatOptions) => {
    const span = document.createElement('span');
    span.textContent = new Intl.DateTimeFormat(locale, { ...options, timeZone }).format(at);
    return span;
  };
  element.replaceChildren(
    part({ weekday: 'short' }),
    part({ day: 'numeric' }),
    part({ month: 'short' }),
  );
}

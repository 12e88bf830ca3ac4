/** The portal's own words in Spanish; English stands in index.html. The elements bring their own. */
const spanish: Record<string, string> = {
  skip: 'Saltar al contenido',
  'title-today': 'Hoy',
  'title-team': 'Equipo',
  'title-groups': 'Sesiones',
  'title-progress': 'Resumen',
  'title-plan': 'Plan',
  help: 'Ayuda ahora: 988',
  nav: 'Portal',
  today: 'Hoy',
  team: 'Mi equipo',
  groups: 'Grupos',
  progress: 'Avances',
  plan: 'Plan',
  desk: 'Recepción, de lunes a viernes, 8 a. m. a 6 p. m.',
  hello: 'Hola, {name}',
  waiting:
    'Esta parte de la página está en camino. Si no llega, llama a recepción al (555) 014-2600. En una crisis, llama al 988 y marca 2.',
  glance: 'Tu día de un vistazo',
  next: 'Próxima cita',
  visit: 'Terapia individual',
  'visit-how': 'Video, 50 minutos',
  'see-plan': 'Ver tu plan de cuidado',
  medications: 'Medicinas',
  morning: 'Por la mañana',
  lunch: 'Con el almuerzo',
  bedtime: 'Al acostarte',
  refill: 'Las recetas van a Pier Street Pharmacy.',
  messages: 'Mensajes',
  'letter-1': 'Aquí va tu hoja para el jueves.',
  'front-desk': 'Recepción',
  'letter-2': 'Tu seguro está aprobado hasta marzo.',
  'letter-3': 'Dejemos la dosis como está por ahora.',
  'team-lede':
    'Las personas que te acompañan: tu equipo de atención y alguien que ya estuvo donde tú estás.',
  'your-groups': 'Tus grupos',
  'your-groups-about': 'Deja entrar a las personas, cuida la sala y mira quién pide apoyo.',
  'your-groups-open': 'Abrir los grupos',
  mentor: 'Tu mentor o mentora',
  others: 'Otras personas que podrían acompañarte bien',
  'care-team': 'Equipo de atención',
  'role-1': 'Terapeuta',
  'role-2': 'Psiquiatra',
  'role-3': 'Dirige tus grupos',
  'role-4': 'Gestión de casos, seguro y permisos para faltar al trabajo',
  'call-team': 'Llamar al equipo',
  hours: 'Cuándo estamos',
  'hours-text':
    'De lunes a viernes, de 8 a. m. a 6 p. m. Fuera de ese horario, enfermería responde dudas urgentes sobre medicinas en el (555) 014-2611.',
  'groups-lede':
    'Los grupos pequeños se reúnen por video. Ven como estés; la cámara puede quedar apagada.',
  week: 'Tu semana',
  'week-1': 'Práctica de habilidades',
  'week-1-when': 'lun, mié',
  'week-2': 'Grupo de proceso',
  'week-2-when': 'mar, jue',
  'week-3': 'Noche en familia',
  'week-3-when': 'cada dos vie',
  before: 'Antes de entrar',
  'before-text':
    'Busca un lugar donde nadie te oiga y usa audífonos si puedes. Llegar tarde está bien. Solo entra.',
  'my-progress': 'Mis avances',
  'progress-lede': 'Todo lo que has avanzado, a tu ritmo.',
  'their-progress': 'Compartido contigo',
  'their-lede': 'Lo que decidió mostrarte.',
  program: 'Programa',
  attendance: 'Sesiones de este mes',
  'attendance-of': 'de 16',
  'attendance-text': 'Priya justificó dos. No falta nada.',
  'step-down': 'Lo que sigue',
  'step-down-text':
    'Después del programa: un grupo por semana durante tres meses y luego las noches para quienes ya terminaron, todo el tiempo que quieras.',
  'plan-lede': 'Revisado con Priya Raman el',
  'working-on': 'En qué trabajamos',
  'goal-1': 'Dormir seis horas o más, cinco noches por semana',
  'goal-2': 'Llamar a alguien antes de que las ganas crezcan',
  'goal-3': 'Volver al trabajo medio día para la primavera',
  documents: 'Documentos',
  'file-1': 'Resumen de la visita',
  'file-2': 'Carta para faltar al trabajo',
  'file-3': 'Consentimiento de tratamiento',
  coverage: 'Cobertura',
  'plan-name': 'Plan',
  member: 'Afiliación',
  visits: 'Visitas aprobadas',
  'visits-left': '36; quedan 22',
  pharmacy: 'Farmacia',
  'pharmacy-text': 'Tu próxima receta está lista el día 3.',
  'your-card': 'Tu tarjeta',
  letter: 'Mensajes con {name}',
  close: 'Cerrar',
  booking: 'Elige una hora con {name}',
  booked: 'Listo. La cita está en Grupos.',
  'no-slots': 'No hay horas libres por ahora.',
  failed: 'No se pudo. No se perdió nada. Inténtalo de nuevo.',
  foot: 'Una clínica inventada. Nadie aquí es real y los números de la clínica no funcionan.',
};

/** Texts that no element of index.html holds; the others are read from there. */
const english: Record<string, string> = {
  // Titles and addresses name the page, never what a person is here for.
  'title-today': 'Today',
  'title-team': 'Team',
  'title-groups': 'Sessions',
  'title-progress': 'Overview',
  'title-plan': 'Plan',
  booked: 'Done. You find it under Groups.',
  'no-slots': 'There is no free time right now.',
  failed: 'That did not work. Nothing is lost. Please try again.',
};

/** One text of the portal's own. */
export function say(key: string, values: Record<string, string> = {}): string {
  const words = document.documentElement.lang.startsWith('es') ? spanish : english;
  const text = words[key] ?? english[key] ?? '';
  return text.replace(/\{(\w+)\}/g, (all, name: string) => values[name] ?? all);
}

/** Says the page's marked texts and labels in the language of the page. */
export function translate(root: ParentNode, values: Record<string, string> = {}): void {
  for (const element of root.querySelectorAll<HTMLElement>('[data-t]')) {
    const key = element.dataset['t'] ?? '';
    english[key] ??= element.textContent.trim().replace(/\s+/g, ' ');
    element.textContent = say(key, values);
  }
  for (const element of root.querySelectorAll<HTMLElement>('[data-t-label]')) {
    const key = element.dataset['tLabel'] ?? '';
    english[key] ??= element.ariaLabel ?? '';
    element.ariaLabel = say(key, values);
  }
}

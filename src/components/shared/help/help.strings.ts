/** Both languages come at once: help must not wait for a file. */
const english = {
  title: 'Get help now',
  struggling: 'I’m struggling',
  intro: 'You can reach someone now. You do not have to be sure that it is a crisis.',
  call: 'Call {to}',
  press: 'Call {to}, then press\u00a0{press}',
  text: 'Text {to}',
  textBody: 'Text {body} to {to}',
  chat: 'Chat online',
  newTab: 'Opens a new tab',
  tty: 'TTY {to}',
  danger: 'Is a life in danger?',
  emergency: 'Call your local emergency number.',
  where: 'Where are you now?',
  why: 'We show numbers that work there and keep no answer.',
  another: 'Another country',
  find: 'Find a helpline in your country',
  more: 'More ways to get help',
  noMore: 'We cannot load more right now. These numbers work.',
  close: 'Close',
};

/** The words of the help that every element offers. */
export type HelpStrings = typeof english;

const spanish: HelpStrings = {
  title: 'Busca ayuda ahora',
  struggling: 'La estoy pasando mal',
  intro: 'Puedes hablar con alguien ahora, aunque no sepas si es una crisis.',
  call: 'Llama al {to}',
  press: 'Llama al {to} y marca\u00a0{press}',
  text: 'Envía un texto al {to}',
  textBody: 'Envía {body} al {to}',
  chat: 'Chatea en línea',
  newTab: 'Se abre en otra pestaña',
  tty: 'TTY {to}',
  danger: '¿Hay una vida en peligro?',
  emergency: 'Llama al número de emergencias de tu país.',
  where: '¿Dónde estás ahora?',
  why: 'Mostramos números que funcionan allí y no guardamos la respuesta.',
  another: 'Otro país',
  find: 'Encuentra una línea de ayuda en tu país',
  more: 'Más formas de recibir ayuda',
  noMore: 'Ahora no podemos cargar más. Estos números funcionan.',
  close: 'Cerrar',
};

/** The words for a reader of `locale`, and the language that they are in. */
export function helpStrings(locale: string): { t: HelpStrings; lang: 'en' | 'es' } {
  return /^es\b/i.test(locale) ? { t: spanish, lang: 'es' } : { t: english, lang: 'en' };
}

import type { SharedStrings } from './shared.strings.js';

export const sharedSpanish: SharedStrings = {
  loading: 'Cargando…',
  retry: 'Intentar de nuevo',
  close: 'Cerrar',
  cancel: 'Cancelar',
  save: 'Guardar',
  back: 'Atrás',
  signedOut: 'Tu sesión está cerrada. Inicia sesión para ver esto.',
  signIn: 'Iniciar sesión',
  absent: 'Esto no está disponible aquí. Tu equipo de atención puede decirte qué hay.',
  offline: 'No tienes conexión. Puedes seguir leyendo; puede que no sea lo más reciente.',
  stale: 'No pudimos actualizar esto ahora. Ves lo último que teníamos.',
  notKept: 'Este navegador no puede guardar nada. Lo que escribas se pierde al cerrar la página.',
  errors: {
    offline: 'No tienes conexión. No se perdió nada. Inténtalo cuando tengas conexión.',
    timeout: 'Eso tardó demasiado. No se perdió nada. Inténtalo de nuevo.',
    unauthorized: 'Tu sesión terminó. No se perdió nada. Inicia sesión de nuevo.',
    forbidden: 'Esto no se comparte contigo. Si crees que debería, pregúntale a tu equipo.',
    'not-found': 'No pudimos encontrar esto. Puede que se haya quitado.',
    conflict: 'Algo cambió mientras tanto. Revísalo e inténtalo otra vez.',
    'invalid-request': 'Algo aquí no está bien. Revísalo e inténtalo de nuevo.',
    'invalid-response':
      'Recibimos una respuesta que no podemos leer. No se perdió nada. Inténtalo de nuevo.',
    'rate-limited': 'Fue mucho a la vez. Espera un momento e inténtalo de nuevo.',
    unavailable:
      'No podemos conectarnos con el servicio ahora. No se perdió nada. Inténtalo de nuevo.',
  },
};

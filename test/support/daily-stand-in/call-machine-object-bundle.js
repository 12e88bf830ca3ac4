/**
 * What daily-js loads in place of Daily's own call machine, by the name that it asks for. A classic
 * script, as Daily's is: it keeps the first messages until the module that answers them is there.
 */
(() => {
  const early = [];
  const keep = ({ data }) => early.push(data);
  window.addEventListener('message', keep);
  // What is destroyed while it loads needs no machine.
  const waiting = window._daily.pendings.splice(0);
  import('./call-machines.ts').then(({ start }) => {
    window.removeEventListener('message', keep);
    start(waiting, early);
  });
})();

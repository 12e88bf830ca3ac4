/**
 * Resolves in a task of its own. Everything that had happened before has been heard of by then,
 * which a timer would do as well, but browsers slow timers down in hidden tabs.
 */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

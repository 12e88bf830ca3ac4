import { CallMachine } from './call-machine.js';
import type { Wire } from './wire.js';

/** The machines of this page, the latest last. */
export const machines: CallMachine[] = [];
const byClient = new Map<string, CallMachine>();

/** Begins to answer daily-js, for the call objects that have been waiting for it. */
export function start(waiting: readonly string[], early: readonly unknown[]): void {
  for (const id of waiting) {
    const machine = new CallMachine(id);
    machines.push(machine);
    byClient.set(id, machine);
  }
  early.forEach(receive);
}

window.addEventListener('message', ({ data }) => receive(data));

function receive(message: unknown): void {
  const { what, from, callClientId } = (message ?? {}) as Partial<Wire>;
  if (what !== 'iframe-call-message' || from !== 'module' || !callClientId) return;
  byClient.get(callClientId)?.receive(message as Wire);
}

/** The folder for daily-js's `bundlePathOverride`. */
export const bundlePath = new URL('.', import.meta.url).href;

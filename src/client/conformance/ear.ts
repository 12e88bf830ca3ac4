import type { Backend, Change, ChangeTopic } from '../backend.js';
import { check } from './assert.js';

/** Collects changes. */
export class Ear {
  readonly changes: Change[] = [];
  readonly end: () => void;

  constructor(
    backend: Backend,
    private readonly patience: number,
  ) {
    this.end = backend.watch((change) => this.changes.push(change));
  }

  /** Whether a change of the topic has been heard. */
  has(topic: ChangeTopic): boolean {
    return this.changes.some((change) => change.topic === topic);
  }

  /** Waits until one is heard. */
  async hears(topic: ChangeTopic): Promise<void> {
    const until = Date.now() + this.patience;
    while (!this.has(topic)) {
      check(Date.now() < until, `A change of "${topic}" should have been heard`);
      await pause(5);
    }
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

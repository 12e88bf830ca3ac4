import type { DailyRoom } from '../../../src/client/video/daily/daily-room.js';
import { eventually } from '../media.js';
import { bundlePath } from './call-machines.js';
import type { VisitorWindow } from './visitor.js';

/** A room of somebody else. A page has one call at a time, so that each has a frame of their own. */
export interface Visitor {
  readonly room: DailyRoom;
  /** Tracks that their page has opened. */
  readonly opened: readonly MediaStreamTrack[];
  close(): Promise<void>;
}

export async function visitor(url: string, token?: string): Promise<Visitor> {
  const frame = document.createElement('iframe');
  frame.allow = 'camera; microphone';
  // daily-js posts to its window's origin, which a `srcdoc` lacks.
  frame.src = new URL('./visitor.txt', import.meta.url).href;
  document.body.append(frame);
  await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  const view = frame.contentWindow as VisitorWindow;
  const script = view.document.createElement('script');
  script.type = 'module';
  script.src = new URL('./visitor.ts', import.meta.url).href;
  view.document.body.append(script);
  const page = await eventually(() => view.visitor, 'the visitor has a page', 15_000);
  const room = new page.DailyRoom({ url, bundlePath, token });
  return {
    room,
    opened: page.opened,
    async close() {
      await room.leave();
      frame.remove();
    },
  };
}

import { nothing } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';
import { rememberedDevice } from './remembered-device.js';

/** Lets a `<video>` or `<audio>` play one track; `onBlocked` when the browser wants a tap before. */
class StreamDirective extends Directive {
  #track: MediaStreamTrack | undefined;

  override render(_track: MediaStreamTrack | undefined, _onBlocked?: () => void): unknown {
    return nothing;
  }

  override update(
    { element }: ElementPart,
    [track, onBlocked]: Parameters<this['render']>,
  ): unknown {
    if (track === this.#track) return nothing;
    this.#track = track;
    const media = element as HTMLMediaElement;
    const speaker = media.localName === 'audio' ? rememberedDevice('speaker') : undefined;
    // A speaker that is gone by now: the usual one is better than none.
    if (track && speaker) media.setSinkId?.(speaker).catch(() => {});
    media.srcObject = track ? new MediaStream([track]) : null;
    // A phone call pauses it; nobody here does. Where the browser wants a tap after it, it is asked for.
    media.onpause =
      track && onBlocked ? () => media.isConnected && this.#play(media, onBlocked) : null;
    if (track) this.#play(media, onBlocked);
    return nothing;
  }

  #play(media: HTMLMediaElement, onBlocked?: () => void): void {
    media.play().catch((error: unknown) => {
      if (error instanceof DOMException && error.name === 'NotAllowedError') onBlocked?.();
    });
  }
}
export const stream = directive(StreamDirective);

import { html, type TemplateResult } from 'lit';
import { BackendError } from '../../client/errors.js';
import type { AbsentPart } from '../shared/lazy-part.js';
import { errorNotice } from '../shared/notice.js';
import type { SharedStrings } from '../shared/shared.strings.js';

/** In the place of a part that is being fetched, or that could not be. */
export const onItsWay = (shared: SharedStrings, { failed, retry }: AbsentPart): TemplateResult =>
  failed
    ? errorNotice(shared, new BackendError('unavailable'), retry)
    : html`<div class="bone"></div>`;

import { CheckinForm } from './checkin-form.js';

CheckinForm.define();

declare global {
  interface HTMLElementTagNameMap {
    'checkin-form': CheckinForm;
  }
}

import { MentorCard } from './mentor-card.js';

MentorCard.define();

declare global {
  interface HTMLElementTagNameMap {
    'mentor-card': MentorCard;
  }
}

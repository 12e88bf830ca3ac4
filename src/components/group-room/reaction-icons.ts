import Heart from 'lucide/dist/esm/icons/heart.mjs';
import Sparkles from 'lucide/dist/esm/icons/sparkles.mjs';
import ThumbsUp from 'lucide/dist/esm/icons/thumbs-up.mjs';
import type { RoomReaction } from '../../client/video/video-room.js';
import type { IconNode } from '../shared/icon.js';

export const reactionIcons: Readonly<Record<RoomReaction, IconNode>> = {
  heart: Heart,
  'thumbs-up': ThumbsUp,
  sparkles: Sparkles,
};

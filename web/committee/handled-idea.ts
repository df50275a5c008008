/**
 * An idea as far as acts on it are concerned, whichever list or page it was read for.
 */
import type { ReplyOf } from '../../shared/contract/client.ts';
import type { assignIdea } from '../../shared/contract/routes/implementation.ts';

export type HandledIdea = ReplyOf<typeof assignIdea>;

/** The parts of an idea that its acts need, from any list or page. */
import type { ReplyOf } from '../../../shared/contract/client.ts';
import type { assignIdea } from '../../../shared/contract/routes/implementation.ts';

export type HandledIdea = ReplyOf<typeof assignIdea>;

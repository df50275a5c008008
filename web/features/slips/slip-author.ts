/** Who a slip's author is, as the page says it: number, name and department tell people apart. */
import type { ReplyOf } from '../../../shared/contract/client.ts';
import type { submitIdea } from '../../../shared/contract/routes/ideas.ts';
import type { MemberId } from '../../../shared/domain/kernel/ids.ts';

type People = ReplyOf<typeof submitIdea>['people'];

/** `王建国 · 机加一车间 · HT0215`, as far as the answer tells; the number alone otherwise. */
export function authorWord(id: MemberId, people: People): string {
  const { name, department } = people?.[id] ?? {};
  return [name, department, id].filter(part => part !== undefined).join('\u00a0· ');
}

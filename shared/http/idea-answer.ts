/**
 * What every act on an idea is answered with: the idea as it is now, and its version for the next act's `If-Match`.
 */
import { type IdeaView, ideaView } from '../contract/idea-view.ts';
import type { Idea } from '../domain/idea/idea.ts';
import type { Result } from '../domain/refusal.ts';
import { type Answer, answer } from './endpoint.ts';

export async function ideaAnswer(act: Promise<Result<Idea>>): Promise<Answer<IdeaView>> {
  const outcome = await act;
  return outcome.ok ? answer(ideaView(outcome.value), etagOf(outcome.value)) : outcome;
}

export function etagOf({ version }: Pick<Idea, 'version'>): { readonly etag: string } {
  return { etag: `"${version}"` };
}

/**
 * Whether work is late, for an idea that the API does not say it of: still being carried out, and its due day over.
 */
import type { IdeaStatus } from '../../shared/domain/idea/lifecycle.ts';

interface Work {
  readonly status: IdeaStatus;
  readonly implementation?: { readonly due: string } | undefined;
}

export function isOverdue({ status, implementation }: Work, today: string): boolean {
  return status === 'implementing' && implementation !== undefined && implementation.due < today;
}

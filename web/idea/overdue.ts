/**
 * Whether work is overdue, for ideas without the API's own answer: still being implemented, and
 * past its due date.
 */
import type { IdeaStatus } from '../../shared/domain/idea/lifecycle.ts';

interface Work {
  readonly status: IdeaStatus;
  readonly implementation?: { readonly due: string } | undefined;
}

export function isOverdue({ status, implementation }: Work, today: string): boolean {
  return status === 'implementing' && implementation !== undefined && implementation.due < today;
}

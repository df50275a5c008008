/** What is looked for, and its filters, as the address of the list of ideas has them. */
import type { RequestOf } from '../../../shared/contract/client.ts';
import type { searchIdeas } from '../../../shared/contract/routes/search.ts';
import { IDEA_STATUSES, type IdeaStatus } from '../../../shared/domain/idea/lifecycle.ts';
import {
  type Category,
  type Department,
  type IdeaId,
  isCategory,
  isDepartment,
  isIdeaId,
  isRoundId,
  type RoundId,
} from '../../../shared/domain/kernel/ids.ts';

export interface SearchView {
  /** Nothing is looked for if it is empty. */
  readonly text: string;
  readonly round: RoundId | undefined;
  readonly status: IdeaStatus | undefined;
  readonly category: Category | undefined;
  readonly department: Department | undefined;
}

/** A search of everything. */
export function searchOf(text: string): SearchView {
  return { text, round: undefined, status: undefined, category: undefined, department: undefined };
}

/** Reads a search from an address; what means nothing is left out. */
export function searchIn(address: URLSearchParams): SearchView {
  const value = <Value extends string>(name: string, is: (text: string) => text is Value) => {
    const text = address.get(name) ?? '';
    return is(text) ? text : undefined;
  };
  return {
    text: address.get('q') ?? '',
    round: value('in', isRoundId),
    status: IDEA_STATUSES.find(one => one === address.get('status')),
    category: value('category', isCategory),
    department: value('department', isDepartment),
  };
}

/** A search as it is written into an address; nothing if nothing is looked for. */
export function searchAddress({ text, round, status, category, department }: SearchView) {
  const address = new URLSearchParams();
  if (text === '') return address;
  const filters = { q: text, in: round, status, category, department };
  for (const [name, value] of Object.entries(filters))
    if (value !== undefined) address.set(name, value);
  return address;
}

export function isFiltered({ round, status, category, department }: SearchView): boolean {
  return [round, status, category, department].some(filter => filter !== undefined);
}

/** A search as the API is asked for it. */
export function queryOf({
  text,
  round,
  status,
  category,
  department,
}: SearchView): Omit<RequestOf<typeof searchIdeas>['query'], 'cursor' | 'limit'> {
  return {
    q: text,
    ...(round !== undefined && { round }),
    ...(status !== undefined && { status }),
    ...(category !== undefined && { category }),
    ...(department !== undefined && { department }),
  };
}

/** The number of an idea in what is looked for, also within the idea's address. */
export function ideaIdIn(text: string): IdeaId | undefined {
  const id = /\d{4}-\d{2}-[0-9a-z]{26}/.exec(text.normalize('NFKC').toLowerCase())?.[0];
  return id !== undefined && isIdeaId(id) ? id : undefined;
}

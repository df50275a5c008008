/**
 * The directory of the organization, read once somebody needs it. The browser keeps it and asks
 * with its ETag whether it has changed.
 */
import { useQuery } from '@tanstack/preact-query';
import { useEffect, useState } from 'preact/hooks';
import { getDirectory } from '../../../shared/contract/routes/organization.ts';
import type { MemberId } from '../../../shared/domain/kernel/ids.ts';
import { isSameNumber } from '../../../shared/domain/organization/employee-number.ts';
import { useCall } from '../../api/call-context.tsx';
import { readingKey } from '../../api/reading.ts';
import { useOrganization } from '../../session/organization-context.tsx';
import type { ListedMember, Spell } from './search.ts';

/** How long a list is used without asking again, in milliseconds. */
const FRESH = 5 * 60_000;

interface Directory {
  /** Nobody until it has been read. */
  readonly members: readonly ListedMember[];
  readonly state: 'loading' | 'read' | 'failed';
  readonly refetch: () => unknown;
}

const NOBODY: readonly ListedMember[] = [];

/** Reads nothing until it is `wanted`. */
export function useDirectory(wanted: boolean): Directory {
  const call = useCall();
  const { organization } = useOrganization();
  const request = { path: { organization: organization.id } };
  const { data, error, refetch } = useQuery({
    queryKey: readingKey(getDirectory, request),
    queryFn: ({ signal }) => call(getDirectory, request, signal),
    staleTime: FRESH,
    enabled: wanted,
  });
  const state = data !== undefined ? 'read' : error !== null ? 'failed' : 'loading';
  return { members: data?.members ?? NOBODY, state, refetch };
}

/** The pinyin of names, once it is needed and has been loaded; without it, letters find numbers. */
export function useSpell(needed: boolean): Spell | undefined {
  const [loaded, setLoaded] = useState<{ readonly spell: Spell }>();
  useEffect(() => {
    if (needed) import('./spell.ts').then(setLoaded, () => undefined);
  }, [needed]);
  return loaded?.spell;
}

/** A member as listed; undefined until the directory has been read, or if it lacks them. */
export function useListedMember(member: MemberId | undefined): ListedMember | undefined {
  const { members } = useDirectory(member !== undefined);
  if (member === undefined) return undefined;
  return members.find(({ id }) => isSameNumber(id, member));
}

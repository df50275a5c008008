/** The ideas that are like one that is being typed, or like one that is there. */
import { useQuery } from '@tanstack/preact-query';
import { useEffect, useState } from 'preact/hooks';
import type { ReplyOf } from '../../../shared/contract/client.ts';
import { findSimilarIdeas } from '../../../shared/contract/routes/search.ts';
import type { IdeaId } from '../../../shared/domain/kernel/ids.ts';
import { BODY, TITLE } from '../../../shared/domain/kernel/text.ts';
import { useCall } from '../../api/call-context.tsx';
import type { Reading } from '../../api/reading.ts';
import { useOrganization } from '../../session/organization-context.tsx';

export type Similar = ReplyOf<typeof findSimilarIdeas>;

/** In milliseconds. */
const REST = 600;

interface Drafted {
  /** Nothing is asked for without it. */
  readonly title: string | undefined;
  readonly problem: string;
  /** Not looked for: the idea itself. */
  readonly except?: IdeaId;
}

/**
 * What was found for the last text stays until the next is there. Texts are not kept once nobody
 * looks at them. Without an answer nothing is said: nobody has asked.
 */
export function useSimilar({ title, problem, except }: Drafted): Reading<Similar> {
  const call = useCall();
  const { organization } = useOrganization();
  const body = {
    title: (title ?? '').trim().slice(0, TITLE.max),
    ...(problem.trim() !== '' && { problem: problem.trim().slice(0, BODY.max) }),
    ...(except !== undefined && { except }),
  };
  return useQuery<Similar>({
    queryKey: [findSimilarIdeas.id, organization.id, body],
    queryFn: ({ signal }) =>
      call(findSimilarIdeas, { path: { organization: organization.id }, body }, signal),
    placeholderData: earlier => earlier,
    staleTime: 60_000,
    gcTime: 0,
    retry: false,
    enabled: title !== undefined,
  });
}

/**
 * A text once its typing has rested, none before. What an input method composes does not rest: the
 * letters of a pinyin are like nothing.
 */
export function useRested(text: string): string | undefined {
  const [rested, setRested] = useState<string | undefined>(undefined);
  const [composing, setComposing] = useState(false);
  useEffect(() => {
    const begin = () => setComposing(true);
    const end = () => setComposing(false);
    addEventListener('compositionstart', begin);
    addEventListener('compositionend', end);
    return () => {
      removeEventListener('compositionstart', begin);
      removeEventListener('compositionend', end);
    };
  }, []);
  useEffect(() => {
    if (composing) return undefined;
    const timer = setTimeout(setRested, REST, text);
    return () => clearTimeout(timer);
  }, [text, composing]);
  return rested;
}

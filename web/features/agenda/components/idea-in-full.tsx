/**
 * An idea as the committee reads it: whose it is, its text, and, folded away, the discussion, the
 * last deferral and an expert's opinion.
 */
import { Suspense } from 'preact/compat';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { authorsOf } from '../../../../shared/domain/idea/idea.ts';
import { lazilyOr } from '../../../i18n/lazily.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { NotLoaded } from '../../../ui/not-loaded.tsx';
import { type People, Person } from '../../../ui/person.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { IdeaText, StatusBadge, TallyLine } from '../../ideas/index.ts';
import type { AgendaItem } from '../agenda.ts';
import { useAgendaWords } from '../words.ts';

const Discussion = lazilyOr(NotLoaded, async () => (await import('./discussion.tsx')).Discussion);

interface Props {
  readonly item: AgendaItem;
  readonly people: People | undefined;
  /** Whether the reader has opened it, so that its title takes the focus. */
  readonly opened: boolean;
}

export function IdeaInFull({ item, people, opened }: Props) {
  const words = useAgendaWords();
  const { membership } = useOrganization();
  const heading = useRef<HTMLHeadingElement>(null);
  // Once, when it appears: each idea has a card of its own.
  useLayoutEffect(() => {
    if (opened) heading.current?.focus({ preventScroll: true });
  }, []);
  const own = authorsOf(item).includes(membership.memberId);
  return (
    <>
      <h2 id="agenda-item-title" ref={heading} tabIndex={-1}>
        {item.title}
      </h2>
      <p class="facts">
        {words.itemNumber(item.number)}&nbsp;· {item.category}&nbsp;·{' '}
        <Authors item={item} people={people} />
        {item.supports > 0 && `\u00a0· ${words.supports(item.supports)}`}
      </p>
      <p class="marks">
        {item.status !== 'on-agenda' && <StatusBadge status={item.status} />}
        {item.carriedOver && <span class="badge">{words.carriedOver}</span>}
        {own && <span class="badge">{words.recusedShort}</span>}
      </p>
      <IdeaText idea={item} />
      <Deferral item={item} />
      <Opinion item={item} people={people} />
      <FoldedDiscussion item={item} />
    </>
  );
}

function Authors({ item, people }: Pick<Props, 'item' | 'people'>) {
  const words = useAgendaWords();
  const { authorId, authorHidden, authorDepartment, unnamed, coAuthors, department } = item;
  if (authorHidden)
    return (
      <>
        {authorDepartment === undefined
          ? words.hiddenAuthor
          : words.hiddenAuthorOf(authorDepartment)}
      </>
    );
  return (
    <>
      {unnamed && words.unnamed}
      {authorId !== undefined && <Person id={authorId} people={people} />}
      {authorId === undefined && department !== undefined && `\u00a0· ${department}`}
      {coAuthors.length > 0 && (
        <>
          {'\u00a0· '}
          {words.coAuthored}{' '}
          {coAuthors.map((id, at) => (
            <span key={id}>
              {at > 0 && words.listed}
              <Person id={id} people={people} brief />
            </span>
          ))}
        </>
      )}
    </>
  );
}

function Deferral({ item: { lastDeferral } }: { readonly item: AgendaItem }) {
  const words = useAgendaWords();
  if (lastDeferral === undefined) return null;
  const { round, reason, reasonCode, tally } = lastDeferral;
  return (
    <details>
      <summary>{words.lastDeferral(words.roundName(round))}</summary>
      <p class="written">{reasonCode ? words.reasonCodes[reasonCode] : reason}</p>
      {tally !== undefined && (
        <p>
          <TallyLine tally={tally} />
        </p>
      )}
    </details>
  );
}

function Opinion({ item: { opinion, referral }, people }: Pick<Props, 'item' | 'people'>) {
  const words = useAgendaWords();
  if (opinion !== undefined)
    return (
      <details>
        <summary>
          {words.opinion}&nbsp;· <Person id={opinion.by} people={people} />
        </summary>
        <p class="written">{opinion.text}</p>
      </details>
    );
  return referral === undefined ? null : <p class="facts">{words.opinionAwaited}</p>;
}

/** The discussion is read when it is opened. */
function FoldedDiscussion({ item }: { readonly item: AgendaItem }) {
  const words = useAgendaWords();
  const [open, setOpen] = useState(false);
  return (
    <details class="discussion" onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{words.discussion(item.comments)}</summary>
      {open && (
        <Suspense fallback={<SkeletonRows count={1} />}>
          <Discussion idea={item} />
        </Suspense>
      )}
    </details>
  );
}

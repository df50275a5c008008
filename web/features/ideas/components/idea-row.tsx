/**
 * An idea in a dense list: title, the beginning of its problem, author, comments, support and
 * status. The whole row leads to the idea, with the title as its only link.
 */
import type { ComponentChildren } from 'preact';
import { Link } from 'wouter-preact';
import { paths } from '../../../paths.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { MessageSquare } from '../../../ui/icon.ts';
import type { People } from '../../../ui/person.tsx';
import { PhotoThumb, thumbOf } from '../../photos/index.ts';
import { isOf, type ListedIdea } from '../listed-idea.ts';
import { useIdeasWords } from '../words.ts';
import { Author } from './author.tsx';
import { StatusBadge } from './status-badge.tsx';

interface Props {
  readonly idea: ListedIdea;
  readonly people: People | undefined;
  /** For a row among those of other rounds: what was found in it. */
  readonly found?: Found;
  /** What the list adds at the end of the row, such as a button. */
  readonly children?: ComponentChildren;
}

interface Found {
  readonly title: ComponentChildren;
  readonly excerpt: ComponentChildren;
}

export function IdeaRow({ idea, people, found, children }: Props) {
  const words = useIdeasWords();
  const { membership } = useOrganization();
  const mine = isOf(idea, membership.memberId);
  const photo = thumbOf(idea.photos);
  return (
    <li class={['idea-row', mine && 'mine', photo && 'with-photo'].filter(Boolean).join(' ')}>
      <div class="row-text">
        <h2>
          <Link href={paths.idea(idea.organization, idea.id)}>{found?.title ?? idea.title}</Link>
        </h2>
        <p class="excerpt">{found?.excerpt ?? idea.excerpt}</p>
      </div>
      {photo !== undefined && <PhotoThumb photo={photo} />}
      <p class="row-author">
        {mine && <strong>{words.ownIdea}&nbsp;· </strong>}
        {found !== undefined && `${words.roundName(idea.round)}\u00a0· `}
        <Author of={idea} people={people} brief={found !== undefined} />
        {idea.coAuthors.length > 0 && ` ${words.andOthers(idea.coAuthors.length)}`}
        {found !== undefined &&
          idea.authorHidden !== true &&
          idea.department !== undefined &&
          `\u00a0· ${idea.department}`}
      </p>
      <p class="row-comments">
        {idea.comments > 0 && (
          <>
            <MessageSquare class="icon" aria-hidden="true" />
            {idea.comments}
            <span class="visually-hidden"> {words.comments}</span>
          </>
        )}
      </p>
      <div class="row-support">{children}</div>
      <div class="row-status">
        <StatusBadge status={idea.status} />
      </div>
    </li>
  );
}

/** One of the reader's ideas: where it is on its way, and what happens next. */
import type { ComponentChildren } from 'preact';
import { Link } from 'wouter-preact';
import { paths } from '../../../paths.ts';
import { NextStep } from '../../../ui/next-step.tsx';
import { Tracker } from '../../../ui/tracker.tsx';
import { type ListedIdea, StatusBadge } from '../../ideas/index.ts';

interface Props {
  readonly idea: ListedIdea;
  /** The level of its heading, below that of the list. */
  readonly heading: 'h2' | 'h3';
  readonly children?: ComponentChildren;
}

export function MyIdea({ idea, heading: Heading, children }: Props) {
  const { organization, id, title, status, tracker, nextStep } = idea;
  return (
    <li class="my-idea">
      <div class="idea-head">
        <Heading>
          <Link href={paths.idea(organization, id)}>{title}</Link>
        </Heading>
        <StatusBadge status={status} />
      </div>
      <Tracker position={tracker} />
      <NextStep next={nextStep} />
      {children}
    </li>
  );
}

/** What other features see of `implementation`. */

export { Authors } from './components/authors.tsx';
export { FollowUpActs } from './components/follow-up-acts.tsx';
export { OverdueNow } from './components/overdue-now.tsx';
export { OwnerPart } from './components/owner-part.tsx';
export { WhyBarred } from './components/why-barred.tsx';
export { type Heading, Work, WorkTable } from './components/work-table.tsx';
export { WorkTitle } from './components/work-title.tsx';
export { implementationStyle } from './style.ts';
export { daysSince } from './waiting.ts';
export type { OwnedIdea } from './work.ts';

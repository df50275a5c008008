/** What other features see of `implementation`. */
export { FollowUpActs } from './components/follow-up-acts.tsx';
export { OverdueNow } from './components/overdue-now.tsx';
export { OwnerPart } from './components/owner-part.tsx';
export { WorkList } from './components/work-list.tsx';
export type { OwnedIdea } from './work.ts';

/** What other features see of `submission`. */
export { ContentFields } from './components/content-fields.tsx';
export { RevisionForm } from './components/revision-form.tsx';
export { checkContent } from './draft.ts';

/** What other features see of `replies`. */
export { AppealForm } from './components/appeal-form.tsx';
export { ReplyForm } from './components/reply-form.tsx';

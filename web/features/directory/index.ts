/** What other features see of `directory`. */
export { MemberSuggestions } from './components/member-suggestions.tsx';
export { PersonPicker } from './components/person-picker.tsx';
export { useDepartmentOf } from './use-directory.ts';

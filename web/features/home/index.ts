/** What other features see of `home`. */
export { useMyWork } from './mine.ts';

/** What other features see of `bulletin`. */
export { BulletinCheck } from './components/bulletin-check.tsx';

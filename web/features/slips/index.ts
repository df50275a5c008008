/** What other features see of `slips`. */
export { SlipActs } from './components/slip-acts.tsx';

/** What others see of `outbox`. */
export { OutboxNews } from './components/outbox-news.tsx';

/**
 * Where the pages start: finds the element in `index.html` and renders the application into it.
 */
import { render } from 'preact';
import { App } from './app.tsx';

const root = document.getElementById('app');
if (root === null) throw new Error('index.html has no element #app');
render(<App />, root);

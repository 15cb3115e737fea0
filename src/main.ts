import { mount } from 'svelte';
import App from './ui/App.svelte';
import './ui/styles/tokens.css';
import './ui/styles/base.css';

const target = document.getElementById('app');
// The form is there for its action alone (index.html): nothing is ever sent.
target?.addEventListener('submit', (event) => event.preventDefault());
// What this page needs is asked in index.html, in words that older browsers understand too.
if (target && !('tooOld' in target.dataset)) {
  target.replaceChildren();
  mount(App, { target });
}

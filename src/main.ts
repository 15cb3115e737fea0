import { mount } from 'svelte';
import App from './ui/App.svelte';
import './ui/styles/tokens.css';
import './ui/styles/base.css';

const target = document.getElementById('app');
// The form is there for its action alone (index.html): nothing is ever sent.
target?.addEventListener('submit', (event) => event.preventDefault());
if (target) {
  target.replaceChildren();
  mount(App, { target });
}

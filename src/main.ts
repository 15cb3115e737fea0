import { mount } from 'svelte';
import App from './ui/App.svelte';
import './ui/styles/tokens.css';
import './ui/styles/base.css';

const target = document.getElementById('app');
if (target) mount(App, { target });

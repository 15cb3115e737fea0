import { mount } from 'svelte';
import App from './App.svelte';

const page = new URLSearchParams(location.search).get('page') ?? './understudy.html';
mount(App, { target: document.body, props: { page } });

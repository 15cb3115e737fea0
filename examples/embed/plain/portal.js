/** A host in plain JavaScript: understudy-app.js lies beside it; Understudy itself at the address after `?page=`. */
import './understudy-app.js';

const understudy = document.querySelector('understudy-app');
const state = document.getElementById('state');

understudy.config = {
  tokens: { '--accent': '#7a3b00' },
  limits: { bytes: 50_000_000 },
  exports: ['csv', 'arrow'],
  gifts: ['rows'],
};
understudy.setAttribute('src', new URLSearchParams(location.search).get('page') ?? './understudy.html');

understudy.addEventListener('understudy-progress', ({ detail }) => {
  const percent = detail.share === null ? '' : ` ${Math.round(detail.share * 100)} %`;
  state.textContent = `${detail.phase}${percent}`;
});

/** A table of the portal's own. */
function table() {
  const rows = Array.from(
    { length: 300 },
    (_, i) => `${20 + (i % 50)},${i % 3 ? 'north' : 'south'},${(i * 37) % 900}`,
  );
  return new Blob([['age,region,spent', ...rows].join('\n')], { type: 'text/csv' });
}

const steps = {
  load: async () => {
    const { table: opened } = await understudy.load(table(), 'customers.csv');
    return `${opened.rows} rows, ${opened.columns.length} columns.`;
  },
  train: async () => {
    const { seconds } = await understudy.train({ model: 'independent', seed: 1 });
    return `Learnt in ${seconds.toFixed(1)} seconds.`;
  },
  export: async () => {
    const { blob, rows } = await understudy.export('csv', { rows: 100 });
    return `Given ${rows} rows, ${blob.size} bytes.`;
  },
};

for (const [id, act] of Object.entries(steps)) {
  document.getElementById(id).addEventListener('click', () => {
    act().then(
      (sentence) => (state.textContent = sentence),
      (fault) => (state.textContent = fault.message),
    );
  });
}

understudy.ready.then(
  () => (state.textContent = 'Ready.'),
  (fault) => (state.textContent = fault.message),
);

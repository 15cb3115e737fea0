import { expect, it } from 'vitest';
import { allowedHosts } from '../../src/embed/allowed-hosts';

const page = 'https://understudy.example/tools/understudy.html';

it('names origins, the page’s own among them where it is said so, each once', () => {
  const content = "'self' https://portal.example  https://portal.example http://localhost:8080";
  expect(allowedHosts(content, page)).toEqual([
    'https://understudy.example',
    'https://portal.example',
    'http://localhost:8080',
  ]);
});

it.each([
  '*',
  'null',
  'https://*.example',
  'https://portal.example/',
  'portal.example',
  'file://',
  'data:',
  '',
])('names nobody by what is no origin: %s', (content) => expect(allowedHosts(content, page)).toEqual([]));

it('has no origin of its own when it is a file', () => {
  expect(allowedHosts("'self'", 'file:///srv/share/understudy.html')).toEqual([]);
});

/** Prints `N passed, N failed` from the tests' JSON report, and honestly so when there is none. */
import { readFileSync } from 'node:fs';

const [path, status] = process.argv.slice(2);
const { passed, failed, skipped, faults } = count(readFileSync(path, 'utf8'));
for (const fault of faults) console.log(fault);
if (skipped > 0)
  console.log(`${skipped} not run: what they need is not on this machine (their titles say what).`);
console.log(`${passed} passed, ${failed} failed`);

function count(text) {
  const faults = [];
  if (text.trim() === '') {
    faults.push('No test ran: an earlier stage failed, its message is above.');
    return { passed: 0, failed: 1, skipped: 0, faults };
  }
  const report = JSON.parse(text);
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  );
  for (const file of unloaded) faults.push(`Could not be loaded or ended badly: ${file.name}`);
  let failed = report.numFailedTests + unloaded.length;
  if (failed === 0 && status !== '0') {
    faults.push('The tests passed, yet the run failed: the message is above.');
    failed = 1;
  }
  return {
    passed: report.numPassedTests,
    failed,
    skipped: report.numPendingTests + report.numTodoTests,
    faults,
  };
}

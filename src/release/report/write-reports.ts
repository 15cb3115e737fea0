import type { Audience } from '../manifest';
import { privatePage } from './private-page';
import { makePrivateReport } from './private-report';
import { type ReportInput, reportText } from './report-input';
import { shareablePage } from './shareable-page';
import { type Disclosure, makeShareableReport } from './shareable-report';

/** A report as a file. */
export interface ReportFile {
  readonly name: `${Audience}-report.${'html' | 'json'}`;
  readonly text: string;
}

/**
 * Both reports, each as a page and as JSON. Under differential privacy the private one alone: nobody paid for a comparison, and
 * whoever gets the rows gets `writeGuaranteedReport` in its place.
 */
export function writeReports(input: ReportInput, disclosure: Disclosure): ReportFile[] {
  const own = makePrivateReport(input);
  const files: ReportFile[] = [
    { name: 'private-report.html', text: privatePage(own) },
    { name: 'private-report.json', text: reportText(own) },
  ];
  if (input.ledger) return files;
  const shared = makeShareableReport(input, disclosure);
  return [
    ...files,
    { name: 'shareable-report.html', text: shareablePage(shared) },
    { name: 'shareable-report.json', text: reportText(shared) },
  ];
}

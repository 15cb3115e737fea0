import type { EvidenceSection, MeasureContext } from '../measure-context';
import { splitColumns } from '../privacy/column-parts';
import { cloudFindings, duplicatesFinding, varietyFinding } from './describe-diversity';
import { measureClouds, type MeasuredClouds } from './measure-clouds';
import { measureDuplicates, type MeasuredDuplicates } from './measure-duplicates';
import { measureVariety, type MeasuredVariety } from './measure-variety';
import { diversityWords } from './words';

export interface DiversityDetails {
  readonly clouds: MeasuredClouds;
  readonly variety: MeasuredVariety;
  readonly duplicates: MeasuredDuplicates;
}

/** Whether synthetic rows are where real ones are, whether they are as varied, and whether they repeat. */
export const diversitySection: EvidenceSection<'diversity'> = {
  name: 'diversity',
  family: 'diversity',
  asks: [],
  async measure(context) {
    const { rows } = context.tables;
    const parts = splitColumns(context.tables);
    if (parts.training.length === 0 || rows.training === 0 || rows.synthetic === 0) {
      return () => ({ details: null, findings: [], notes: [diversityWords().noRows] });
    }
    const duplicates = await measureDuplicates(context, parts);
    const variety = await measureVariety(context, parts);
    const clouds = await measureClouds(context, parts);
    const details = { clouds, variety, duplicates };
    return () => ({
      details,
      findings: [...cloudFindings(clouds), varietyFinding(variety), duplicatesFinding(duplicates)],
      notes: notesOn(clouds, variety, context),
    });
  },
};

function notesOn(
  clouds: MeasuredClouds,
  variety: MeasuredVariety,
  { tables: { rows } }: MeasureContext,
): string[] {
  const looked = clouds.rows.synthetic;
  return [
    ...(looked < Math.max(rows.training, rows.synthetic) ? [diversityWords().sampled(looked)] : []),
    ...(variety.rows < rows.synthetic ? [diversityWords().vendiSampled(variety.rows)] : []),
  ];
}

/** A sentence with marked parts, as data: what comes from a table stays plain text, whatever it contains. */
export type Rich = readonly (string | Marked)[];

interface Marked {
  readonly mark: 'strong' | 'code';
  readonly text: string;
}

export function strong(text: string): Marked {
  return { mark: 'strong', text };
}

export function code(text: string): Marked {
  return { mark: 'code', text };
}

/**
 * Lets ESLint's parser of Svelte give TypeScript each component as the TypeScript that it stands for, also where it is only
 * imported: else TypeScript first reads the markup, and takes up the whole project anew with each component that is linted.
 * The parser looks at this as it is loaded, so this is imported before it.
 */
process.env['SVELTE_ESLINT_PARSER_EXPERIMENTAL_TS_SYS_HOOK'] ??= '1';

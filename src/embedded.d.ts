/** A binary file inside the script, as a data: URI (the build puts it there). */
declare module '*.wasm?inline' {
  const dataUri: string;
  export default dataUri;
}
/** A shader's text (the build puts it there). */
declare module '*.wgsl?raw' {
  const text: string;
  export default text;
}

/** Where each parameter's matrix (row-major) starts in the flat vector of all weights. */
export interface WeightPlaces {
  readonly size: number;
  of(name: string): number;
}

/** Parameters one after the other, in their order: a layer's bias follows its weights, as one more row of theirs. */
export function placeWeights(
  parameters: readonly { readonly name: string; readonly size: number }[],
): WeightPlaces {
  const starts = new Map<string, number>();
  let size = 0;
  for (const parameter of parameters) {
    starts.set(parameter.name, size);
    size += parameter.size;
  }
  return {
    size,
    of(name) {
      const start = starts.get(name);
      if (start === undefined) throw new Error(`There are no weights named ${name}.`);
      return start;
    },
  };
}

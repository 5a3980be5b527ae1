/** The part of the package's interface that `fonts.ts` uses; it ships no types. */
declare module 'subset-font' {
  type Axis = number | { readonly min: number; readonly max: number };
  type Options = {
    readonly targetFormat: 'woff2';
    readonly keepFeatures: readonly string[];
    readonly noHinting: boolean;
    readonly variationAxes: Readonly<Record<string, Axis>>;
  };
  export default function subsetFont(font: Buffer, letters: string, options: Options): Promise<Buffer>;
}
